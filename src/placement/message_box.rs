//! The box above the message input.

use livechat_protocol::{MessageBoxMessage, PlacementKind, rich_message::RichMessage};
use yew::prelude::*;

use super::{handle::UsePlacementHandle, kind::Placement, sealed, use_handle::use_handle};
use crate::bridge::{Acknowledgement, Argument};

/// The box above the message input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MessageBox;

impl sealed::Placement for MessageBox {
    const KIND: PlacementKind = PlacementKind::MessageBox;
}

impl Placement for MessageBox {}

/// The commands of the message box.
pub type UseMessageBoxHandle = UsePlacementHandle<MessageBox>;

impl UsePlacementHandle<MessageBox> {
    /// Puts text into the message input, for the agent to send; empty text clears it. The SDK's `putMessage(text)`.
    pub fn put_message(&self, text: impl AsRef<str>) -> Acknowledgement {
        self.send(MessageBoxMessage::Text(text.as_ref().to_owned()))
    }

    /// Puts cards or quick replies into the message input, for the agent to send. The SDK's `putMessage(richMessage)`.
    pub fn put_rich_message(&self, message: impl Argument<RichMessage>) -> Acknowledgement {
        self.send::<MessageBoxMessage>(message.with(|message| MessageBoxMessage::Rich(message.clone())))
    }
}

/// Returns the commands of the message box.
///
/// [`use_message_sent`](crate::use_message_sent) calls back when the agent has sent the text.
///
/// Never re-renders.
///
/// # Panics
/// If there is no [`ExtensionProvider`](crate::ExtensionProvider) above it, or the extension has another placement.
///
/// # Examples
/// ```
/// use yew::prelude::*;
/// use yew_livechat::{prelude::*, protocol::rich_message::{Card, Cards}};
///
/// #[component]
/// fn Offer() -> Html {
///     let message_box = use_message_box();
///     let offer = move |_| {
///         message_box.put_rich_message(Cards::new([Card::new().with_title("Chair").with_subtitle("49.00 EUR")]));
///     };
///     html! { <Button onclick={offer}>{ "Offer the chair" }</Button> }
/// }
/// ```
#[hook]
pub fn use_message_box() -> UseMessageBoxHandle {
    use_handle("use_message_box")
}
