//! Secret texts.

use std::{fmt, rc::Rc};

/// A token for LiveChat's API, for the header `Authorization: Bearer …`. Its `Debug` output does not show it.
#[derive(Clone, PartialEq, Eq)]
pub struct AccessToken(Rc<str>);

impl AccessToken {
    /// Creates a token from a text, for tests.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self(text.into())
    }

    /// The text. Never put it into an address, a log or an error message.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The region at the start of the token, such as `dal` or `fra`; `None` without one.
    #[must_use]
    pub fn region(&self) -> Option<&str> {
        self.0.split_once(':').map(|(region, _)| region)
    }
}

impl fmt::Debug for AccessToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AccessToken(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_does_not_show_the_token() {
        let token = AccessToken::new("fra-a:secret");
        assert_eq!(format!("{token:?}"), "AccessToken(…)");
        assert_eq!((token.region(), token.as_str()), (Some("fra-a"), "fra-a:secret"));
        assert_eq!(AccessToken::new("opaque").region(), None);
    }
}
