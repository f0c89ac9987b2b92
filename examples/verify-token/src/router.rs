//! The HTTP side: `GET /me`.

use axum::extract::FromRequestParts;
use axum::http::{HeaderMap, header, request::Parts};
use axum::routing::get;
use axum::{Json, Router};
use livechat_api::AccessToken;

use crate::refusal::Refusal;
use crate::verifier::{Agent, Verifier};

/// The maximum length of a token that is passed to LiveChat. LiveChat does not document it; observed tokens have under
/// 100 bytes.
const LONGEST_TOKEN: usize = 4 * 1024;

// ANCHOR: router
/// The application.
pub fn router(verifier: Verifier) -> Router {
    Router::new().route("/me", get(me)).with_state(verifier)
}

/// Handlers with an [`Agent`] parameter serve only agents.
async fn me(agent: Agent) -> Json<Agent> {
    Json(agent)
}

impl FromRequestParts<Verifier> for Agent {
    type Rejection = Refusal;

    async fn from_request_parts(request: &mut Parts, verifier: &Verifier) -> Result<Self, Refusal> {
        let token = bearer(&request.headers).ok_or(Refusal::NoToken)?;
        verifier.verify(token).await
    }
}

fn bearer(headers: &HeaderMap) -> Option<AccessToken> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ')?;
    let token = token.trim();
    let is_token = scheme.eq_ignore_ascii_case("bearer") && (1..=LONGEST_TOKEN).contains(&token.len());
    is_token.then(|| AccessToken::new(token))
}
// ANCHOR_END: router
