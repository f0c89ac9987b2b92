//! The latest messages of the agent's chats.

use std::rc::Rc;

use livechat_protocol::{Event, Message, Slice};
use yew::prelude::*;

use super::{
    context::{use_placements, use_slice},
    use_message::use_watching,
};

/// The latest messages of all of the agent's chats, oldest first: those that came since somebody asked for the first
/// time, at most [`MESSAGES`](crate::protocol::limits::MESSAGES) of them. [`Message::chat`] tells the chats apart.
///
/// The first use asks the host for messages, as [`use_message`](crate::use_message) does. For something to happen at
/// each message, however many come at once, use that.
///
/// Re-renders when a message is received; in a flood of them, once for many. For extensions in the details panel.
///
/// # Panics
/// Outside a provider; the message says what to do.
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
