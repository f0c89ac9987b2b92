//! Dates as JavaScript writes them, without a browser.

use time::{
    OffsetDateTime,
    format_description::well_known::{
        Iso8601,
        iso8601::{Config, EncodedConfig, TimePrecision},
    },
};

/// As JavaScript writes it: `2026-11-25T01:35:39.000Z`.
const JAVASCRIPT: EncodedConfig = {
    let milliseconds = std::num::NonZeroU8::new(3);
    Config::DEFAULT.set_time_precision(TimePrecision::Second { decimal_digits: milliseconds }).encode()
};

/// Milliseconds since 1970 as text; `None` for values that are not dates, and for years that need more than four digits.
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
