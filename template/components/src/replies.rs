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
    html! {
        <Section heading="Replies">
            for reply in props.replies.clone() {
                <Button key={&*reply} onclick={props.onreply.reform({ let reply = reply.clone(); move |_| reply.clone() })}>
                    { reply }
                </Button>
            }
        </Section>
    }
}
