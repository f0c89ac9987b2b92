//! Replies at a click.

use yew::prelude::*;
use yew_livechat::prelude::*;

/// The properties of [`Replies`].
#[derive(Clone, PartialEq, Properties)]
pub struct RepliesProps {
    /// What can be said.
    pub replies: Vec<AttrValue>,
    /// Says it.
    pub onreply: Callback<AttrValue>,
}

/// A button for each reply.
#[component]
pub fn Replies(props: &RepliesProps) -> Html {
    let say = |reply: &AttrValue| {
        let reply = reply.clone();
        props.onreply.reform(move |_| reply.clone())
    };
    html! {
        <Section heading="Replies">
            for reply in props.replies.clone() {
                <Button key={reply.to_string()} onclick={say(&reply)}>{ &reply }</Button>
            }
        </Section>
    }
}
