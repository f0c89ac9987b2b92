//! Requests to the accounts server.

use livechat_protocol::Payload;

use super::{attempt::Attempt, options::SignIn};

/// A request to the accounts server. No `Debug`: it contains tokens.
#[derive(Clone, PartialEq)]
pub(super) struct Request {
    pub(super) method: &'static str,
    pub(super) url: String,
    /// The token to authorize with.
    pub(super) bearer: Option<String>,
    /// The members of a JSON body. LiveChat also accepts form encoding, but the only exchange from a page that is
    /// publicly known to work sends JSON (the e2e suite of accounts-sdk). UNVERIFIED beyond that.
    pub(super) body: Vec<(&'static str, String)>,
}

impl Request {
    /// Exchanges a code for tokens.
    pub(super) fn exchange(options: &SignIn, attempt: &Attempt, code: String) -> Self {
        Self::token(
            options,
            vec![
                ("grant_type", "authorization_code".to_owned()),
                ("code", code),
                ("client_id", options.client_id.clone()),
                ("redirect_uri", attempt.redirect_uri.clone()),
                ("code_verifier", attempt.verifier.clone()),
            ],
        )
    }

    /// Exchanges a refresh token, which works once, for new tokens.
    pub(super) fn refresh(options: &SignIn, refresh_token: String) -> Self {
        Self::token(
            options,
            vec![
                ("grant_type", "refresh_token".to_owned()),
                ("refresh_token", refresh_token),
                ("client_id", options.client_id.clone()),
            ],
        )
    }

    /// Requests information about a token.
    pub(super) fn info(options: &SignIn, token: String) -> Self {
        Self { method: "GET", url: url(options, "/v2/info"), bearer: Some(token), body: Vec::new() }
    }

    /// Revokes a token and its refresh token.
    pub(super) fn revoke(options: &SignIn, token: String) -> Self {
        Self { method: "DELETE", url: url(options, "/v2/token"), bearer: Some(token), body: Vec::new() }
    }

    fn token(options: &SignIn, body: Vec<(&'static str, String)>) -> Self {
        Self { method: "POST", url: url(options, "/v2/token"), bearer: None, body }
    }

    /// The body as an object.
    pub(super) fn body_value<P: Payload>(&self) -> P {
        P::object(self.body.iter().map(|(name, value)| (*name, P::text(value))).collect())
    }
}

fn url(options: &SignIn, path: &str) -> String {
    [options.accounts(), path].concat()
}
