//! Recognizes email addresses, URLs and IP addresses, and tells times apart from them.

use std::net::IpAddr;

/// The longest email or IP address that is recognized.
const LONGEST: usize = 254;

/// An address at the beginning of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Address<'a> {
    Email(&'a str),
    Ip(&'a str, IpAddr),
    Url(&'a str),
}

impl<'a> Address<'a> {
    /// Finds the address at the beginning of the text.
    pub(super) fn at(text: &'a str) -> Option<Self> {
        if has_scheme(text) {
            let url = cut(text, usize::MAX, |letter| letter.is_whitespace() || "<>\"'`".contains(letter));
            return Some(Self::Url(url.trim_end_matches(['.', ',', ';', '!', ')', ']', '?'])));
        }
        let token = cut(text, LONGEST, |letter| letter.is_whitespace() || "<>()[]\"',;".contains(letter));
        let token = token.trim_end_matches(['.', ':', '!', '?']);
        // An IPv4 address may have a port.
        let v4 = cut(token, 15, |letter| !letter.is_ascii_digit() && letter != '.').trim_end_matches('.');
        if let Some((text, ip)) = [token, v4].into_iter().find_map(|text| Some((text, text.parse().ok()?))) {
            return Some(Self::Ip(text, ip));
        }
        is_email(token).then_some(Self::Email(token))
    }

    /// The address as text.
    pub(super) fn text(self) -> &'a str {
        match self {
            Self::Email(text) | Self::Ip(text, _) | Self::Url(text) => text,
        }
    }
}

fn has_scheme(text: &str) -> bool {
    let starts = |start: &str| text.get(..start.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(start));
    ["mailto:", "tel:", "data:"].into_iter().any(starts)
        || text.bytes().take(16).position(|byte| byte == b':').is_some_and(|colon| {
            let scheme = text.get(..colon).unwrap_or_default();
            scheme.starts_with(|letter: char| letter.is_ascii_alphabetic())
                && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
                && text.get(colon..).is_some_and(|rest| rest.starts_with("://"))
        })
}

fn cut(text: &str, most: usize, ends: impl Fn(char) -> bool) -> &str {
    let end = text.char_indices().take(most).find(|(_, letter)| ends(*letter)).map(|(at, _)| at);
    let last = || text.char_indices().nth(most).map_or(text.len(), |(at, _)| at);
    text.get(..end.unwrap_or_else(last)).unwrap_or_default()
}

fn is_email(token: &str) -> bool {
    token.split_once('@').is_some_and(|(who, domain)| {
        let labels = domain.split('.');
        !who.is_empty()
            && !who.contains([':', '/', '='])
            && domain.contains('.')
            && labels
                .into_iter()
                .all(|label| !label.is_empty() && label.chars().all(|letter| letter.is_alphanumeric() || letter == '-'))
    })
}

/// The length of the date at the beginning of a text, such as `2026-11-28`.
pub(super) fn date_length(text: &str) -> Option<usize> {
    let date = text.as_bytes().get(..10)?;
    let fits = date
        .iter()
        .enumerate()
        .all(|(at, byte)| if at == 4 || at == 7 { *byte == b'-' } else { byte.is_ascii_digit() });
    let ends = text.as_bytes().get(10).is_none_or(|byte| !byte.is_ascii_digit());
    (fits && ends).then_some(10)
}

/// Whether the text is a date or a time, such as `2026-11-28T02:45:00.000Z`.
pub(super) fn is_time(text: &str) -> bool {
    text.len() <= 40
        && date_length(text)
            .is_some_and(|date| text.bytes().skip(date).all(|byte| byte.is_ascii_digit() || b"TZ:.+- ".contains(&byte)))
}
