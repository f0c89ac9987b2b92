//! A message within the page.

use yew::prelude::*;

/// The kind of a message.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MessageKind {
    /// Information.
    #[default]
    Info,
    /// Success.
    Success,
    /// A warning.
    Warning,
    /// An error. Screen readers announce it immediately.
    Error,
}

/// The properties of [`InlineMessage`].
#[derive(Clone, PartialEq, Properties)]
pub struct InlineMessageProps {
    /// The kind of the message.
    #[prop_or_default]
    pub kind: MessageKind,
    /// The text.
    #[prop_or_default]
    pub children: Html,
}

/// A message that stays in the page. Screen readers announce it when it appears: an error immediately, other kinds
/// when they are idle.
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
