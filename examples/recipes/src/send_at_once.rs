//! Sends a message to the chat directly, through LiveChat's API on behalf of the agent.

use yew::prelude::*;
use yew_livechat::{
    CallError,
    api::{ErrorKind, SendEvent},
    prelude::*,
};

// ANCHOR: failure
/// The error to show if LiveChat has not confirmed the message.
pub fn failure(error: &CallError) -> String {
    let text = match error {
        // LiveChat does not detect duplicates, so the agent has to check.
        error if error.may_have_succeeded() => "LiveChat didn't confirm it. Check the chat before you send it again.",
        CallError::Invalid(error) => return format!("Not sent. The message {}.", error.problem),
        CallError::SignIn(_) => "Not sent. Sign in with LiveChat again.",
        CallError::Api(error) => match (error.kind(), error.status()) {
            (Some(ErrorKind::ChatInactive), _) | (_, Some(422)) => "Not sent. This chat has ended.",
            (_, Some(403)) => "Not sent. Join the chat first.",
            _ => "Not sent. Try again in a minute.",
        },
        _ => "Not sent. Try again in a minute.",
    };
    text.to_owned()
}
// ANCHOR_END: failure

// ANCHOR: component
/// A message for the open chat.
#[component]
pub fn SendAtOnce() -> Html {
    let is_signed_in = use_sign_in().account().is_some();
    let customer = use_customer_profile().shown();
    match customer.and_then(|customer| customer.chat.chat_id.clone()) {
        _ if !is_signed_in => html! { <SignInButton /> },
        None => html! { <EmptyState title="Open a chat to write to it" /> },
        // With the key, each chat begins with an empty message: text for one customer is never sent to another.
        Some(chat_id) => html! { <Composer key={&*chat_id} chat_id={chat_id.clone()} /> },
    }
}

#[derive(PartialEq, Properties)]
struct ComposerProps {
    chat_id: AttrValue,
}

#[component]
fn Composer(props: &ComposerProps) -> Html {
    let (api, details) = (use_livechat_api(), use_details());
    let text = use_state(String::new);
    let send = use_action((), {
        let (details, text, chat_id) = (details.clone(), text.clone(), props.chat_id.clone());
        move |(), message: String| {
            let (api, details, text, chat_id) = (api.clone(), details.clone(), text.clone(), chat_id.clone());
            async move {
                let sent = api.call(&SendEvent::message(&*chat_id, message)).await;
                match &sent {
                    Ok(_) => {
                        text.set(String::new());
                        details.toast_success("Message sent")
                    }
                    Err(error) => details.toast_error(failure(error)),
                };
                sent
            }
        }
    });
    let insert = {
        let (details, text) = (details.clone(), text.clone());
        move |_| {
            details.put_message(&*text);
        }
    };
    let is_running = send.is_running();
    let is_empty = text.trim().is_empty();
    let send = {
        let (send, text) = (send.clone(), text.clone());
        move |_| send.run((*text).clone())
    };
    html! {
        <Stack>
            <TextArea label="Message" bind={&text} disabled={is_running} />
            <Row>
                <Button kind={ButtonKind::Primary} busy={is_running} disabled={is_empty} onclick={send}>
                    { "Send now" }
                </Button>
                <Button disabled={is_empty || is_running} onclick={insert}>{ "Insert" }</Button>
            </Row>
        </Stack>
    }
}
// ANCHOR_END: component
