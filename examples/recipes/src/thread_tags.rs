//! The tags of the open thread, with switches.

use yew::prelude::*;
use yew_livechat::{
    CallError,
    api::{Access, GetChat, ListTags, TagThread, UntagThread},
    prelude::*,
};

// ANCHOR: load
/// The tags of a thread, and those that its groups may use. Tags are case-sensitive: `vip` and `VIP` differ.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TagsOfThread {
    set: Vec<String>,
    allowed: Vec<String>,
}

impl TagsOfThread {
    /// Requests the thread, and then the tags of its groups.
    async fn load(api: UseLivechatApiHandle, open: OpenThread) -> Result<Self, CallError> {
        let chat = api.call(&GetChat::new(open.chat_id).with_thread(open.thread_id)).await?;
        let thread = chat.thread.unwrap_or_default();
        let groups = thread.access.or(chat.access).map(|Access { group_ids, .. }| group_ids);
        let allowed = api.call(&ListTags::new().with_groups(groups.unwrap_or_default())).await?;
        Ok(Self { set: thread.tags, allowed: allowed.into_iter().map(|tag| tag.name).collect() })
    }

    /// Returns each tag, and whether it is set. Tags that are set but no longer allowed come last, and can still be
    /// removed.
    fn switches(&self) -> impl Iterator<Item = (&String, bool)> {
        let others = self.set.iter().filter(|tag| !self.allowed.contains(tag));
        self.allowed.iter().map(|tag| (tag, self.set.contains(tag))).chain(others.map(|tag| (tag, true)))
    }
}
// ANCHOR_END: load

// ANCHOR: component
/// The open chat. The Agent App calls its thread `chat.id`, and the chat `chat.chat_id`.
#[derive(Clone, Debug, PartialEq, Properties)]
struct OpenThread {
    chat_id: String,
    thread_id: String,
}

/// A switch for each tag that the open thread may use.
#[component]
pub fn ThreadTags() -> Html {
    let is_signed_in = use_sign_in().account().is_some();
    let customer = use_customer_profile().shown();
    let open = customer.and_then(|customer| {
        let Chat { id, chat_id, .. } = customer.chat.clone();
        Some(OpenThread { chat_id: chat_id?, thread_id: id? })
    });
    match open {
        _ if !is_signed_in => html! { <SignInButton /> },
        None => html! { <EmptyState title="Open a chat to tag it" /> },
        Some(open) => html! { <TagSwitches key={&*open.thread_id} ..open.clone() /> },
    }
}

#[component]
fn TagSwitches(open: &OpenThread) -> Html {
    let (api, details) = (use_livechat_api(), use_details());
    let tags = use_resource(open.clone(), {
        let api = api.clone();
        move |open| TagsOfThread::load(api.clone(), open)
    });
    let change = use_action((), {
        let (tags, open) = (tags.clone(), open.clone());
        move |(), (tag, is_on): (String, bool)| {
            let (api, details, tags, open) = (api.clone(), details.clone(), tags.clone(), open.clone());
            async move {
                let OpenThread { chat_id, thread_id } = open;
                let changed = match is_on {
                    true => api.call(&TagThread::new(chat_id, thread_id, &tag)).await,
                    false => api.call(&UntagThread::new(chat_id, thread_id, &tag)).await,
                };
                match &changed {
                    Ok(_) if is_on => details.toast_success(format!("Tagged {tag}")),
                    Ok(_) => details.toast_success(format!("Removed {tag}")),
                    Err(error) => details.toast_error(failure(&tag, error)),
                };
                // Other agents and LiveChat's rules set tags as well: reload the thread's tags.
                tags.reload();
                changed
            }
        }
    });
    // Until LiveChat has returned the thread's tags.
    let is_saving = change.is_running() || matches!(*tags, Resource::Ready { refreshing: true, .. });
    let tag_switch = |(tag, checked): (&String, bool)| {
        let (change, name) = (change.clone(), tag.clone());
        let onchange = move |is_on| {
            // One at a time: a switch shows LiveChat's state.
            if !is_saving {
                change.run((name.clone(), is_on));
            }
        };
        html! { <ToggleSwitch key={tag.clone()} label={tag.clone()} {checked} {onchange} /> }
    };
    match &*tags {
        Resource::Idle | Resource::Loading => html! { <Loader /> },
        Resource::Failed(error) => html! {
            <InlineMessage kind={MessageKind::Error}>{ error.to_string() }</InlineMessage>
        },
        Resource::Ready { value, .. } => html! {
            <Section heading="Tags">
                <Stack>
                    { for value.switches().map(tag_switch) }
                    <p role="status">{ if is_saving { "Saving…" } else { "" } }</p>
                </Stack>
            </Section>
        },
    }
}

fn failure(tag: &str, error: &CallError) -> String {
    match error {
        CallError::SignIn(_) => "Sign in with LiveChat again to change tags".to_owned(),
        CallError::Api(error) if error.status() == Some(403) => "You can't change the tags of this chat".to_owned(),
        _ => format!("Couldn't change {tag}. Try again."),
    }
}
// ANCHOR_END: component
