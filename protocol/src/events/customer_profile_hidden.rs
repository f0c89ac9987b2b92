//! The event for a customer who left the list.

use serde::Serialize;

use crate::wire::{Decode, DecodeError, Payload, Reader, deserialize_by_decode};

/// The customer's profile left the Customers list (older hosts).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CustomerProfileHidden {
    /// The customer's id.
    pub id: String,
}

impl Decode for CustomerProfileHidden {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        Ok(Self { id: from.identity("id")? })
    }
}

deserialize_by_decode!(CustomerProfileHidden);
