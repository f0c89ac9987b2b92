//! LiveChat's answers to a sign-in: in the address of the callback page, or by message.

use livechat_protocol::{Kind, Payload};

use super::error::SignInRefusal;

/// The longest code, token or state that is accepted.
const LONGEST: usize = 4096;

/// The member in which `static/sign-in.js` passes on the answer from the callback's address.
const CALLBACK: &str = "yewLivechatSignIn";

/// An answer that has not been verified.
pub(super) struct Answer<P> {
    pub(super) state: Option<String>,
    pub(super) code: Option<String>,
    pub(super) refusal: Option<SignInRefusal>,
    /// All values. Each may be missing: the accounts page sends some as `null`.
    pub(super) values: P,
}

impl<P: Payload> Answer<P> {
    /// From the parameters of an address, as an object.
    pub(super) fn of(object: &P) -> Self {
        let error = ["error", "oauth_exception", "identity_exception"].into_iter().find_map(|name| text(object, name));
        Self {
            // A state that is present but empty was not sent by us.
            state: text(object, "state"),
            code: text(object, "code").and_then(token),
            values: object.clone(),
            refusal: error.map(|error| SignInRefusal::new(&error, text(object, "exception_details").as_deref())),
        }
    }

    /// From a message of the callback page.
    pub(super) fn of_callback(message: &P) -> Option<Self> {
        // Only `static/sign-in.js` posts this member.
        object(message, CALLBACK).as_ref().map(Self::of)
    }

    /// From a message of the accounts page: `{data: {…}}`, `{error: {…}}` or `{error: "…"}`. Its other messages are
    /// not answers.
    pub(super) fn of_message(message: &P) -> Option<Self> {
        if let Some(error) = object(message, "error") {
            let mut answer = Self::of(&error);
            answer.refusal.get_or_insert_with(|| SignInRefusal::new("", None));
            return Some(answer);
        }
        if text(message, "error").is_some_and(|error| !error.is_empty()) {
            return Some(Self::of(message));
        }
        object(message, "data").as_ref().map(Self::of)
    }
}

fn object<P: Payload>(message: &P, name: &str) -> Option<P> {
    message.member(name).filter(|value| value.kind() == Kind::Object)
}

/// A text member that is not too long.
pub(super) fn text<P: Payload>(object: &P, name: &str) -> Option<String> {
    let member = object.member(name)?;
    member.text_length().filter(|length| *length <= 2 * LONGEST)?;
    member.as_text()
}

/// A number member, possibly as text.
pub(super) fn number<P: Payload>(object: &P, name: &str) -> Option<f64> {
    object.member(name)?.as_number().or_else(|| whole(&text(object, name)?))
}

/// A token, whose colon may still be encoded, as in `dal%3A…`; `None` for anything that a header cannot carry: only
/// visible ASCII is allowed.
pub(super) fn token(text: String) -> Option<String> {
    let encoded =
        text.bytes().position(|byte| byte == b'%').filter(|at| matches!(text.get(*at..*at + 3), Some("%3A" | "%3a")));
    let token = match encoded {
        Some(at) => [text.get(..at)?, ":", text.get(at + 3..)?].concat(),
        None => text,
    };
    let is_sendable = !token.is_empty() && token.len() <= LONGEST && token.bytes().all(|byte| byte.is_ascii_graphic());
    is_sendable.then_some(token)
}

/// A whole number in text: parsing any other number would add 15 kB.
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
    fn the_accounts_page_answers_with_a_code_or_an_error() {
        let message = json!({ "data": { "code": "dal%3Ac", "state": "s1", "scope": null } });
        let answer = Answer::of_message(&message).unwrap();
        assert_eq!((answer.code.as_deref(), answer.state.as_deref()), (Some("dal:c"), Some("s1")));
        assert!(answer.refusal.is_none());
        for (error, code) in [
            (json!({ "oauth_exception": "access_denied" }), "access_denied"),
            (json!({ "identity_exception": "identity_lost" }), "identity_lost"),
            (json!({}), ""),
        ] {
            let answer = Answer::of_message(&json!({ "error": error, "data": null })).unwrap();
            assert_eq!(answer.refusal.unwrap().code, code);
        }
    }

    #[test]
    fn a_refusal_that_is_text_is_no_message_to_ignore() {
        let refusal =
            |message| Answer::of_message(&message).and_then(|answer| answer.refusal).map(|refusal| refusal.code);
        assert_eq!(refusal(json!({ "error": "access_denied" })).as_deref(), Some("access_denied"));
        assert_eq!(refusal(json!({ "error": "" })), None);
    }

    #[test]
    fn other_messages_of_the_accounts_page_are_no_answers() {
        for message in [
            json!(null),
            json!("data"),
            json!(7),
            json!([]),
            json!({}),
            json!({ "data": null }),
            json!({ "data": "x" }),
            json!({ "error": [] }),
        ] {
            assert!(Answer::of_message(&message).is_none() && Answer::of_callback(&message).is_none(), "{message}");
        }
    }

    #[test]
    fn what_has_the_wrong_type_or_size_is_missing() {
        let values =
            json!({ "state": "s".repeat(1_000_000), "code": { "x": 1 }, "expires_in": "soon", "number": "12" });
        let answer = Answer::of(&values);
        assert!(answer.state.is_none() && answer.code.is_none() && answer.refusal.is_none());
        assert_eq!((number(&values, "expires_in"), number(&values, "number")), (None, Some(12.0)));
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
