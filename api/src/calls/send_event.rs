//! Sends an event to a chat.

use livechat_protocol::{Decode, DecodeError, Payload, Reader};

use super::{WRITE_CHATS, new_event::NewEvent};
use crate::{
    call::Call,
    http::{Body, Request, Servers, json::JsonObject},
    invalid_call::{InvalidCall, not_empty},
    values::SentEvent,
};

/// Sends an event to a chat immediately: `send_event`.
///
/// The agent must be a user of the chat, and the chat must be active. LiveChat then marks the whole chat as seen by
/// the agent. A call whose answer was lost is never repeated by [`Attempts`](crate::Attempts), because it may have
/// been delivered.
///
/// ```
/// use livechat_api::{Call, NewEvent, SendEvent, Servers};
/// use livechat_protocol::rich_message::{Button, QuickReplies};
///
/// let message = SendEvent::message("PJ0MRSHTDG", "Hello!");
/// message.request(&Servers::default())?;
///
/// let replies = QuickReplies::new("Did that help?", [Button::reply("Yes", "yes")?, Button::reply("No", "no")?])?;
/// let question = SendEvent::new("PJ0MRSHTDG", NewEvent::rich_message(replies).with_custom_id("survey-1"));
/// question.request(&Servers::default())?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SendEvent {
    chat_id: String,
    event: NewEvent,
}

impl SendEvent {
    /// Sends an event to a chat.
    #[must_use]
    pub fn new(chat_id: impl Into<String>, event: NewEvent) -> Self {
        Self { chat_id: chat_id.into(), event }
    }

    /// Sends text to a chat: [`NewEvent::message`].
    #[must_use]
    pub fn message(chat_id: impl Into<String>, text: impl Into<String>) -> Self {
        Self::new(chat_id, NewEvent::message(text))
    }
}

impl Call for SendEvent {
    type Answer = SentEvent;
    const SCOPES: &'static [&'static str] = WRITE_CHATS;

    fn request(&self, servers: &Servers) -> Result<Request, InvalidCall> {
        not_empty("chat_id", &self.chat_id)?;
        let body = JsonObject::new().text("chat_id", &self.chat_id).raw("event", &self.event.to_json()?);
        Ok(Request::post(servers.agent("send_event"), Body::Json(body.finish())))
    }

    fn answer<P: Payload>(from: &Reader<'_, P>) -> Result<SentEvent, DecodeError> {
        SentEvent::decode(from)
    }
}
