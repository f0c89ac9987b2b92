//! The latest messages of the agent's chats.

use std::rc::Rc;

use livechat_protocol::{Event, Message, Slice};
use yew::prelude::*;

use super::{
    context::{use_placements, use_slice},
    use_message::use_watching,
};

/// Returns the latest messages in all of the agent's chats, oldest first: at most
/// [`MESSAGES`](crate::protocol::limits::MESSAGES), starting when a component first used this hook or `use_message`.
/// [`Message::chat`] identifies the chat.
///
/// The first use asks the host for messages, as [`use_message`](crate::use_message) does. To act on every message,
/// however many arrive at once, use that hook.
///
/// Re-renders when a message arrives; once for many when they arrive in a burst. For extensions in the details panel.
///
/// # Panics
/// If there is no [`ExtensionProvider`](crate::ExtensionProvider) above it.
///
/// # Examples
/// ```
/// use yew::prelude::*;
/// use yew_livechat::prelude::*;
///
/// #[component]
/// fn LastMessage() -> Html {
///     let messages = use_messages();
///     html! { if let Some(last) = messages.last() { <p dir="auto">{ last.text().to_owned() }</p> } }
/// }
/// ```
#[hook]
pub fn use_messages() -> Vec<Rc<Message>> {
    let context = use_placements("use_messages", Message::PLACEMENTS);
    use_watching(context.bridge.clone());
    use_slice(context.bridge, Slice::Messages, |state, _| state.messages.clone())
}
