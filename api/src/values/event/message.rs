//! A text message.

use livechat_protocol::{Decode, DecodeError, Payload, Reader, deserialize_by_decode};
use serde::Serialize;

use super::head::EventHead;

/// A text message.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct MessageEvent {
    /// The fields that all events have.
    #[serde(flatten)]
    pub head: EventHead,
    /// The text.
    pub text: String,
    /// The button of a rich message that sent it, if one did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub postback: Option<Postback>,
}

/// The button of a rich message that sent a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Postback {
    /// The button's postback id.
    pub id: String,
    /// The thread of the rich message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub thread_id: Option<String>,
    /// The rich message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event_id: Option<String>,
    /// The button's type.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// The button's value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
}

impl Decode for MessageEvent {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        Ok(Self { head: EventHead::decode(from)?, text: from.required("text")?, postback: from.lenient("postback") })
    }
}

impl Decode for Postback {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        Ok(Self {
            id: from.required("id")?,
            thread_id: from.lenient("thread_id"),
            event_id: from.lenient("event_id"),
            kind: from.lenient("type"),
            value: from.lenient("value"),
        })
    }
}

deserialize_by_decode!(MessageEvent, Postback);
