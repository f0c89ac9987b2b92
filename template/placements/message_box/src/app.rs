use components::{ActionItem, ActionList};
use yew::prelude::*;
use yew_livechat::prelude::*;

use crate::replies;

/// Replies to choose from; a click puts the reply into the message input.
#[component]
pub fn App() -> Html {
    let message_box = use_message_box();
    let customer = use_customer_profile().shown();
    let words = use_state(String::new);

    // The message is sent: the next search begins empty.
    use_message_sent({
        let words = words.clone();
        move || words.set(String::new())
    });
    let oninput = {
        let words = words.clone();
        move |text| words.set(text)
    };
    let found = replies::find(&words);
    let items = found.iter().map(|reply| ActionItem {
        id: reply.title.into(),
        title: reply.title.into(),
        description: reply.text_for(customer.as_deref()).into(),
        tag: None,
    });
    let items: Vec<_> = items.collect();
    let onaction = {
        let message_box = message_box.clone();
        Callback::from(move |title: AttrValue| {
            if let Some(reply) = found.iter().find(|reply| reply.title == &*title) {
                message_box
                    .put_message(reply.text_for(customer.as_deref()))
                    .or_toast("Couldn't insert the reply. Try again.");
            }
        })
    };
    let ask = move |_| {
        message_box
            .put_rich_message(replies::question())
            .or_toast("Couldn't insert the question. Try again.");
    };
    html! {
        <main class="app">
            <TextField
                label="Search replies"
                kind={TextFieldKind::Search}
                value={(*words).clone()}
                {oninput}
            />
            <ActionList
                level={1}
                heading="Replies"
                {items}
                empty="No replies match."
                action="Insert"
                {onaction}
            />
            <Button onclick={ask}>{ "Ask if it helped" }</Button>
        </main>
    }
}
