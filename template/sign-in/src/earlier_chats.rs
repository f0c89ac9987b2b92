//! The customer's earlier chats, from LiveChat's API.

use yew::prelude::*;
use yew_livechat::{
    api::{Archives, Event, ListArchives, Thread},
    prelude::*,
};

use crate::sign_in::SignedInSection;

/// The number of requested chats.
const LIMIT: u32 = 5;

/// The number of characters shown of a message.
const PREVIEW: usize = 80;

/// The customer's earlier chats, for signed-in agents.
#[component]
pub fn EarlierChats() -> Html {
    html! {
        <SignedInSection
            heading="Earlier chats"
            invitation="Sign in to see the customer's earlier chats."
        >
            <Chats />
        </SignedInSection>
    }
}

#[component]
fn Chats() -> Html {
    let api = use_livechat_api();
    let account = use_sign_in()
        .account()
        .map(|account| account.account_id.clone());
    let thread = use_customer_profile()
        .shown()
        .and_then(|customer| customer.chat.id.clone());
    // Loads again for another customer, another conversation, or another agent.
    let chats = use_customer_resource_with((account, thread), move |customer, _| {
        let api = api.clone();
        let call = ListArchives::new()
            .with_customer(&customer.id)
            .with_limit(LIMIT);
        async move { api.call(&call).await }
    });
    match &*chats {
        Resource::Idle => html! { <p>{ "Open a chat to see earlier ones." }</p> },
        Resource::Loading => html! { <Loader /> },
        Resource::Ready { value, .. } => list(value),
        Resource::Failed(error) => {
            let error = format!("Couldn't load the earlier chats: {error}.");
            let chats = chats.clone();
            html! {
                <>
                    <InlineMessage kind={MessageKind::Error}>{ error }</InlineMessage>
                    <Button onclick={move |_| chats.reload()}>{ "Try again" }</Button>
                </>
            }
        }
    }
}

fn list(archives: &Archives) -> Html {
    let threads = archives
        .chats
        .iter()
        .filter_map(|chat| chat.thread.as_ref());
    // The open conversation is not an earlier one.
    let earlier = threads.filter(|thread| !thread.active);
    html! {
        <List empty="No earlier chats.">
            for thread in earlier {
                <ListItem title={date(thread)} description={preview(thread)} />
            }
        </List>
    }
}

/// The beginning of the first message.
fn preview(thread: &Thread) -> String {
    let first = thread.events.iter().find_map(|event| match event {
        Event::Message(message) => Some(&*message.text),
        _ => None,
    });
    let text = first.unwrap_or("No messages");
    match text.char_indices().nth(PREVIEW) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// The chat's first day, for example 2026-11-25.
fn date(thread: &Thread) -> String {
    let began = thread.created_at.as_ref();
    let day = began.and_then(|moment| moment.as_str().get(..10));
    day.unwrap_or("Unknown date").to_owned()
}
