//! What LiveChat answers to a sign-in: in the address of the callback page, or by message.

use livechat_protocol::{Kind, Payload};

use super::error::SignInRefusal;

/// The longest code, token or state that is read, in the unit of its owner.
const LONGEST: usize = 4096;

/// The member that `static/sign-in.js` hands the answer in the callback's address over in.
const CALLBACK: &str = "yewLivechatSignIn";

/// An answer, before anything of it is believed.
#[derive(Default)]
pub(super) struct Answer {
    pub(super) state: Option<String>,
    pub(super) code: Option<String>,
    pub(super) values: Values,
    pub(super) refusal: Option<SignInRefusal>,
}

/// Values of a token, each of which may be missing: the accounts page sends some as `null`.
#[derive(Clone, Default)]
pub(super) struct Values {
    pub(super) access_token: Option<String>,
    pub(super) refresh_token: Option<String>,
    pub(super) expires_in: Option<f64>,
    pub(super) scope: Option<String>,
    pub(super) account_id: Option<String>,
    pub(super) organization_id: Option<String>,
    pub(super) client_id: Option<String>,
}

impl Answer {
    /// The answer in the parameters of an address, as an object.
    pub(super) fn of<P: Payload>(object: &P) -> Self {
        let error = ["error", "oauth_exception", "identity_exception"].into_iter().find_map(|name| text(object, name));
        Self {
            // A state that is there and empty is one that nobody sent.
            state: text(object, "state"),
            code: text(object, "code").and_then(token),
            values: Values::of(object),
            refusal: error.map(|error| SignInRefusal::new(&error, text(object, "exception_details").as_deref())),
        }
    }

    /// The answer in a message of the callback page.
    pub(super) fn of_callback<P: Payload>(message: &P) -> Option<Self> {
        // Only `static/sign-in.js` posts this member.
        object(message, CALLBACK).as_ref().map(Self::of)
    }

    /// The answer in a message of the accounts page: `{data: {…}}` or `{error: {…}}`. Its other messages are none.
    pub(super) fn of_message<P: Payload>(message: &P) -> Option<Self> {
        if let Some(error) = object(message, "error") {
            let answer = Self::of(&error);
            let refusal = answer.refusal.unwrap_or_else(|| SignInRefusal::new("", None));
            return Some(Self { state: answer.state, refusal: Some(refusal), ..Self::default() });
        }
        object(message, "data").as_ref().map(Self::of)
    }
}

fn object<P: Payload>(message: &P, name: &str) -> Option<P> {
    message.member(name).filter(|value| value.kind() == Kind::Object)
}

impl Values {
    /// Of an object; what has the wrong type is missing.
    pub(super) fn of<P: Payload>(object: &P) -> Self {
        let text = |name: &str| text(object, name).filter(|text| !text.is_empty());
        let number = |name| object.member(name)?.as_number().or_else(|| whole(&text(name)?));
        let token = |name: &str| text(name).and_then(token);
        Self {
            access_token: token("access_token"),
            refresh_token: token("refresh_token"),
            expires_in: number("expires_in").filter(|seconds| seconds.is_finite() && *seconds > 0.0),
            scope: text("scope").or_else(|| text("scopes")),
            account_id: text("account_id"),
            organization_id: text("organization_id"),
            client_id: text("client_id"),
        }
    }

    /// These, and those of `other` where these are missing.
    pub(super) fn or(self, other: Self) -> Self {
        Self {
            access_token: self.access_token.or(other.access_token),
            refresh_token: self.refresh_token.or(other.refresh_token),
            expires_in: self.expires_in.or(other.expires_in),
            scope: self.scope.or(other.scope),
            account_id: self.account_id.or(other.account_id),
            organization_id: self.organization_id.or(other.organization_id),
            client_id: self.client_id.or(other.client_id),
        }
    }
}

/// A text of an object that is not too long.
pub(super) fn text<P: Payload>(object: &P, name: &str) -> Option<String> {
    let member = object.member(name)?;
    member.text_length().filter(|length| *length <= 2 * LONGEST)?;
    member.as_text()
}

/// A token, whose colon may still be encoded, as in `dal%3A…`; `None` for what cannot be one: a header takes visible ASCII alone.
fn token(text: String) -> Option<String> {
    let encoded = text.bytes().position(|byte| byte == b'%').filter(|at| matches!(text.get(*at..*at + 3), Some("%3A" | "%3a")));
    let token = match encoded {
        Some(at) => [text.get(..at)?, ":", text.get(at + 3..)?].concat(),
        None => text,
    };
    let is_sendable =
        !token.is_empty() && token.len() <= LONGEST && token.bytes().all(|byte| byte.is_ascii_graphic());
    is_sendable.then_some(token)
}

/// A whole number in text: to read any other takes 15 kB.
fn whole(text: &str) -> Option<f64> {
    text.parse::<u32>().ok().map(f64::from)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::{Value, json};

    use super::*;

    #[test]
    fn a_refusal_is_in_whichever_member_livechat_puts_it() {
        for (answer, code, detail) in [
            (json!({ "error": "access_denied", "state": "s1" }), "access_denied", None),
            (
                json!({ "oauth_exception": "invalid_request", "exception_details": "redirect_uri_not_set" }),
                "invalid_request",
                Some("redirect_uri_not_set"),
            ),
            (json!({ "identity_exception": "identity_lost" }), "identity_lost", None),
        ] {
            let refusal = Answer::of(&answer).refusal.unwrap();
            assert_eq!((refusal.code.as_str(), refusal.detail.as_deref()), (code, detail), "{answer}");
        }
    }

    #[test]
    fn the_colon_of_a_token_may_be_encoded_once() {
        for (text, token_text) in [
            ("dal%3Aabc", Some("dal:abc")),
            ("fra-a%3axyz", Some("fra-a:xyz")),
            ("dal:a+b/c", Some("dal:a+b/c")),
            ("a%20b", Some("a%20b")),
            ("a%", Some("a%")),
            ("%é", None),
            ("", None),
            ("a b", None),
            ("a\nb", None),
        ] {
            assert_eq!(token(text.to_owned()).as_deref(), token_text, "{text:?}");
        }
    }

    #[test]
    fn the_accounts_page_answers_with_nulls_and_either_name_of_the_scopes() {
        let message = json!({ "data": {
            "access_token": "dal%3Aabc", "state": "s1", "token_type": null, "expires_in": null, "scope": null, "scopes": "a,b",
        } });
        let answer = Answer::of_message(&message).unwrap();
        assert_eq!(answer.values.access_token.as_deref(), Some("dal:abc"));
        assert_eq!((answer.values.expires_in, answer.values.scope.as_deref()), (None, Some("a,b")));
        let message = json!({ "data": { "code": "c", "state": "s1", "scope": "a", "expires_in": "3600" } });
        let answer = Answer::of_message(&message).unwrap();
        assert_eq!((answer.code.as_deref(), answer.values.expires_in), (Some("c"), Some(3600.0)));
        let message = json!({ "error": { "oauth_exception": "access_denied" } });
        assert_eq!(Answer::of_message(&message).unwrap().refusal.unwrap().code, "access_denied");
        let message = json!({ "error": { "identity_exception": "identity_lost" } });
        assert_eq!(Answer::of_message(&message).unwrap().refusal.unwrap().code, "identity_lost");
    }

    #[test]
    fn other_messages_of_the_accounts_page_are_no_answers() {
        for message in [json!(null), json!("data"), json!(7), json!([]), json!({}), json!({ "data": null }), json!({ "data": "x" }), json!({ "error": [] })] {
            assert!(Answer::of_message(&message).is_none() && Answer::of_callback(&message).is_none(), "{message}");
        }
    }

    #[test]
    fn what_has_the_wrong_type_or_size_is_missing() {
        let long = "a".repeat(LONGEST + 1);
        let data = json!({ "access_token": long, "refresh_token": {}, "expires_in": -5, "scope": 7, "account_id": "", "client_id": null });
        let values = Values::of(&data);
        assert!(values.access_token.is_none() && values.refresh_token.is_none() && values.expires_in.is_none());
        assert!(values.scope.is_none() && values.account_id.is_none() && values.client_id.is_none());
        let huge = json!({ "data": { "state": "s".repeat(1_000_000), "code": "c" } });
        assert!(Answer::of_message(&huge).unwrap().state.is_none());
    }

    /// Any JSON, with the members that are looked for.
    fn any_json() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<f64>().prop_map(Value::from),
            ".*".prop_map(Value::from),
            "[%?#&=a-z0-9]{0,40}".prop_map(Value::from),
        ];
        let name = prop_oneof![
            Just("data".to_owned()),
            Just("error".to_owned()),
            Just("state".to_owned()),
            Just("access_token".to_owned()),
            Just("expires_in".to_owned()),
            Just(CALLBACK.to_owned()),
            ".{0,4}",
        ];
        leaf.prop_recursive(3, 24, 6, move |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
                prop::collection::vec((name.clone(), inner), 0..6)
                    .prop_map(|members| Value::Object(members.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn no_message_panics(message in any_json()) {
            let _ = (Answer::of_message(&message), Answer::of_callback(&message), Answer::of(&message));
        }

        #[test]
        fn a_token_can_always_be_sent(text: String) {
            if let Some(token) = token(text) {
                prop_assert!(token.bytes().all(|byte| byte.is_ascii_graphic()));
            }
        }
    }
}
