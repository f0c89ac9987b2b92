//! Moments that a host may send as a date or as text.

use std::fmt;

use serde::Serialize;
use time::{
    OffsetDateTime,
    format_description::well_known::{
        Iso8601,
        iso8601::{Config, EncodedConfig, TimePrecision},
    },
};

use crate::{
    decode::{Decode, DecodeError, Reader, deserialize_by_decode},
    payload::{Kind, Payload},
};

/// As JavaScript writes it: `2026-11-25T01:35:39.000Z`.
const JAVASCRIPT: EncodedConfig = {
    let milliseconds = std::num::NonZeroU8::new(3);
    Config::DEFAULT.set_time_precision(TimePrecision::Second { decimal_digits: milliseconds }).encode()
};

/// A moment as ISO 8601 text, as `2026-11-25T01:35:39.000Z`.
///
/// A host may send a date or text: a date is written out, text is taken as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Timestamp(String);

impl Timestamp {
    /// Of milliseconds since 1970; `None` for what is no moment, or one of a year that four digits do not hold.
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

/// Milliseconds since 1970 as text, where there is no browser to ask; `None` for what is no moment, or one of a year that four digits do not hold.
pub(crate) fn iso_8601(milliseconds: f64) -> Option<String> {
    #[expect(clippy::cast_possible_truncation, reason = "dates are whole milliseconds; `as` saturates")]
    let whole = milliseconds.is_finite().then_some(milliseconds as i128)?;
    let moment = OffsetDateTime::from_unix_timestamp_nanos(whole.checked_mul(1_000_000)?).ok()?;
    moment.format(&Iso8601::<JAVASCRIPT>).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_written_as_javascript_does() {
        assert_eq!(iso_8601(0.0).as_deref(), Some("1970-01-01T00:00:00.000Z"));
        assert_eq!(iso_8601(1_795_570_539_007.0).as_deref(), Some("2026-11-25T01:35:39.007Z"));
        assert_eq!(iso_8601(-1.0).as_deref(), Some("1969-12-31T23:59:59.999Z"));
        assert_eq!(iso_8601(f64::NAN), None);
        assert_eq!(iso_8601(8.64e15), None);
    }
}
