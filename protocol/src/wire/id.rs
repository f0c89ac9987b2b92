//! Identifiers that a host may send as text or as a number.

use std::fmt;

use serde::Serialize;

use super::{
    decode::{Decode, DecodeError, Reader, deserialize_by_decode},
    encode::Encode,
    payload::{Kind, Payload},
};

/// An identifier: text, or a whole number that JavaScript represents exactly.
///
/// A number that JavaScript may have rounded is an error; a boolean is converted to its natural text.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(untagged)]
pub enum Id {
    /// Sent as a string.
    Text(String),
    /// Sent as a number.
    Number(i64),
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Number(number) => write!(f, "{number}"),
        }
    }
}

impl From<&str> for Id {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Id {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Id {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl Decode for Id {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        match from.kind() {
            Kind::Number => from.integer().map(Self::Number),
            Kind::Text | Kind::Bool => from.natural_text().map(Self::Text),
            _ => Err(from.error("text or a whole number")),
        }
    }
}

impl Encode for Id {
    #[expect(
        clippy::cast_precision_loss,
        reason = "a number that came from JavaScript is exact; another was the app's choice"
    )]
    fn encode<P: Payload>(&self) -> P {
        match self {
            Self::Text(text) => P::text(text),
            Self::Number(number) => P::number(*number as f64),
        }
    }
}

deserialize_by_decode!(Id);
