//! The result of a sign-in: tokens, and the account that they belong to.

use std::rc::Rc;

use livechat_protocol::{Kind, Payload};

use super::{
    account::Account,
    answer::{number, text, token},
    error::SignInError,
    secret::AccessToken,
};

/// How long before it expires a token is renewed, at most, in milliseconds.
const EARLY: f64 = 300_000.0;
/// How long after a failure the renewal is repeated, in milliseconds.
const AGAIN: f64 = 30_000.0;

/// The texts that a session needs from an answer, and the error if one is missing.
const MEMBERS: [(&str, &str); 6] = [
    ("access_token", "it has no `access_token`"),
    ("account_id", "it has no `account_id`"),
    ("organization_id", "it has no `organization_id`"),
    ("refresh_token", ""),
    ("scope", ""),
    ("scopes", ""),
];

/// Tokens, and the account that they belong to. No `Debug`.
#[derive(Clone)]
pub(super) struct Session<P> {
    /// The same in all iframes that share the sign-in; different after every sign-in.
    pub(super) id: Rc<str>,
    /// Counts renewals: of two tokens of one sign-in, the one with the higher number is newer.
    pub(super) number: f64,
    pub(super) token: AccessToken,
    pub(super) expires_at: f64,
    /// When to renew it, in milliseconds since 1970; when it expires, if it cannot be renewed.
    pub(super) renew_at: f64,
    /// Why the last renewal failed.
    pub(super) failure: Option<SignInError>,
    /// All of it, as it is stored and shared between the iframes, with the names of the server's answers.
    pub(super) value: P,
}

impl<P: Payload> Session<P> {
    /// From an answer; `known`, another answer or the session that is being renewed, supplies missing values.
    ///
    /// # Errors
    /// Names the first value that is missing or wrong.
    pub(super) fn new(id: &str, answer: &P, known: &P, client_id: &str, now: f64) -> Result<Self, SignInError> {
        let wrong = |what| SignInError::WrongAnswer { what };
        let text = |name: &str| either(answer, known, name);
        if text("client_id").is_some_and(|of| of != client_id) {
            return Err(wrong("the token belongs to another app"));
        }
        let expires_in = seconds(answer, known).ok_or(wrong("it has no `expires_in`"))?;
        let mut members = Vec::new();
        for (name, otherwise) in MEMBERS {
            match (text(name), otherwise) {
                (None, "") => {}
                (None, otherwise) => return Err(wrong(otherwise)),
                (Some(text), _) => members.push((name, P::text(&text))),
            }
        }
        let lifetime = expires_in * 1000.0;
        // Five minutes before it expires, or in the last tenth of a shorter life.
        let early = if text("refresh_token").is_some() { EARLY.min(lifetime / 10.0) } else { 0.0 };
        let numbers = [
            ("number", number(known, "number").map_or(0.0, |number| number + 1.0)),
            ("expires_in", expires_in),
            ("expires_at", now + lifetime),
            ("renew_at", now + lifetime - early),
        ];
        members.push(("id", P::text(id)));
        members.extend(numbers.map(|(name, number)| (name, P::number(number))));
        Self::from_value(&P::object(members)).ok_or(wrong("its `access_token` cannot be sent"))
    }

    /// Whether the server must be asked again before there can be a session.
    pub(super) fn lacks(answer: &P, known: &P) -> bool {
        let has = |name| either(answer, known, name).is_some();
        seconds(answer, known).is_none()
            || !(has("scope") || has("scopes"))
            || !has("account_id")
            || !has("organization_id")
    }

    /// From storage or another iframe; `None` for anything else.
    pub(super) fn from_value(value: &P) -> Option<Self> {
        if value.kind() != Kind::Object {
            return None;
        }
        Some(Self {
            id: text(value, "id")?.into(),
            number: number(value, "number")?,
            token: AccessToken::new(&token(text(value, "access_token")?)?),
            expires_at: number(value, "expires_at")?,
            renew_at: number(value, "renew_at")?,
            failure: None,
            value: value.clone(),
        })
    }

    /// The account that it belongs to.
    pub(super) fn account(&self) -> Account {
        let text = |name| text(&self.value, name).unwrap_or_default();
        let mut account = Account::new(text("account_id"), text("organization_id"))
            .with_scopes(["scope", "scopes"].map(text).concat());
        account.expires_at = self.expires_at;
        account
    }

    pub(super) fn refresh_token(&self) -> Option<String> {
        text(&self.value, "refresh_token").and_then(token)
    }

    /// Notes that it could not be renewed for now.
    pub(super) fn renew_later(&mut self, now: f64, failure: SignInError) {
        self.failure = Some(failure);
        self.renew_at = now + AGAIN;
    }

    pub(super) fn has_expired(&self, now: f64) -> bool {
        now >= self.expires_at
    }
}

/// A non-empty text from either.
fn either<P: Payload>(answer: &P, known: &P, name: &str) -> Option<String> {
    [answer, known].into_iter().filter_map(|values| text(values, name)).find(|text| !text.is_empty())
}

fn seconds<P: Payload>(answer: &P, known: &P) -> Option<f64> {
    let mut seconds = [answer, known].into_iter().filter_map(|values| number(values, "expires_in"));
    seconds.find(|seconds| seconds.is_finite() && *seconds > 0.0)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn answer() -> Value {
        json!({
            "access_token": "dal%3Aone", "refresh_token": "r1", "expires_in": 28800, "scope": "a,b c",
            "account_id": "acc", "organization_id": "org", "client_id": "app",
        })
    }

    fn session(answer: &Value) -> Session<Value> {
        Session::new("s", answer, &Value::Null, "app", 1000.0).ok().unwrap()
    }

    #[test]
    fn a_token_is_renewed_five_minutes_before_its_end_or_in_the_last_tenth() {
        assert_eq!(session(&answer()).renew_at, 1000.0 + 28_800_000.0 - 300_000.0);
        let short = session(&answer().with_member("expires_in", json!("60")));
        assert_eq!((short.renew_at, short.has_expired(60_999.0), short.has_expired(61_000.0)), (55_000.0, false, true));
        let implicit = session(&answer().with_member("refresh_token", json!(null)));
        assert_eq!(implicit.renew_at, implicit.expires_at);
    }

    #[test]
    fn a_renewal_keeps_what_it_does_not_say() {
        let first = session(&answer());
        let next = Session::new("s", &json!({ "access_token": "dal:two" }), &first.value, "app", 5000.0).ok().unwrap();
        assert_eq!((next.token.as_str(), next.refresh_token().as_deref(), next.number), ("dal:two", Some("r1"), 1.0));
        assert_eq!((next.expires_at, next.account().scopes().count()), (5000.0 + 28_800_000.0, 3));
        let rotated = json!({ "access_token": "dal:three", "refresh_token": "r2", "expires_in": 60, "scopes": "x" });
        let next = Session::new("s", &rotated, &next.value, "app", 6000.0).ok().unwrap();
        assert_eq!((next.refresh_token().as_deref(), next.expires_at, next.number), (Some("r2"), 66_000.0, 2.0));
    }

    #[test]
    fn a_session_is_stored_and_read_again() {
        let session = session(&answer());
        assert_eq!((session.token.as_str(), session.account().scopes().collect()), ("dal:one", vec!["a", "b", "c"]));
        let read = Session::from_value(&session.value).unwrap();
        assert_eq!((read.value, read.expires_at), (session.value, session.expires_at));
        for other in [json!(null), json!({}), json!([1]), json!({ "id": "s", "access_token": "a" })] {
            assert!(Session::from_value(&other).is_none(), "{other}");
        }
    }

    #[test]
    fn a_missing_value_and_another_app_s_token_are_named() {
        for (name, value, named) in [
            ("expires_in", json!(null), "`expires_in`"),
            ("expires_in", json!(-5), "`expires_in`"),
            ("account_id", json!(""), "`account_id`"),
            ("organization_id", json!(7), "`organization_id`"),
            ("access_token", json!("a b"), "`access_token`"),
            ("access_token", json!("a".repeat(10_000)), "`access_token`"),
            ("client_id", json!("other"), "belongs to another app"),
        ] {
            let wrong = answer().with_member(name, value);
            let error = Session::new("s", &wrong, &Value::Null, "app", 0.0).err().unwrap().to_string();
            assert!(error.contains(named), "{error}");
        }
    }
}
