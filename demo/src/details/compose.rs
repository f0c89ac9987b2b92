//! Messages for the customer.

use std::rc::Rc;

use yew::{platform::spawn_local, prelude::*};
use yew_livechat::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ComposeProps {
    pub(crate) customer: Rc<CustomerProfile>,
}

/// A greeting button, and an input for the agent's own text; both insert into the agent's message input.
#[component]
pub(crate) fn Compose(props: &ComposeProps) -> Html {
    let details = use_details();
    let text = use_state(String::new);
    let failure = use_state(|| None::<CommandError>);

    let put_message = {
        let failure = failure.clone();
        move |message: String| {
            let acknowledgement = details.put_message(message);
            let failure = failure.clone();
            // A second failure appears like the first.
            failure.set(None);
            spawn_local(async move { failure.set(acknowledgement.await.err()) });
        }
    };
    let greet = {
        let put_message = put_message.clone();
        let greeting = greeting(&props.customer);
        move |_| put_message(greeting.clone())
    };
    let insert = {
        let text = text.clone();
        move |_| {
            put_message((*text).clone());
            text.set(String::new());
        }
    };
    let oninput = {
        let text = text.clone();
        move |value| text.set(value)
    };
    html! {
        <Section heading="Message">
            <Button kind={ButtonKind::Primary} onclick={greet}>{ "Insert greeting" }</Button>
            <TextArea
                label="Your own message"
                value={(*text).clone()}
                {oninput}
                placeholder="Type something to insert"
            />
            <Button onclick={insert} disabled={text.trim().is_empty()}>{ "Insert message" }</Button>
            if let Some(error) = &*failure {
                <InlineMessage kind={MessageKind::Error}>{ format!("Not inserted: {error}.") }</InlineMessage>
            }
        </Section>
    }
}

fn greeting(customer: &CustomerProfile) -> String {
    match customer.name.as_deref().map(str::trim).filter(|name| !name.is_empty()) {
        Some(name) => format!("Hello {name}! How can I help you today?"),
        None => "Hello! How can I help you today?".to_owned(),
    }
}
