//! Text for the agent's message input.

use crate::{
    values::{InvalidArgument, invalid},
    wire::{Decode, DecodeError, Encode, Payload, Reader},
};

/// Appends a text to the agent's message input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PutMessage {
    text: String,
}

impl PutMessage {
    /// Creates the command with this text.
    ///
    /// # Errors
    /// If the text is empty: the host would append nothing.
    pub fn new(text: impl Into<String>) -> Result<Self, InvalidArgument> {
        Ok(Self { text: invalid::text("put_message.text", text)? })
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }
}

impl Encode for PutMessage {
    fn encode<P: Payload>(&self) -> P {
        P::text(&self.text)
    }
}

/// Lenient: an extension may have sent an empty text.
impl Decode for PutMessage {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        Ok(Self { text: from.text()? })
    }
}
