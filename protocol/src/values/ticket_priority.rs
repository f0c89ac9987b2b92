//! The priority of a ticket.

use serde::{Serialize, Serializer};

use crate::wire::{Decode, DecodeError, Payload, Reader, deserialize_by_decode};

/// The priority of a HelpDesk ticket: −10, 0, 10 or 20 on the wire, according to HelpDesk's documentation.
///
/// The names are from `livechat/shopify-text-ticketing`, an example by the vendor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TicketPriority {
    /// −10.
    Low,
    /// 0.
    Medium,
    /// 10.
    High,
    /// 20.
    Urgent,
    /// A number that this version does not know.
    Other(i64),
}

impl TicketPriority {
    /// The number on the wire; higher is more urgent.
    #[must_use]
    pub const fn number(self) -> i64 {
        match self {
            Self::Low => -10,
            Self::Medium => 0,
            Self::High => 10,
            Self::Urgent => 20,
            Self::Other(number) => number,
        }
    }
}

impl From<i64> for TicketPriority {
    fn from(number: i64) -> Self {
        match number {
            -10 => Self::Low,
            0 => Self::Medium,
            10 => Self::High,
            20 => Self::Urgent,
            _ => Self::Other(number),
        }
    }
}

impl Serialize for TicketPriority {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i64(self.number())
    }
}

impl Decode for TicketPriority {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        from.integer().map(Self::from)
    }
}

deserialize_by_decode!(TicketPriority);
