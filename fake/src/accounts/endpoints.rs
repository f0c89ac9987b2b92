//! The endpoints below `/v2/`.

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Query, State};
use axum::http::HeaderMap;
use serde::Deserialize;
use serde_json::{Value, json};

use super::error::AccountsError;
use super::token_request::TokenRequest;
use super::tokens::{AccessToken, GrantError};
use crate::license::ORGANIZATION;
use crate::scopes::{self, Scope};
use crate::{Fake, headers};

type Answer = Result<Json<Value>, AccountsError>;

/// A token in the query instead of the header.
#[derive(Deserialize)]
pub(super) struct InQuery {
    code: Option<String>,
}

/// `POST /v2/token`.
pub(super) async fn token(State(fake): State<Fake>, headers: HeaderMap, body: Bytes) -> Answer {
    let request = TokenRequest::parse(&headers, &body)?;
    let (TokenRequest::Code { client_id, .. } | TokenRequest::Refresh { client_id, .. }) = &request;
    if !fake.client().has_id(client_id) {
        return Err(AccountsError::unauthorized_client("the client id is unknown"));
    }
    let mut state = fake.lock();
    let switches = state.switches.clone();
    let (issued, what) = match &request {
        TokenRequest::Code { code, redirect_uri, verifier, .. } => {
            (state.tokens.exchange(client_id, code, redirect_uri, verifier.as_deref(), &switches), "code")
        }
        TokenRequest::Refresh { refresh_token, .. } => {
            (state.tokens.refresh(client_id, refresh_token, &switches), "refresh token")
        }
    };
    let issued = issued.map_err(|error| match error {
        GrantError::Unknown => {
            AccountsError::unauthorized_client(&format!("the {what} is unknown, expired, or was used before"))
        }
        GrantError::Secret => AccountsError::unauthorized_client(
            "the code was requested without a challenge, which takes a client secret",
        ),
        // UNVERIFIED (token-grant-errors): code and status of both errors.
        GrantError::RedirectUri => AccountsError::invalid_grant("the code was issued for another redirect URI"),
        GrantError::Verifier => {
            AccountsError::invalid_grant("the code verifier is missing, or is not that of the challenge")
        }
    })?;
    Ok(Json(details(&issued)))
}

/// `DELETE /v2/token`.
pub(super) async fn revoke(State(fake): State<Fake>, Query(query): Query<InQuery>, headers: HeaderMap) -> Answer {
    let token = named(&headers, &query).ok_or_else(AccountsError::unauthorized)?;
    if fake.lock().tokens.revoke(token) { Ok(Json(json!({}))) } else { Err(AccountsError::no_such_token()) }
}

/// `GET /v2/info`.
pub(super) async fn info(State(fake): State<Fake>, Query(query): Query<InQuery>, headers: HeaderMap) -> Answer {
    let token = named(&headers, &query).ok_or_else(|| AccountsError::invalid_fields([("code", "required")]))?;
    let state = fake.lock();
    let token = state.tokens.find(token).ok_or_else(|| AccountsError::invalid_fields([("code", "invalid token")]))?;
    let mut details = details(token);
    details["client_id"] = token.grant.client_id.as_str().into();
    Ok(Json(details))
}

/// `GET /v2/accounts/me`.
pub(super) async fn account(State(fake): State<Fake>, headers: HeaderMap) -> Answer {
    let state = fake.lock();
    let token = headers::bearer(&headers).and_then(|token| state.tokens.find(token));
    let token = token.ok_or_else(AccountsError::unauthorized)?;
    if !Scope::parse("accounts--my:ro").is_some_and(|needed| scopes::allow(&token.grant.scopes, &needed)) {
        return Err(AccountsError::insufficient_scope());
    }
    let account = state.license.account(token.grant.account).ok_or_else(AccountsError::unauthorized)?;
    Ok(Json(account))
}

fn named<'a>(headers: &'a HeaderMap, query: &'a InQuery) -> Option<&'a str> {
    headers::bearer(headers).or(query.code.as_deref())
}

fn details(token: &AccessToken) -> Value {
    let mut details = json!({
        "access_token": token.token,
        "account_id": token.grant.account,
        "expires_in": token.expires_in(),
        "organization_id": ORGANIZATION,
        "scope": scopes::joined(&token.grant.scopes),
        "token_type": "Bearer",
    });
    if let Some(refresh_token) = &token.refresh_token {
        details["refresh_token"] = refresh_token.as_str().into();
    }
    details
}
