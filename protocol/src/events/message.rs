//! A message in a chat.

use serde::Serialize;

use crate::{
    decode::{Decode, DecodeError, Reader, deserialize_by_decode},
    event::Event,
    payload::Payload,
};

/// A message in one of the agent's chats, after `watch_messages`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Message {
    /// The id of the chat.
    pub chat: String,
    /// The text.
    pub message: String,
    /// The message's id.
    pub message_id: String,
    /// Who wrote it. UNVERIFIED: the values have no public source.
    pub message_source: String,
}

impl Decode for Message {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        Ok(Self {
            chat: from.required("chat")?,
            message: from.required("message")?,
            message_id: from.required("message_id")?,
            message_source: from.required("message_source")?,
        })
    }
}

impl Event for Message {
    const NAME: &'static str = "message";
}

deserialize_by_decode!(Message);
