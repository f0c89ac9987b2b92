//! The token that a request is made with.

use std::fmt;

/// An access token. It is sent in a header and shown nowhere: `Debug` hides it, and it has neither `Display` nor serde.
///
/// Tokens begin with the region that issued them, such as `dal:` or `fra:`, and are opaque otherwise. In the fragment of a
/// redirect the colon is written `%3A`: decode it first.
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
    /// Takes a token as LiveChat returned it.
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
    /// A request needs no region at first: LiveChat's documentation no longer asks for it, and answers with
    /// `misdirected_request` where one is needed.
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
