//! Cards, side by side.

use super::{card::Card, limits::ELEMENTS, postback};
use crate::{
    values::invalid::{self, InvalidArgument},
    wire::{Decode, DecodeError, Encode, Payload, Reader},
};

/// Cards, side by side: from one to [`ELEMENTS`].
#[derive(Clone, Debug, PartialEq)]
pub struct Cards(Vec<Card>);

impl Cards {
    /// Creates cards.
    ///
    /// # Errors
    /// If there are none, or more than [`ELEMENTS`].
    pub fn new(cards: impl IntoIterator<Item = Card>) -> Result<Self, InvalidArgument> {
        let mut cards = invalid::items("rich_message.elements", cards, 1, ELEMENTS)?;
        postback::identify(&mut cards);
        Ok(Self(cards))
    }

    /// The cards, in order.
    #[must_use]
    pub fn as_slice(&self) -> &[Card] {
        &self.0
    }
}

impl Encode for Cards {
    fn encode<P: Payload>(&self) -> P {
        self.0.encode()
    }
}

impl Decode for Cards {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        Self::new(Vec::<Card>::decode(from)?).map_err(|_| from.error("from 1 to 10 elements"))
    }
}
