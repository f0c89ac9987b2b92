//! Why a request is refused.

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::json;

// ANCHOR: refusal
/// Why a request is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The request has no token.
    #[error("the request has no token; send `Authorization: Bearer <access token>`")]
    NoToken,
    /// LiveChat does not accept the token.
    #[error("the token is no longer valid; renew it, or sign in again")]
    InvalidToken,
    /// The token was issued to another app, which could use it here on the agent's behalf.
    #[error("the token belongs to another app; send the one of this app")]
    OtherApp,
    /// The agent's organization may not use this backend.
    #[error("your organization has no access; ask the owner of the app")]
    OtherOrganization,
    /// LiveChat did not respond, or did not say who owns the token.
    #[error("LiveChat did not verify the token; try again later")]
    LiveChat,
}

impl Refusal {
    /// The status: after a 401 the extension renews its token, after a 403 it doesn't.
    #[must_use]
    pub fn status(self) -> StatusCode {
        match self {
            Self::NoToken | Self::InvalidToken => StatusCode::UNAUTHORIZED,
            Self::OtherApp | Self::OtherOrganization => StatusCode::FORBIDDEN,
            Self::LiveChat => StatusCode::BAD_GATEWAY,
        }
    }
}
// ANCHOR_END: refusal

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let mut response = (self.status(), Json(json!({ "error": self.to_string() }))).into_response();
        // Required with every 401 (RFC 9110, 15.5.2), and describes a token's problem (RFC 6750, 3).
        let challenge = match self {
            Self::NoToken => "Bearer",
            Self::InvalidToken => r#"Bearer error="invalid_token""#,
            Self::OtherApp | Self::OtherOrganization | Self::LiveChat => return response,
        };
        response.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static(challenge));
        response
    }
}
