//! Errors of the endpoints below `/v2/`.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value, json};
use uuid::Uuid;

/// An error as LiveChat's accounts server writes it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct AccountsError {
    status: StatusCode,
    code: &'static str,
    description: String,
    sub_error: Option<&'static str>,
    invalid_fields: Map<String, Value>,
}

impl AccountsError {
    fn new(status: StatusCode, code: &'static str, description: impl Into<String>) -> Self {
        Self { status, code, description: description.into(), sub_error: None, invalid_fields: Map::new() }
    }

    /// 422: missing or invalid fields.
    pub(crate) fn invalid_fields<'a>(fields: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let description = "The request is missing a required parameter, or includes an invalid parameter value.";
        let invalid_fields = fields.into_iter().map(|(field, text)| (field.to_owned(), text.into())).collect();
        Self { invalid_fields, ..Self::new(StatusCode::UNPROCESSABLE_ENTITY, "invalid_request", description) }
    }

    /// 400: unreadable body.
    pub(crate) fn bad_request(description: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "bad_request", description)
    }

    /// 401: invalid client, code or refresh token.
    pub(crate) fn unauthorized_client(reason: &str) -> Self {
        let description = format!("The client is not authorized to request a token using this method: {reason}");
        Self::new(StatusCode::UNAUTHORIZED, "unauthorized_client", description)
    }

    /// 401: the code was issued for another request.
    pub(crate) fn invalid_grant(reason: &str) -> Self {
        Self::new(
            StatusCode::UNAUTHORIZED,
            "invalid_grant",
            format!("The provided authorization grant is invalid: {reason}"),
        )
    }

    /// 403.
    pub(crate) fn unsupported_grant_type() -> Self {
        let description = "The authorization grant type is not supported by the authorization server.";
        Self::new(StatusCode::FORBIDDEN, "unsupported_grant_type", description)
    }

    /// 401: missing or invalid token.
    pub(crate) fn unauthorized() -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "unauthorized", "The account is not authorized.")
    }

    /// 403.
    pub(crate) fn insufficient_scope() -> Self {
        let description = "The resource owner or authorization server denied the request.";
        Self { sub_error: Some("insufficient_scope"), ..Self::new(StatusCode::FORBIDDEN, "access_denied", description) }
    }

    /// 404.
    pub(crate) fn no_such_token() -> Self {
        Self::new(StatusCode::NOT_FOUND, "resource_not_found", "The token doesn't exist.")
    }
}

impl IntoResponse for AccountsError {
    fn into_response(self) -> Response {
        let mut body = json!({
            "error": self.code,
            "error_description": self.description,
            "sub_error": self.sub_error,
            "request_id": Uuid::new_v4().to_string(),
        });
        if !self.invalid_fields.is_empty() {
            body["invalid_fields"] = self.invalid_fields.into();
        }
        (self.status, Json(body)).into_response()
    }
}
