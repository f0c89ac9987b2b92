//! The outcome of a sign-in, in the same form as the SDK's page reports it.

use serde_json::{Value, json};
use yew_livechat::{Account, SignInError, SignInRefusal, SignInState, UseSignInHandle};

/// The outcome of the sign-in; `null` while it is pending.
pub(super) async fn outcome(sign_in: UseSignInHandle) -> Value {
    match &*sign_in {
        SignInState::SigningIn | SignInState::SignedOut { reason: None } => Value::Null,
        SignInState::SignedOut { reason: Some(error) } => failed(error),
        SignInState::SignedIn(account) => match sign_in.token().await {
            Ok(token) => json!({ "ends": "answered", "data": data(account, token.as_str()) }),
            Err(error) => failed(&error),
        },
    }
}

/// With the SDK's names.
fn data(account: &Account, token: &str) -> Value {
    json!({
        "access_token": token,
        "expires_in": ((account.expires_at - js_sys::Date::now()) / 1000.0).round(),
        "scope": account.scopes().collect::<Vec<_>>().join(","),
        "account_id": account.account_id,
        "organization_id": account.organization_id,
    })
}

fn failed(error: &SignInError) -> Value {
    match error {
        SignInError::Refused(refusal) => refused(refusal),
        SignInError::ScopeNotAllowed => json!({ "ends": "refused", "code": "invalid_scope", "explained": true }),
        SignInError::StateMismatch => json!({ "ends": "wrong state" }),
        SignInError::PopupClosed => json!({ "ends": "closed" }),
        SignInError::PopupBlocked => json!({ "ends": "blocked" }),
        // The SDK has no error to compare the reason with.
        _ => json!({ "ends": "unreadable" }),
    }
}

fn refused(refusal: &SignInRefusal) -> Value {
    let mut outcome = json!({
        "ends": "refused",
        "code": refusal.code,
        "explained": !refusal.to_string().starts_with("LiveChat refused the sign-in"),
    });
    if let Some(detail) = &refusal.detail {
        outcome["detail"] = detail.as_str().into();
    }
    outcome
}
