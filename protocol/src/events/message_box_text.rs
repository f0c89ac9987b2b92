//! What stands in the message input.

use serde::Serialize;

use super::event::Event;
use crate::wire::{Decode, DecodeError, Payload, Reader, deserialize_by_decode};

/// The agent changed the text in the message input.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MessageBoxText {
    /// The whole text.
    pub value: String,
}

impl Decode for MessageBoxText {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        Ok(Self { value: from.required("value")? })
    }
}

impl Event for MessageBoxText {
    const NAME: &'static str = "message_box_text";
}

deserialize_by_decode!(MessageBoxText);
