//! Times as LiveChat writes them: RFC 3339 in UTC, with microseconds.

use time::format_description::BorrowedFormatItem;
use time::format_description::well_known::Rfc3339;
use time::macros::format_description;
use time::{OffsetDateTime, UtcOffset};

const FORMAT: &[BorrowedFormatItem<'_>] =
    format_description!("[year]-[month]-[day]T[hour]:[minute]:[second].[subsecond digits:6]Z");

pub(crate) fn text(at: OffsetDateTime) -> String {
    // Every time has all parts of the format.
    at.to_offset(UtcOffset::UTC).format(FORMAT).unwrap_or_default()
}

/// The current time in whole microseconds, so that formatting loses nothing.
pub(crate) fn now() -> OffsetDateTime {
    let now = OffsetDateTime::now_utc();
    now - time::Duration::nanoseconds(i64::from(now.nanosecond() % 1000))
}

/// Parses a time with any offset; `None` if it is not RFC 3339.
pub(crate) fn parse(text: &str) -> Option<OffsetDateTime> {
    OffsetDateTime::parse(text, &Rfc3339).ok()
}

#[cfg(test)]
mod tests {
    use time::macros::datetime;

    use super::*;

    #[test]
    fn has_microseconds_and_is_in_utc() {
        assert_eq!(text(datetime!(2026-11-27 20:00:01.5 +2)), "2026-11-27T18:00:01.500000Z");
    }

    #[test]
    fn the_text_of_the_current_time_is_the_same_time() {
        let now = now();
        assert_eq!(parse(&text(now)), Some(now));
    }

    #[test]
    fn reads_any_offset_and_nothing_else() {
        assert_eq!(parse("2026-11-27T20:00:01.5+02:00"), Some(datetime!(2026-11-27 18:00:01.5 UTC)));
        assert_eq!(parse("2026-11-27"), None);
        assert_eq!(parse("yesterday"), None);
    }
}
