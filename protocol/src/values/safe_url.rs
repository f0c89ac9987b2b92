//! URLs that are safe to follow.

use std::fmt;

use crate::wire::{Decode, DecodeError, Encode, Payload, Reader};

/// A URL that is safe in `href` or `src`: `https:`, `http:` or `mailto:`, without characters that a browser would
/// strip first.
///
/// Text from a host, a customer or a server becomes a link only through this type; a `javascript:` or `data:` URL
/// never does.
///
/// ```
/// use livechat_protocol::{SafeUrl, UnsafeUrl};
///
/// assert_eq!(SafeUrl::parse("https://example.com/orders?id=7")?.as_str(), "https://example.com/orders?id=7");
/// assert!(SafeUrl::parse("javascript:alert(1)").is_err());
/// assert!(SafeUrl::parse("java\nscript:alert(1)").is_err());
/// # Ok::<(), UnsafeUrl>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SafeUrl(String);

/// A URL that is not safe to follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "is not a safe URL: it has to begin with `https://`, `http://` or `mailto:`, and hold neither spaces nor control characters"
)]
pub struct UnsafeUrl;

impl SafeUrl {
    /// Parses a URL that is safe to follow.
    ///
    /// # Errors
    /// If it has another scheme or none, nothing after the scheme, or white space or control characters.
    pub fn parse(url: &str) -> Result<Self, UnsafeUrl> {
        let (scheme, rest) = url.split_once(':').ok_or(UnsafeUrl)?;
        let rest = match scheme.to_ascii_lowercase().as_str() {
            "http" | "https" => rest.strip_prefix("//").ok_or(UnsafeUrl)?,
            "mailto" => rest,
            _ => return Err(UnsafeUrl),
        };
        // Browsers strip tabs and line breaks before they parse a URL; a valid URL contains none.
        let is_plain = |letter: char| !letter.is_control() && !letter.is_whitespace() && letter != '\\';
        if rest.is_empty() || rest.starts_with('/') || !rest.chars().all(is_plain) {
            return Err(UnsafeUrl);
        }
        Ok(Self(url.to_owned()))
    }

    /// Creates a link that opens an email to this address.
    ///
    /// # Errors
    /// If the address has no `@` with something on both sides, or contains characters that do not belong in an
    /// address.
    pub fn mailto(address: &str) -> Result<Self, UnsafeUrl> {
        let belongs = |letter: char| !matches!(letter, '?' | '&' | '#' | '%' | '/' | ':' | ',' | ';' | '<' | '>' | '"');
        match address.split_once('@') {
            Some((name, host)) if !name.is_empty() && !host.is_empty() && address.chars().all(belongs) => {
                Self::parse(&format!("mailto:{address}"))
            }
            _ => Err(UnsafeUrl),
        }
    }

    /// Whether it opens an email instead of a page.
    pub(crate) fn is_mailto(&self) -> bool {
        self.0.get(..7).is_some_and(|scheme| scheme.eq_ignore_ascii_case("mailto:"))
    }

    /// The URL.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for SafeUrl {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl Encode for SafeUrl {
    fn encode<P: Payload>(&self) -> P {
        P::text(self.as_str())
    }
}

impl Decode for SafeUrl {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        Self::parse(&from.text()?).map_err(|_| from.error("an `https:`, `http:` or `mailto:` URL"))
    }
}

impl fmt::Display for SafeUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::str::FromStr for SafeUrl {
    type Err = UnsafeUrl;

    fn from_str(url: &str) -> Result<Self, Self::Err> {
        Self::parse(url)
    }
}
