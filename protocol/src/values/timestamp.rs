//! Moments that a host may send as a date or as text.

use std::fmt;

use crate::wire::{Decode, DecodeError, Kind, Payload, Reader, deserialize_by_decode, iso_8601};
use serde::Serialize;

/// A moment as ISO 8601 text, such as `2026-11-25T01:35:39.000Z`.
///
/// Hosts may send a date or text: a date is converted, text is stored as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Timestamp(String);

impl Timestamp {
    /// Converts milliseconds since 1970; `None` for an invalid moment, or a year with more than four digits.
    ///
    /// ```
    /// use livechat_protocol::Timestamp;
    ///
    /// let moment = Timestamp::from_millis(1_795_570_539_000.0).expect("a moment");
    /// assert_eq!(moment.as_str(), "2026-11-25T01:35:39.000Z");
    /// ```
    #[must_use]
    pub fn from_millis(milliseconds: f64) -> Option<Self> {
        iso_8601(milliseconds).map(Self)
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Decode for Timestamp {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        match from.kind() {
            Kind::Text => from.text().map(Self),
            _ => from.value().as_date().map(Self).ok_or_else(|| from.error("a date or text")),
        }
    }
}

deserialize_by_decode!(Timestamp);
