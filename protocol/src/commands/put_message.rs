//! Text for the agent's message input.

use crate::wire::{Decode, DecodeError, Encode, Payload, Reader};

/// The host appends the text to the agent's message input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PutMessage {
    text: String,
}

impl PutMessage {
    /// This text.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into() }
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

impl Decode for PutMessage {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        from.text().map(Self::new)
    }
}
