//! Proof Key for Code Exchange (RFC 7636).

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

/// The authorize request's commitment to a verifier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Challenge {
    text: String,
    method: Method,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Method {
    S256,
    Plain,
}

impl Challenge {
    /// Parses the challenge of an authorize request; `None` if it is invalid.
    pub(crate) fn new(text: &str, method: Option<&str>) -> Option<Self> {
        let method = match method {
            // The vendor's documentation uses both spellings.
            Some("S256" | "s256") => Method::S256,
            Some("plain") | None => Method::Plain,
            Some(_) => return None,
        };
        // The base64url text of SHA-256 has 43 characters.
        let fits = if method == Method::S256 { text.len() == 43 } else { true };
        (fits && is_verifier(text)).then(|| Self { text: text.to_owned(), method })
    }

    /// Whether the challenge belongs to this verifier.
    pub(crate) fn is_of(&self, verifier: &str) -> bool {
        is_verifier(verifier)
            && match self.method {
                Method::Plain => self.text == verifier,
                Method::S256 => self.text == URL_SAFE_NO_PAD.encode(Sha256::digest(verifier)),
            }
    }
}

/// Verifiers, and so challenges, have 43 to 128 unreserved characters.
fn is_verifier(text: &str) -> bool {
    (43..=128).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    #[test]
    fn the_example_of_rfc_7636_matches() {
        for method in ["S256", "s256"] {
            let challenge = Challenge::new(CHALLENGE, Some(method)).unwrap();
            assert!(challenge.is_of(VERIFIER));
            assert!(!challenge.is_of(CHALLENGE), "that would be `plain`");
        }
    }

    #[test]
    fn without_a_method_it_is_plain() {
        for method in [None, Some("plain")] {
            let challenge = Challenge::new(VERIFIER, method).unwrap();
            assert!(challenge.is_of(VERIFIER));
            assert!(!Challenge::new(CHALLENGE, method).unwrap().is_of(VERIFIER));
        }
    }

    #[test]
    fn a_challenge_that_breaks_the_rules_is_refused() {
        let long = "a".repeat(128);
        assert!(Challenge::new(&long, None).is_some());
        assert_eq!(Challenge::new(&format!("{long}a"), None), None);
        assert_eq!(Challenge::new(&"a".repeat(42), None), None);
        assert_eq!(Challenge::new(&format!("{}!", &VERIFIER[1..]), None), None);
        assert_eq!(Challenge::new(CHALLENGE, Some("S512")), None);
    }

    #[test]
    fn the_challenge_of_the_javascript_sdk_is_refused() {
        // Version 2.1.3 encodes the hash's words as decimal text, which is longer than a hash.
        let text = URL_SAFE_NO_PAD.encode("-1720248684,1908999794,-1720248684,1908999794,1,2,3,4");
        assert_eq!(Challenge::new(&text, Some("S256")), None);
    }
}
