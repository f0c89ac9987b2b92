//! An event that only its app understands.

use livechat_protocol::{Decode, DecodeError, Payload, Reader, deserialize_by_decode};
use serde::Serialize;
use serde_json::Value;

use super::head::EventHead;
use crate::answer::value;

/// An event that only its app understands.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct CustomEvent {
    /// The fields that all events have.
    #[serde(flatten)]
    pub head: EventHead,
    /// The content, as the app sent it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content: Option<Value>,
}

impl Decode for CustomEvent {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        let event = Self { head: EventHead::decode(from)?, content: value(from, "content") };
        // A deleted event has no content, and nothing else shows that it was withheld.
        if event.head.deleted && event.content.is_none() { Err(from.error("content")) } else { Ok(event) }
    }
}

deserialize_by_decode!(CustomEvent);
