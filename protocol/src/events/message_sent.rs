//! The event for a sent message.

use serde::Serialize;

use crate::wire::{Decode, DecodeError, Payload, Reader, deserialize_by_decode};

/// The agent sent the message that the extension put into the message input.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct MessageSent;

impl Decode for MessageSent {
    fn decode<P: Payload>(_: &Reader<'_, P>) -> Result<Self, DecodeError> {
        Ok(Self)
    }
}

deserialize_by_decode!(MessageSent);
