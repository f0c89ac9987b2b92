//! Reasons for refusing an authorize request.

use serde_json::{Value, json};

/// A refusal: the query of `/ooops`, or the message to a popup's opener.
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

    /// Whether it concerns the agent's identity rather than the app's permissions.
    fn is_authentication(&self) -> bool {
        ["credentials_login_disabled", "identity_lost", "unauthorized"].contains(&&*self.code)
    }

    fn parameter(&self) -> &'static str {
        if self.is_authentication() { "identity_exception" } else { "oauth_exception" }
    }

    /// The address to redirect to: `/ooops`, or the login page.
    pub(crate) fn address(&self) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.append_pair(self.parameter(), &self.code);
        if let Some(details) = self.details {
            query.append_pair("exception_details", details);
        }
        format!("{}?{}", if self.is_authentication() { "/" } else { "/ooops" }, query.finish())
    }

    /// The message to a popup's opener.
    pub(crate) fn message(&self) -> Value {
        let mut error = json!({ self.parameter(): self.code });
        if let Some(details) = self.details {
            error["exception_details"] = details.into();
        }
        json!({ "error": error })
    }
}

/// Explains a code.
pub(crate) fn in_words(code: &str) -> &'static str {
    match code {
        "access_denied" => "The agent refused, or this account is not allowed to sign in.",
        "credentials_login_disabled" => "This account cannot sign in with a password.",
        "identity_lost" => "The agent was logged out elsewhere. Sign in again.",
        "invalid_request" => "A parameter is missing, malformed or repeated.",
        "invalid_scope" => "A scope is unknown or not configured for the app, or only an administrator can grant it.",
        "missing_grant" => "The app was not granted what it needs.",
        "server_error" => "The server failed. Try again.",
        "temporarily_unavailable" => "The server is not available. Try again later.",
        "unauthorized" => "No such account, or the password is wrong.",
        "unauthorized_client" => "The client id or the redirect URI is not configured.",
        "unsupported_response_type" => "`response_type` must be `token` or `code`.",
        _ => "The request was refused.",
    }
}

/// Explains the details.
pub(crate) fn details_in_words(details: &str) -> Option<&'static str> {
    match details {
        "client_id_not_found" => Some("The fake was started with another `--client-id`."),
        "redirect_uri_not_set" => Some("The app has no redirect URI. Add one."),
        "invalid_redirect_uri" => Some(
            "Without `--redirect-uri`, the fake accepts pages of this machine. With it, the URI needs the scheme and host of a configured one, must begin with its path, and has no query or fragment.",
        ),
        "too_many_redirects" => Some("The app has sent the browser here more than three times in 30 seconds."),
        _ => None,
    }
}
