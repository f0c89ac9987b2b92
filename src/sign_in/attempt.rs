//! A sign-in under way, and what proves that an answer belongs to it.

use livechat_protocol::Payload;

use super::answer::text;

/// A sign-in under way. It has no `Debug`: state and verifier are secrets.
#[derive(Clone, PartialEq)]
pub(super) struct Attempt {
    /// 128 random bits that the answer has to repeat.
    pub(super) state: String,
    /// 256 random bits whose hash was sent; the exchange of the code shows them.
    pub(super) verifier: String,
    /// Where the answer goes. The exchange has to name the same.
    pub(super) redirect_uri: String,
}

impl Attempt {
    /// To be stored while the iframe is at LiveChat.
    pub(super) fn to_value<P: Payload>(&self) -> P {
        let members = [("state", &self.state), ("verifier", &self.verifier), ("redirect_uri", &self.redirect_uri)];
        P::object(members.map(|(name, value)| (name, P::text(value))).into())
    }

    /// Of what was stored. What is missing is empty, and then proves nothing.
    pub(super) fn from_value<P: Payload>(value: &P) -> Self {
        let text = |name| text(value, name).unwrap_or_default();
        Self { state: text("state"), verifier: text("verifier"), redirect_uri: text("redirect_uri") }
    }
}

#[cfg(test)]
impl Attempt {
    /// One with known secrets.
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
