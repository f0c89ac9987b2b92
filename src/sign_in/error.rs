//! Why a sign-in ended without a token.

use std::fmt;

/// Why nobody is signed in, or why there is no token.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SignInError {
    /// The browser did not open the popup: [`sign_in`](crate::UseSignInHandle::sign_in) was not called from a click,
    /// the agent blocks popups, or the iframe's sandbox forbids them.
    #[error("the browser blocked the sign-in window; allow pop-ups and try again")]
    PopupBlocked,
    /// The agent closed the popup. LiveChat shows some refusals only in the popup, so this may have been one.
    #[error("the sign-in window was closed too early; try again")]
    PopupClosed,
    /// The popup was open longer than [`SignIn::timeout`](crate::SignIn::timeout).
    #[error("the sign-in took too long; try again")]
    TimedOut,
    /// LiveChat refused.
    #[error("{0}")]
    Refused(SignInRefusal),
    /// The app asks for a scope that the agent's role cannot have: LiveChat's `invalid_scope`.
    #[error("your role in LiveChat does not allow this sign-in; ask an administrator to sign in")]
    ScopeNotAllowed,
    /// The answer had no `state`, or a different one: it may have been forged.
    #[error("the answer does not belong to this sign-in; try again")]
    StateMismatch,
    /// LiveChat could not be reached, or the page's Content Security Policy forbids it.
    #[error("LiveChat cannot be reached; check the connection, and `connect-src` in the page's policy")]
    Network,
    /// LiveChat can be reached, but does not let a page read the answer of `/v2/token`: it sends no CORS headers.
    #[error("LiveChat does not let a page exchange the code for a token; try `SignIn::implicit`")]
    TokenEndpointBlocked,
    /// LiveChat had an error of its own, such as 502.
    #[error("LiveChat answered with status {status}; try again later")]
    Unavailable {
        /// The HTTP status.
        status: u16,
    },
    /// An answer does not match LiveChat's documentation.
    #[error("LiveChat's answer could not be read: {what}; try again")]
    WrongAnswer {
        /// What is missing or wrong.
        what: &'static str,
    },
    /// The token has expired, was revoked, or could not be renewed.
    #[error("the sign-in has expired; sign in again")]
    Expired,
    /// The iframe was redirected to LiveChat and came back without an answer.
    #[error("LiveChat did not complete the sign-in; try again")]
    RedirectUnfinished,
    /// The proof for a redirect must be stored, but the browser blocks storage in this iframe, and the host uses the
    /// iframe's name.
    #[error("the browser blocks storage here; sign in with a pop-up window")]
    StorageBlocked,
    /// The page does not include `static/sign-in.js`, or its Content Security Policy forbids it.
    #[error("the page does not include static/sign-in.js; add it to index.html")]
    ScriptMissing,
    /// There is no token because nobody is signed in.
    #[error("nobody is signed in; sign in first")]
    NotSignedIn,
    /// The page has no `crypto.subtle`: it was not loaded over HTTPS or from this machine, or the browser is
    /// outdated.
    #[error("this page cannot sign in safely; open it over HTTPS, in an up-to-date browser")]
    InsecurePage,
}

/// LiveChat's reason for a refusal. Displays as a sentence without the full stop.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SignInRefusal {
    /// LiveChat's code, such as `access_denied`.
    pub code: String,
    /// LiveChat's more specific code, if there is one, such as `invalid_redirect_uri`.
    pub detail: Option<String>,
}

impl fmt::Display for SignInRefusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let known = self.detail.as_deref().and_then(words).or_else(|| words(&self.code));
        f.write_str(known.unwrap_or("LiveChat refused the sign-in"))?;
        f.write_str(" (")?;
        f.write_str(&self.code)?;
        if let Some(detail) = &self.detail {
            f.write_str(", ")?;
            f.write_str(detail)?;
        }
        f.write_str(")")
    }
}

/// A description of LiveChat's code.
fn words(code: &str) -> Option<&'static str> {
    Some(match code {
        "access_denied" => "access was refused; accept it on LiveChat's page to continue",
        "client_id_not_found" | "invalid_client" => "LiveChat does not know this extension; check its client id",
        "credentials_login_disabled" => "your organization requires single sign-on; sign in with that",
        "identity_lost" | "unauthorized" => "your session in LiveChat has ended; sign in there again",
        "invalid_grant" => "LiveChat no longer accepts this sign-in; try again",
        "redirect_uri_not_set" | "invalid_redirect_uri" => {
            "LiveChat does not know this page's address; add it to the app's redirect URIs"
        }
        "server_error" | "temporarily_unavailable" => "LiveChat had an internal error; try again later",
        "too_many_redirects" => "too many sign-ins; wait a minute and try again",
        "unauthorized_client" | "unsupported_response_type" | "unsupported_grant_type" => {
            "LiveChat does not accept this kind of sign-in; check the app's type"
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_is_explained_with_livechat_s_code() {
        let refusal = |code: &str, detail: Option<&str>| {
            let refusal = SignInRefusal { code: code.to_owned(), detail: detail.map(str::to_owned) };
            SignInError::Refused(refusal).to_string()
        };
        assert_eq!(
            refusal("access_denied", None),
            "access was refused; accept it on LiveChat's page to continue (access_denied)"
        );
        assert_eq!(
            refusal("invalid_request", Some("redirect_uri_not_set")),
            "LiveChat does not know this page's address; add it to the app's redirect URIs \
             (invalid_request, redirect_uri_not_set)"
        );
        assert_eq!(refusal("brand_new_code", None), "LiveChat refused the sign-in (brand_new_code)");
    }

    #[test]
    fn every_end_says_what_to_do() {
        for (error, words) in [
            (SignInError::PopupBlocked, "the browser blocked the sign-in window; allow pop-ups and try again"),
            (SignInError::PopupClosed, "the sign-in window was closed too early; try again"),
            (SignInError::TimedOut, "the sign-in took too long; try again"),
            (
                SignInError::ScopeNotAllowed,
                "your role in LiveChat does not allow this sign-in; ask an administrator to sign in",
            ),
            (SignInError::StateMismatch, "the answer does not belong to this sign-in; try again"),
            (SignInError::Network, "LiveChat cannot be reached; check the connection, and "),
            (SignInError::TokenEndpointBlocked, "LiveChat does not let a page exchange the code for a token; try "),
            (SignInError::Unavailable { status: 502 }, "LiveChat answered with status 502"),
            (SignInError::WrongAnswer { what: "no token" }, "LiveChat's answer could not be read: no token"),
            (SignInError::Expired, "the sign-in has expired; sign in again"),
            (SignInError::RedirectUnfinished, "LiveChat did not complete the sign-in; try again"),
            (SignInError::StorageBlocked, "the browser blocks storage here; sign in with a pop-up window"),
            (SignInError::ScriptMissing, "the page does not include static/sign-in.js; add it to index.html"),
            (SignInError::NotSignedIn, "nobody is signed in"),
            (SignInError::InsecurePage, "this page cannot sign in safely; open it over HTTPS"),
        ] {
            let said = error.to_string();
            assert!(said.starts_with(words) && !said.ends_with('.') && said.contains(';'), "{said}");
        }
    }
}
