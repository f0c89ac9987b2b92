//! A message from LiveChat.

use livechat_protocol::{Decode, DecodeError, Payload, Reader, deserialize_by_decode};
use serde::Serialize;
use serde_json::Value;

use super::head::EventHead;
use crate::answer::value;

/// A message from LiveChat, for example that the chat was transferred.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct SystemMessageEvent {
    /// The fields that all events have.
    #[serde(flatten)]
    pub head: EventHead,
    /// What happened, such as `routing.assigned`.
    pub system_message_type: String,
    /// The message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// The parts of the message by name, such as `agent`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text_vars: Option<Value>,
}

impl Decode for SystemMessageEvent {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        Ok(Self {
            head: EventHead::decode(from)?,
            system_message_type: from.required("system_message_type")?,
            text: from.lenient("text"),
            text_vars: value(from, "text_vars"),
        })
    }
}

deserialize_by_decode!(SystemMessageEvent);
