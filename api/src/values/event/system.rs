//! An event from another system.

use livechat_protocol::{Decode, DecodeError, Payload, Reader, deserialize_by_decode};
use serde::Serialize;

use super::head::EventHead;

/// An event from another system, such as an order in a shop. It can only be received.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct SystemEvent {
    /// The fields that all events have.
    #[serde(flatten)]
    pub head: EventHead,
    /// What happened, such as `store_order_was_created`.
    pub subtype: String,
    /// The system, such as `cdp`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// The version of the details.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<u32>,
    /// The details, as JSON text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub details: Option<String>,
}

impl Decode for SystemEvent {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        Ok(Self {
            head: EventHead::decode(from)?,
            subtype: from.required("subtype")?,
            source: from.lenient("source"),
            version: from.lenient("version"),
            details: from.lenient("details"),
        })
    }
}

deserialize_by_decode!(SystemEvent);
