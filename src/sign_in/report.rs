//! What `static/sign-in.js` reports.

use livechat_protocol::Payload;

use super::{
    account::Account,
    client::TokenResult,
    error::{SignInError, SignInRefusal},
    secret::AccessToken,
    state::SignInState,
};

/// What is wrong with an answer, by number.
const WRONG: [&str; 8] = [
    "it is not a JSON object",
    "it has no `code`",
    "it has no `expires_in`",
    "it has no `access_token`",
    "it has no `account_id`",
    "it has no `organization_id`",
    "its `access_token` cannot be sent",
    "the token belongs to another app",
];

/// The reported state. The texts are those of the account or of a refusal.
pub(super) fn state(kind: u32, number: f64, one: String, two: String, three: String) -> SignInState {
    match kind {
        1 => SignInState::SigningIn,
        2 => {
            let mut account = Account::new(one, two).with_scopes(three);
            account.expires_at = number;
            SignInState::SignedIn(account)
        }
        _ => SignInState::SignedOut { reason: reason(kind, number, one, two) },
    }
}

/// A token, or a list of a reason's number and texts.
pub(super) fn token<P: Payload>(value: &P) -> TokenResult {
    if let Some(token) = value.as_text() {
        return Ok(AccessToken::new(&token));
    }
    let number = |index| value.item(index).and_then(|item| item.as_number()).unwrap_or_default();
    let text = |index| value.item(index).and_then(|item| item.as_text()).unwrap_or_default();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small whole number")]
    let kind = number(0) as u32;
    Err(reason(kind, number(1), text(2), text(3)).unwrap_or(SignInError::NotSignedIn))
}

/// Why nobody is signed in; `None` without a reason.
fn reason(kind: u32, number: f64, code: String, detail: String) -> Option<SignInError> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a status or a small whole number")]
    let number = number as u16;
    Some(match kind {
        3 => SignInError::PopupBlocked,
        4 => SignInError::PopupClosed,
        5 => SignInError::TimedOut,
        6 => SignInError::Refused(SignInRefusal { code, detail: Some(detail).filter(|detail| !detail.is_empty()) }),
        7 => SignInError::ScopeNotAllowed,
        8 => SignInError::StateMismatch,
        9 => SignInError::Network,
        10 => SignInError::TokenEndpointBlocked,
        11 => SignInError::Unavailable { status: number },
        12 => SignInError::WrongAnswer { what: WRONG.get(usize::from(number)).copied().unwrap_or_default() },
        13 => SignInError::Expired,
        14 => SignInError::RedirectUnfinished,
        15 => SignInError::StorageBlocked,
        16 => SignInError::NotSignedIn,
        17 => SignInError::InsecurePage,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    /// The number of a constant in the script.
    fn number(name: &str) -> u32 {
        let script = include_str!("../../static/sign-in.js");
        let (_, rest) = script.split_once(&format!(" {name} = ")).expect("the constant");
        rest.split(|end: char| !end.is_ascii_digit()).next().and_then(|number| number.parse().ok()).expect("its number")
    }

    fn reported(name: &str) -> SignInState {
        state(number(name), 2.0, "one".to_owned(), "two".to_owned(), "a,b".to_owned())
    }

    #[test]
    fn the_script_s_numbers_are_the_application_s() {
        assert_eq!(reported("SIGNED_OUT"), SignInState::SignedOut { reason: None });
        assert_eq!(reported("SIGNING_IN"), SignInState::SigningIn);
        let account = reported("SIGNED_IN").account().cloned().expect("an account");
        assert_eq!(
            (account.account_id.as_str(), account.organization_id.as_str(), account.expires_at),
            ("one", "two", 2.0)
        );
        assert!(account.has_scope("b"));
        let refusal = SignInRefusal { code: "one".to_owned(), detail: Some("two".to_owned()) };
        for (name, error) in [
            ("POPUP_BLOCKED", SignInError::PopupBlocked),
            ("POPUP_CLOSED", SignInError::PopupClosed),
            ("TIMED_OUT", SignInError::TimedOut),
            ("REFUSED", SignInError::Refused(refusal)),
            ("SCOPE_NOT_ALLOWED", SignInError::ScopeNotAllowed),
            ("STATE_MISMATCH", SignInError::StateMismatch),
            ("NETWORK", SignInError::Network),
            ("TOKEN_ENDPOINT_BLOCKED", SignInError::TokenEndpointBlocked),
            ("UNAVAILABLE", SignInError::Unavailable { status: 2 }),
            ("WRONG_ANSWER", SignInError::WrongAnswer { what: "it has no `expires_in`" }),
            ("EXPIRED", SignInError::Expired),
            ("REDIRECT_UNFINISHED", SignInError::RedirectUnfinished),
            ("STORAGE_BLOCKED", SignInError::StorageBlocked),
            ("NOT_SIGNED_IN", SignInError::NotSignedIn),
            ("INSECURE_PAGE", SignInError::InsecurePage),
        ] {
            assert_eq!(reported(name), SignInState::SignedOut { reason: Some(error) }, "{name}");
        }
    }

    #[test]
    fn a_wrong_answer_has_its_words() {
        for (name, words) in [
            ("NOT_JSON", "it is not a JSON object"),
            ("NO_CODE", "it has no `code`"),
            ("NO_EXPIRY", "it has no `expires_in`"),
            ("NO_MEMBER", "it has no `access_token`"),
            ("UNSENDABLE", "its `access_token` cannot be sent"),
            ("OTHER_APP", "the token belongs to another app"),
        ] {
            assert_eq!(WRONG[number(name) as usize], words);
        }
    }

    #[test]
    fn a_token_or_its_reason_is_read() {
        assert_eq!(token(&json!("dal:one")), Ok(AccessToken::new("dal:one")));
        assert_eq!(token(&json!([number("UNAVAILABLE"), 503])), Err(SignInError::Unavailable { status: 503 }));
        let refusal = SignInRefusal { code: "a".to_owned(), detail: None };
        assert_eq!(token(&json!([number("REFUSED"), 0, "a", ""])), Err(SignInError::Refused(refusal)));
        for other in [Value::Null, json!([]), json!([0]), json!([1.5e300]), json!({})] {
            assert_eq!(token(&other), Err(SignInError::NotSignedIn), "{other}");
        }
    }
}
