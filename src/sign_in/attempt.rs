//! A sign-in in progress, and the secrets that prove an answer belongs to it.

use livechat_protocol::Payload;

use super::answer::text;

/// A sign-in in progress. No `Debug`: state and verifier are secrets.
#[derive(Clone, PartialEq)]
pub(super) struct Attempt {
    /// 128 random bits that the answer must repeat.
    pub(super) state: String,
    /// 256 random bits whose hash was sent; the code exchange reveals them.
    pub(super) verifier: String,
    /// The address for the answer. The exchange must name the same one.
    pub(super) redirect_uri: String,
}

impl Attempt {
    /// For storage while the iframe is at LiveChat.
    pub(super) fn to_value<P: Payload>(&self) -> P {
        let members = [("state", &self.state), ("verifier", &self.verifier), ("redirect_uri", &self.redirect_uri)];
        P::object(members.map(|(name, value)| (name, P::text(value))).into())
    }

    /// From storage. A missing value is empty, and then proves nothing.
    pub(super) fn from_value<P: Payload>(value: &P) -> Self {
        let text = |name| text(value, name).unwrap_or_default();
        Self { state: text("state"), verifier: text("verifier"), redirect_uri: text("redirect_uri") }
    }
}

#[cfg(test)]
impl Attempt {
    /// An attempt with known secrets.
    pub(super) fn known() -> Self {
        Self {
            state: "BwcHBwcHBwcHBwcHBwcHBw".to_owned(),
            verifier: "CQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQk".to_owned(),
            redirect_uri: "https://extension.example/".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    #[test]
    fn an_attempt_is_stored_and_read_again() {
        let value: Value = Attempt::known().to_value();
        assert!(Attempt::from_value(&value) == Attempt::known());
        assert!(Attempt::from_value(&json!({ "state": 7 })).state.is_empty());
    }
}
