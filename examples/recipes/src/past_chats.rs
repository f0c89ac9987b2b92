//! What the customer wrote about before, from LiveChat's API.

use yew::prelude::*;
use yew_livechat::{
    CallError,
    api::{Archives, Chat, Event, ListArchives},
    prelude::*,
};

// ANCHOR: component
/// The last five conversations with the customer whose chat is open.
#[component]
pub fn PastChats() -> Html {
    let api = use_livechat_api();
    let account = use_sign_in().account().map(|account| account.account_id.clone());
    let past = use_customer_resource_with(account, move |customer, _| {
        let api = api.clone();
        async move { api.call(&ListArchives::new().with_customer(&customer.id).with_limit(5)).await }
    });
    match &*past {
        Resource::Idle => html! { <EmptyState title="Open a chat to see earlier ones" /> },
        Resource::Loading => html! { <Loader /> },
        Resource::Ready { value, .. } => list(value),
        Resource::Failed(error) if matches!(**error, CallError::SignIn(_)) => html! { <SignInButton /> },
        Resource::Failed(error) => {
            html! { <InlineMessage kind={MessageKind::Error}>{ error.to_string() }</InlineMessage> }
        }
    }
}

fn list(past: &Archives) -> Html {
    let item = |chat: &Chat| {
        let thread = chat.thread.as_ref();
        let begun = thread.and_then(|thread| thread.created_at.as_ref()).map(ToString::to_string).unwrap_or_default();
        html! { <ListItem title={first_words(chat).unwrap_or("No messages").to_owned()} description={begun} /> }
    };
    html! { <List label="Earlier chats" empty="None yet.">{ for past.chats.iter().map(item) }</List> }
}

/// Of the first message in it.
fn first_words(chat: &Chat) -> Option<&str> {
    chat.thread.as_ref()?.events.iter().find_map(|event| match event {
        Event::Message(message) => Some(&*message.text),
        _ => None,
    })
}
// ANCHOR_END: component
