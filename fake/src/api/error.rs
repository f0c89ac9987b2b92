//! Errors of the API.

use axum::Json;
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use serde_json::{Value, json};

/// An error as LiveChat's API returns it. The statuses are undocumented: each was observed or guessed.
#[derive(Debug, PartialEq)]
pub(crate) struct ApiError {
    status: StatusCode,
    kind: &'static str,
    message: String,
    data: Option<Value>,
    retry_after: Option<u32>,
}

impl ApiError {
    fn new(status: StatusCode, kind: &'static str, message: impl Into<String>) -> Self {
        Self { status, kind, message: message.into(), data: None, retry_after: None }
    }

    pub(crate) fn validation(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "validation", message)
    }

    pub(crate) fn authentication(message: &str) -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "authentication", message)
    }

    /// UNVERIFIED (api-missing-scope): the status.
    pub(crate) fn missing_scope(scope: &str) -> Self {
        Self::new(StatusCode::FORBIDDEN, "authorization", format!("Missing scope: {scope}"))
    }

    /// UNVERIFIED (api-not-in-chat): the type.
    pub(crate) fn not_chat_user() -> Self {
        Self::new(StatusCode::FORBIDDEN, "authorization", "Requester is not user of the chat")
    }

    /// UNVERIFIED (api-not-found): the status.
    pub(crate) fn not_found(what: &str) -> Self {
        Self::new(StatusCode::NOT_FOUND, "not_found", format!("{what} not found"))
    }

    pub(crate) fn chat_inactive() -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, "chat_inactive", "Chat not active")
    }

    pub(crate) fn too_many_requests(retry_after: Option<u32>) -> Self {
        Self { retry_after, ..Self::new(StatusCode::TOO_MANY_REQUESTS, "too_many_requests", "Too many requests") }
    }

    /// UNVERIFIED (api-misdirected): the status.
    pub(crate) fn misdirected_request(region: &str) -> Self {
        Self {
            data: Some(json!({ "region": region })),
            ..Self::new(StatusCode::MISDIRECTED_REQUEST, "misdirected_request", "Wrong region")
        }
    }

    /// UNVERIFIED (api-too-large): the status.
    pub(crate) fn entity_too_large(message: &str) -> Self {
        Self::new(StatusCode::PAYLOAD_TOO_LARGE, "entity_too_large", message)
    }

    /// UNVERIFIED (api-unsupported-version): the status. LiveChat still supports older versions.
    pub(crate) fn unsupported_version() -> Self {
        Self::new(StatusCode::BAD_REQUEST, "unsupported_version", "Unsupported version; the fake has v3.6 only")
    }

    /// Supported by LiveChat, but not by the fake.
    pub(crate) fn not_faked(what: &str) -> Self {
        Self::new(
            StatusCode::NOT_IMPLEMENTED,
            "not_faked",
            format!("the fake LiveChat does not have {what}; leave it out"),
        )
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let mut error = json!({ "type": self.kind, "message": self.message });
        if let Some(data) = self.data {
            error["data"] = data;
        }
        let mut response = (self.status, Json(json!({ "error": error }))).into_response();
        if let Some(seconds) = self.retry_after {
            response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
        }
        response
    }
}

/// The response of a gateway instead of the API.
pub(crate) fn bad_gateway() -> Response {
    let page = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n\
                </body>\r\n</html>\r\n";
    (StatusCode::BAD_GATEWAY, Html(page)).into_response()
}
