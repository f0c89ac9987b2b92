//! The status of a ticket.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::wire::{Decode, DecodeError, Payload, Reader, deserialize_by_decode};

/// The status of a HelpDesk ticket, by HelpDesk's documentation.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TicketStatus {
    /// An agent has to act.
    Open,
    /// The customer has to answer.
    Pending,
    /// Somebody else has to act: `onhold`.
    OnHold,
    /// Solved.
    Solved,
    /// Closed for good.
    Closed,
    /// A value that this version does not know.
    Other(String),
}

impl TicketStatus {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Open => "open",
            Self::Pending => "pending",
            Self::OnHold => "onhold",
            Self::Solved => "solved",
            Self::Closed => "closed",
            Self::Other(name) => name,
        }
    }
}

impl From<String> for TicketStatus {
    fn from(name: String) -> Self {
        match name.as_str() {
            "open" => Self::Open,
            "pending" => Self::Pending,
            "onhold" => Self::OnHold,
            "solved" => Self::Solved,
            "closed" => Self::Closed,
            _ => Self::Other(name),
        }
    }
}

impl fmt::Display for TicketStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for TicketStatus {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl Decode for TicketStatus {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        from.natural_text().map(Self::from)
    }
}

deserialize_by_decode!(TicketStatus);
