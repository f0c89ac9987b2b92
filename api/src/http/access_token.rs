//! The access token of a request.

use std::fmt;

/// An access token. It is sent in a header and never shown: `Debug` hides it, and it has neither `Display` nor serde.
///
/// Tokens begin with the region that issued them, such as `dal:` or `fra:`, and are otherwise opaque. In the fragment
/// of a redirect the colon is encoded as `%3A`: decode it first.
///
/// ```
/// use livechat_api::AccessToken;
///
/// let token = AccessToken::new("fra:secret");
/// assert_eq!(token.region(), Some("fra"));
/// assert_eq!(format!("{token:?}"), "AccessToken(…)");
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct AccessToken(String);

impl AccessToken {
    /// Creates a token from the text that LiveChat returned.
    #[must_use]
    pub fn new(token: impl Into<String>) -> Self {
        Self(token.into())
    }

    /// The token itself. Keep it out of URLs, logs and messages.
    #[must_use]
    pub fn secret(&self) -> &str {
        &self.0
    }

    /// The region that issued the token: the text before the first colon, such as `dal`, `fra` or `fra-a`.
    ///
    /// A request needs no region at first: LiveChat's documentation no longer asks for one, and answers with
    /// `misdirected_request` if one is needed.
    #[must_use]
    pub fn region(&self) -> Option<&str> {
        self.0.split_once(':').map(|(region, _)| region).filter(|region| !region.is_empty())
    }
}

impl fmt::Debug for AccessToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AccessToken(…)")
    }
}
