//! A sign-in under way, and what proves that an answer belongs to it.

use super::{percent, pkce};

/// A sign-in under way. It has no `Debug`: state and verifier are secrets.
#[derive(Clone, PartialEq)]
pub(super) struct Attempt {
    /// 128 random bits that the answer has to repeat.
    pub(super) state: String,
    /// 256 random bits whose hash was sent; the exchange of the code shows them.
    pub(super) verifier: String,
    /// Where the answer goes. The exchange has to name the same.
    pub(super) redirect_uri: String,
    /// Query and fragment that the page had before it was redirected.
    pub(super) return_to: String,
}

/// Random bytes for one attempt, of the browser's own generator.
pub(super) struct Random {
    pub(super) state: [u8; 16],
    pub(super) verifier: [u8; 32],
}

impl Attempt {
    pub(super) fn new(random: &Random, redirect_uri: String, return_to: String) -> Self {
        Self {
            state: pkce::base64url(&random.state),
            verifier: pkce::base64url(&random.verifier),
            redirect_uri,
            return_to,
        }
    }

    /// As text to store while the iframe is at LiveChat. It has no `&`.
    pub(super) fn to_text(&self) -> String {
        let parts = [&self.state, &self.verifier, &self.redirect_uri, &self.return_to];
        parts.map(|part| percent::encode(part)).join("|")
    }

    /// Of stored text; `None` for another text.
    pub(super) fn from_text(text: &str) -> Option<Self> {
        let mut parts = text.split('|').map(percent::decode);
        let attempt = Self {
            state: parts.next()?,
            verifier: parts.next()?,
            redirect_uri: parts.next()?,
            return_to: parts.next()?,
        };
        parts.next().is_none().then_some(attempt)
    }
}

#[cfg(test)]
impl Attempt {
    /// One with known secrets.
    pub(super) fn known() -> Self {
        let random = Random { state: [7; 16], verifier: [9; 32] };
        Self::new(&random, "https://extension.example/".to_owned(), "?plugin_id=a|b&theme=dark#/orders".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_attempt_is_stored_and_read_again() {
        let attempt = Attempt::known();
        let text = attempt.to_text();
        assert!(!text.contains('&'), "{text}");
        assert!(Attempt::from_text(&text) == Some(attempt));
        for other in ["", "a|b|c", "a|b|c|d|e"] {
            assert!(Attempt::from_text(other).is_none(), "{other}");
        }
    }

    #[test]
    fn state_and_verifier_have_their_bits() {
        let attempt = Attempt::known();
        assert_eq!((attempt.state.len(), attempt.verifier.len()), (22, 43), "128 and 256 bits, six a character");
    }
}
