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
    #[error("the token is not valid any more; renew it, or sign in again")]
    InvalidToken,
    /// The token was issued to another app, which could use it here in the agent's name.
    #[error("the token belongs to another app; send the one of this app")]
    OtherApp,
    /// The agent's organization may not use this backend.
    #[error("your organization has no access; ask the owner of the app")]
    OtherOrganization,
    /// LiveChat did not answer, or not with whose token it is.
    #[error("LiveChat cannot be asked whose token it is; try again later")]
    LiveChat,
}

impl Refusal {
    /// The status: 401 lets the extension renew its token, 403 does not.
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
        // Every 401 needs one (RFC 9110, 15.5.2), and says by it what is wrong with a token (RFC 6750, 3).
        let challenge = match self {
            Self::NoToken => "Bearer",
            Self::InvalidToken => r#"Bearer error="invalid_token""#,
            Self::OtherApp | Self::OtherOrganization | Self::LiveChat => return response,
        };
        response.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static(challenge));
        response
    }
}
