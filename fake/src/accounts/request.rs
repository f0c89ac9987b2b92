//! Validates the authorize request.

use serde::Deserialize;

use super::exception::Exception;
use crate::Client;
use crate::client::{RedirectUri, RedirectUris};
use crate::pkce::Challenge;
use crate::scopes::Scope;

/// The query of the authorize request. Other parameters are ignored.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Parameters {
    client_id: String,
    redirect_uri: String,
    response_type: String,
    state: Option<String>,
    scope: String,
    prompt: String,
    code_challenge: String,
    code_challenge_method: String,
    flow: String,
    email: String,
    /// For the login page only; not part of the request.
    pub(crate) identity_exception: String,
}

/// A valid authorize request.
#[derive(Debug)]
pub(crate) struct Request {
    pub(crate) client_id: String,
    pub(crate) answer: ResponseType,
    pub(crate) to: Destination,
    pub(crate) state: Option<String>,
    pub(crate) scopes: Vec<Scope>,
    pub(crate) forces_consent: bool,
    pub(crate) email: Option<String>,
}

/// The destination of the response.
#[derive(Debug, Clone)]
pub(crate) struct Destination {
    pub(crate) redirect_uri: RedirectUri,
    /// `flow=button`: with `postMessage` to the window that opened this one.
    pub(crate) popup: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ResponseType {
    Token,
    Code(Option<Challenge>),
}

/// A refusal and its destination: `/ooops`, unless the destination is known to belong to the app.
#[derive(Debug)]
pub(crate) struct Refused {
    pub(crate) exception: Exception,
    pub(crate) to: Option<Destination>,
}

impl Request {
    pub(crate) fn check(parameters: Parameters, client: &Client) -> Result<Self, Refused> {
        let to = Destination::check(&parameters, client).map_err(|exception| Refused { exception, to: None })?;
        Self::check_rest(parameters, client, &to).map_err(|exception| Refused { exception, to: Some(to) })
    }

    fn check_rest(parameters: Parameters, client: &Client, to: &Destination) -> Result<Self, Exception> {
        let answer = match &*parameters.response_type {
            "token" => ResponseType::Token,
            "code" => {
                let method = not_empty(&parameters.code_challenge_method);
                let challenge = not_empty(&parameters.code_challenge)
                    .map(|text| Challenge::new(text, method).ok_or_else(|| Exception::new("invalid_request")));
                ResponseType::Code(challenge.transpose()?)
            }
            _ => return Err(Exception::new("unsupported_response_type")),
        };
        let scopes =
            client.requested_scopes(not_empty(&parameters.scope)).ok_or_else(|| Exception::new("invalid_scope"))?;
        Ok(Self {
            client_id: parameters.client_id,
            answer,
            to: to.clone(),
            state: parameters.state,
            scopes,
            forces_consent: parameters.prompt == "consent",
            email: not_empty(&parameters.email).map(str::to_owned),
        })
    }
}

impl Destination {
    fn check(parameters: &Parameters, client: &Client) -> Result<Self, Exception> {
        if !client.has_id(&parameters.client_id) {
            return Err(Exception::with_details("unauthorized_client", "client_id_not_found"));
        }
        if matches!(&client.redirect_uris, RedirectUris::Listed(listed) if listed.is_empty()) {
            return Err(Exception::with_details("unauthorized_client", "redirect_uri_not_set"));
        }
        let redirect_uri = not_empty(&parameters.redirect_uri).ok_or_else(|| Exception::new("invalid_request"))?;
        let redirect_uri = client
            .allowed_redirect(redirect_uri)
            .ok_or_else(|| Exception::with_details("unauthorized_client", "invalid_redirect_uri"))?;
        Ok(Self { redirect_uri, popup: parameters.flow == "button" })
    }
}

fn not_empty(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}
