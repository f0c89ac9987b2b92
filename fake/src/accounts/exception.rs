//! Why an authorize request is refused.

use serde_json::{Value, json};

/// A refusal: what `/ooops` has in its query, and a popup's opener in its message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Exception {
    pub(crate) code: String,
    pub(crate) details: Option<&'static str>,
}

impl Exception {
    pub(crate) fn new(code: impl Into<String>) -> Self {
        Self { code: code.into(), details: None }
    }

    pub(crate) fn with_details(code: &str, details: &'static str) -> Self {
        Self { code: code.to_owned(), details: Some(details) }
    }

    /// Where the browser is sent.
    pub(crate) fn address(&self) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.append_pair("oauth_exception", &self.code);
        if let Some(details) = self.details {
            query.append_pair("exception_details", details);
        }
        format!("/ooops?{}", query.finish())
    }

    /// What a popup's opener receives.
    pub(crate) fn message(&self) -> Value {
        let mut error = json!({ "oauth_exception": self.code });
        if let Some(details) = self.details {
            error["exception_details"] = details.into();
        }
        json!({ "error": error })
    }
}

/// What a code means, in words.
pub(crate) fn in_words(code: &str) -> &'static str {
    match code {
        "access_denied" => "The agent refused, or this account is not allowed to sign in.",
        "invalid_request" => "A parameter is missing, malformed or there twice.",
        "invalid_scope" => "A scope is unknown or not configured for the app, or only an administrator can grant it.",
        "missing_grant" => "The app was not granted what it needs.",
        "server_error" => "The server failed. Try again.",
        "temporarily_unavailable" => "The server is not available. Try again later.",
        "unauthorized_client" => "The client id or the redirect URI is not the configured one.",
        "unsupported_response_type" => "`response_type` must be `token` or `code`.",
        _ => "The request was refused.",
    }
}

/// What the details mean, in words.
pub(crate) fn details_in_words(details: &str) -> Option<&'static str> {
    match details {
        "client_id_not_found" => Some("No app has this client id. Start the fake with --client-id."),
        "redirect_uri_not_set" => Some("The app has no redirect URI. Start the fake with --redirect-uri."),
        "invalid_redirect_uri" => Some(
            "Scheme and host must be those of a --redirect-uri, whose path begins the requested one. No query, no fragment.",
        ),
        "too_many_redirects" => Some("The app has sent the browser here more than three times in 30 seconds."),
        _ => None,
    }
}
