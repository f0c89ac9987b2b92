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

/// Whether two secrets are equal. The time depends only on their lengths, so that nobody can guess a secret character
/// by character.
pub(super) fn same(one: &str, other: &str) -> bool {
    let differences = one.bytes().zip(other.bytes()).fold(0, |all, (a, b)| all | (a ^ b));
    // Prevents the compiler from leaving the loop early.
    std::hint::black_box(differences) == 0 && one.len() == other.len() && !one.is_empty()
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

    #[test]
    fn secrets_are_the_same_only_as_a_whole_and_never_empty() {
        assert!(same("abc", "abc"));
        for other in ["", "ab", "abcd", "abd", "bbc"] {
            assert!(!same("abc", other) && !same(other, "abc"), "{other}");
        }
        assert!(!same("", ""));
    }
}
