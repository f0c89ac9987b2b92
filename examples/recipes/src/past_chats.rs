//! The customer's earlier chats, from LiveChat's API.

use std::rc::Rc;

use js_sys::Date;
use yew::prelude::*;
use yew_livechat::{
    CallError, PageStream,
    api::{Chat, Event, ListArchives},
    prelude::*,
};

// ANCHOR: component
/// The loaded conversations, and the following pages.
#[derive(Clone)]
struct Past {
    chats: Vec<Chat>,
    rest: PageStream<ListArchives>,
}

impl Past {
    /// Appends a page.
    async fn longer(mut self) -> Result<Self, CallError> {
        if let Some(page) = self.rest.next().await {
            self.chats.extend(page?.chats);
        }
        Ok(self)
    }
}

/// The earlier conversations with the open customer; a click loads five more.
#[component]
pub fn PastChats() -> Html {
    let api = use_livechat_api();
    let account = use_sign_in().account().map(|account| account.account_id.clone());
    let past = use_customer_resource_with(account, move |customer, _| {
        let filter = ListArchives::new().with_customer(&customer.id).with_limit(5);
        Past { chats: Vec::new(), rest: api.pages(filter) }.longer()
    });
    let customer = use_customer_profile().shown().map(|customer| customer.id.clone());
    let more = use_action(customer, {
        let past = past.clone();
        move |_, so_far: Rc<Past>| {
            let past = past.clone();
            async move {
                past.set((*so_far).clone().longer().await?);
                Ok::<_, CallError>(())
            }
        }
    });
    match &*past {
        Resource::Idle => html! { <EmptyState title="Open a chat to see earlier ones" /> },
        Resource::Loading => html! { <Loader /> },
        Resource::Ready { value, .. } => list(value, &more),
        Resource::Failed(error) if matches!(**error, CallError::SignIn(_)) => html! { <SignInButton /> },
        Resource::Failed(error) => failure(error),
    }
}

fn list(past: &Rc<Past>, more: &UseActionHandle<Rc<Past>, (), CallError>) -> Html {
    let item = |chat: &Chat| {
        let begun = chat.thread.as_ref().and_then(|thread| thread.created_at.as_ref());
        html! {
            <ListItem title={first_words(chat).unwrap_or("No messages").to_owned()}>
                if let Some(begun) = begun { <RelativeTime time={Date::parse(begun.as_str())} /> }
            </ListItem>
        }
    };
    let show_more = {
        let (past, more) = (Rc::clone(past), more.clone());
        move |_| more.run(Rc::clone(&past))
    };
    html! {
        <Stack>
            <List label="Earlier chats" empty="None yet.">{ for past.chats.iter().map(item) }</List>
            if let Some(error) = more.error() { { failure(error) } }
            if !past.rest.is_done() {
                <Button busy={more.is_running()} onclick={show_more}>{ "Show more" }</Button>
            }
        </Stack>
    }
}

fn failure(error: &CallError) -> Html {
    html! { <InlineMessage kind={MessageKind::Error}>{ error.to_string() }</InlineMessage> }
}

/// The beginning of the first message.
fn first_words(chat: &Chat) -> Option<&str> {
    chat.thread.as_ref()?.events.iter().find_map(|event| match event {
        Event::Message(message) => Some(&*message.text),
        _ => None,
    })
}
// ANCHOR_END: component
