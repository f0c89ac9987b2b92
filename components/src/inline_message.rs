//! A notice within the page.

use yew::prelude::*;

/// How a message is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MessageKind {
    /// Good to know.
    #[default]
    Info,
    /// It went well.
    Success,
    /// Take care.
    Warning,
    /// It did not work. Read out at once.
    Error,
}

/// The properties of [`InlineMessage`].
#[derive(Clone, PartialEq, Properties)]
pub struct InlineMessageProps {
    /// How it is meant.
    #[prop_or_default]
    pub kind: MessageKind,
    /// What it says.
    #[prop_or_default]
    pub children: Html,
}

/// A notice that stays where it is, and is read out when it appears: an error at once, anything else in its turn.
///
/// ```rust
/// use yew::prelude::*;
/// use yew_livechat_components::{InlineMessage, MessageKind};
///
/// #[component]
/// fn Failure() -> Html {
///     html! { <InlineMessage kind={MessageKind::Error}>{ "Not saved: the server does not answer." }</InlineMessage> }
/// }
/// ```
#[component]
pub fn InlineMessage(props: &InlineMessageProps) -> Html {
    let (kind, role) = match props.kind {
        MessageKind::Info => ("lc-message-info", "status"),
        MessageKind::Success => ("lc-message-success", "status"),
        MessageKind::Warning => ("lc-message-warning", "status"),
        MessageKind::Error => ("lc-message-error", "alert"),
    };
    html! { <div class={classes!("lc-message", kind)} {role} dir="auto">{ props.children.clone() }</div> }
}
