//! What a sign-in leaves: tokens, and whom they are of.

use std::rc::Rc;

use livechat_protocol::{Kind, Payload};

use super::{
    account::Account,
    answer::{Values, text},
    error::SignInError,
    secret::AccessToken,
};

/// How long before its end a token is renewed at the most, in milliseconds.
const EARLY: f64 = 300_000.0;
/// How long after a failure it is tried again, in milliseconds.
const AGAIN: f64 = 30_000.0;

/// Tokens, and whom they are of. It has no `Debug`.
#[derive(Clone, PartialEq)]
pub(super) struct Session {
    /// The same in all iframes that share the sign-in, and another one after every sign-in.
    pub(super) id: Rc<str>,
    /// Counts the renewals: of two tokens of one sign-in, the one with the higher number is newer.
    pub(super) number: f64,
    pub(super) token: AccessToken,
    pub(super) refresh_token: Option<String>,
    pub(super) account: Account,
    /// How long tokens of this sign-in are valid, in milliseconds.
    lifetime: f64,
    /// When to renew, in milliseconds since 1970.
    pub(super) renew_at: f64,
    /// Why the last renewal failed.
    pub(super) failure: Option<SignInError>,
}

impl Session {
    /// Of all the values; the error names the first missing one.
    pub(super) fn new(id: &str, values: Values, client_id: &str, now: f64) -> Result<Self, SignInError> {
        let wrong = |what| SignInError::WrongAnswer { what };
        if values.client_id.is_some_and(|of| of != client_id) {
            return Err(wrong("the token is another app's"));
        }
        let lifetime = values.expires_in.ok_or(wrong("it has no `expires_in`"))? * 1000.0;
        let token = values.access_token.ok_or(wrong("it has no `access_token`"))?;
        let account = Account {
            account_id: values.account_id.ok_or(wrong("it has no `account_id`"))?,
            organization_id: values.organization_id.ok_or(wrong("it has no `organization_id`"))?,
            scopes: scopes(values.scope.as_deref().unwrap_or_default()),
            expires_at: now + lifetime,
        };
        let token = AccessToken::new(&token);
        let renew_at = renew_at(now, lifetime);
        Ok(Self { id: id.into(), number: 0.0, token, refresh_token: values.refresh_token, account, lifetime, renew_at, failure: None })
    }

    /// With the values of a renewal; those that it lacks stay.
    pub(super) fn renew(&mut self, values: Values, now: f64) -> Result<(), SignInError> {
        let token = values.access_token.ok_or(SignInError::WrongAnswer { what: "it has no `access_token`" })?;
        self.token = AccessToken::new(&token);
        self.failure = None;
        self.number += 1.0;
        self.lifetime = values.expires_in.map_or(self.lifetime, |seconds| seconds * 1000.0);
        self.account.expires_at = now + self.lifetime;
        self.renew_at = renew_at(now, self.lifetime);
        if values.refresh_token.is_some() {
            self.refresh_token = values.refresh_token;
        }
        if let Some(scope) = values.scope {
            self.account.scopes = scopes(&scope);
        }
        Ok(())
    }

    /// It could not be renewed for now.
    pub(super) fn renew_later(&mut self, now: f64, failure: SignInError) {
        self.failure = Some(failure);
        self.renew_at = now + AGAIN;
    }

    pub(super) fn has_expired(&self, now: f64) -> bool {
        now >= self.account.expires_at
    }

    /// As it is stored and shared between the iframes.
    pub(super) fn to_value<P: Payload>(&self) -> P {
        let text = |text: &str| P::text(text);
        P::object(vec![
            ("id", text(&self.id)),
            ("number", P::number(self.number)),
            ("access_token", text(self.token.as_str())),
            ("refresh_token", self.refresh_token.as_deref().map_or_else(P::null, text)),
            ("account_id", text(&self.account.account_id)),
            ("organization_id", text(&self.account.organization_id)),
            ("scope", text(&self.account.scopes.join(","))),
            ("expires_at", P::number(self.account.expires_at)),
            ("lifetime", P::number(self.lifetime)),
            ("renew_at", P::number(self.renew_at)),
        ])
    }

    /// Of what was stored or shared; `None` for anything else.
    pub(super) fn from_value<P: Payload>(value: &P) -> Option<Self> {
        if value.kind() != Kind::Object {
            return None;
        }
        let number = |name: &str| value.member(name)?.as_number();
        let values = Values::of(value);
        Some(Self {
            id: text(value, "id")?.into(),
            number: number("number")?,
            token: AccessToken::new(&values.access_token?),
            refresh_token: values.refresh_token,
            account: Account {
                account_id: values.account_id?,
                organization_id: values.organization_id?,
                scopes: scopes(values.scope.as_deref().unwrap_or_default()),
                expires_at: number("expires_at")?,
            },
            lifetime: number("lifetime")?,
            renew_at: number("renew_at")?,
            failure: None,
        })
    }
}

/// Shortly before its end: five minutes, or the last tenth of a shorter life.
fn renew_at(now: f64, lifetime: f64) -> f64 {
    now + lifetime - EARLY.min(lifetime / 10.0)
}

/// LiveChat separates scopes by commas; OAuth itself by spaces.
fn scopes(text: &str) -> Vec<String> {
    text.split([',', ' ']).filter(|scope| !scope.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn values() -> Values {
        Values::of(&json!({
            "access_token": "dal:one", "refresh_token": "r1", "expires_in": 28800, "scope": "a,b c",
            "account_id": "acc", "organization_id": "org", "client_id": "app",
        }))
    }

    fn session() -> Session {
        Session::new("s", values(), "app", 1000.0).ok().unwrap()
    }

    #[test]
    fn a_token_is_renewed_five_minutes_before_its_end_or_in_the_last_tenth() {
        assert_eq!(session().renew_at, 1000.0 + 28_800_000.0 - 300_000.0);
        let short = Values { expires_in: Some(60.0), ..values() };
        let short = Session::new("s", short, "app", 0.0).ok().unwrap();
        assert_eq!((short.renew_at, short.has_expired(59_999.0), short.has_expired(60_000.0)), (54_000.0, false, true));
    }

    #[test]
    fn a_renewal_keeps_what_it_does_not_say() {
        let mut session = session();
        let renewed = Values::of(&json!({ "access_token": "dal:two" }));
        assert!(session.renew(renewed, 5000.0).is_ok());
        assert_eq!((session.token.as_str(), session.refresh_token.as_deref()), ("dal:two", Some("r1")));
        assert_eq!((session.account.expires_at, session.number), (5000.0 + 28_800_000.0, 1.0));
        let rotated = Values::of(&json!({ "access_token": "dal:three", "refresh_token": "r2", "expires_in": 60, "scope": "a" }));
        assert!(session.renew(rotated, 6000.0).is_ok());
        assert_eq!((session.refresh_token.as_deref(), session.account.expires_at), (Some("r2"), 66_000.0));
        assert_eq!(session.account.scopes, ["a"]);
        assert!(session.renew(Values::default(), 7000.0).is_err());
        assert_eq!(session.token.as_str(), "dal:three");
    }

    #[test]
    fn a_session_is_stored_and_read_again() {
        let session = session();
        assert_eq!(session.account.scopes, ["a", "b", "c"]);
        let value: Value = session.to_value();
        assert!(Session::from_value(&value) == Some(session));
        for other in [json!(null), json!({}), json!([1]), json!({ "id": "s", "access_token": "a" })] {
            assert!(Session::from_value(&other).is_none(), "{other}");
        }
    }

    #[test]
    fn a_missing_value_and_another_app_s_token_are_named() {
        for (values, named) in [
            (Values { expires_in: None, ..values() }, "`expires_in`"),
            (Values { account_id: None, ..values() }, "`account_id`"),
            (Values { organization_id: None, ..values() }, "`organization_id`"),
            (Values { access_token: None, ..values() }, "`access_token`"),
            (Values { client_id: Some("other".to_owned()), ..values() }, "another app's"),
        ] {
            let error = Session::new("", values, "app", 0.0).err().unwrap().to_string();
            assert!(error.contains(named), "{error}");
        }
    }
}
