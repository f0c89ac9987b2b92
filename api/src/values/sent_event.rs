//! An event that was sent.

use livechat_protocol::{Decode, DecodeError, Payload, Reader, deserialize_by_decode};
use serde::Serialize;

/// An event that was sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct SentEvent {
    /// The id that LiveChat gave it.
    pub event_id: String,
}

impl Decode for SentEvent {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        Ok(Self { event_id: from.identity("event_id")? })
    }
}

deserialize_by_decode!(SentEvent);
