//! The body of `POST /v2/token`.

use axum::http::{HeaderMap, header};
use serde::Deserialize;
use serde_json::{Map, Value};

use super::error::AccountsError;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Fields {
    grant_type: Option<String>,
    client_id: Option<String>,
    code: Option<String>,
    redirect_uri: Option<String>,
    code_verifier: Option<String>,
    refresh_token: Option<String>,
}

/// A complete request.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum TokenRequest {
    Code { client_id: String, code: String, redirect_uri: String, verifier: Option<String> },
    Refresh { client_id: String, refresh_token: String },
}

impl TokenRequest {
    /// Parses a form or JSON: the vendor's guide uses the former, its specification the latter.
    pub(crate) fn parse(headers: &HeaderMap, body: &[u8]) -> Result<Self, AccountsError> {
        let content_type = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let fields = match content_type.split(';').next().unwrap_or_default().trim() {
            "application/json" => {
                // An object first: serde would accept a list as the fields in order.
                let object = serde_json::from_slice::<Map<String, Value>>(body);
                let fields = object.and_then(|object| Fields::deserialize(Value::Object(object)));
                fields.map_err(|error| AccountsError::bad_request(error.to_string()))?
            }
            "application/x-www-form-urlencoded" => Fields::of_form(body),
            other => {
                let needed = "use application/json or application/x-www-form-urlencoded";
                return Err(AccountsError::bad_request(format!("the content type is {other:?}; {needed}")));
            }
        };
        fields.check()
    }
}

impl Fields {
    fn of_form(body: &[u8]) -> Self {
        let mut fields = Self::default();
        for (name, value) in form_urlencoded::parse(body) {
            let field = match &*name {
                "grant_type" => &mut fields.grant_type,
                "client_id" => &mut fields.client_id,
                "code" => &mut fields.code,
                "redirect_uri" => &mut fields.redirect_uri,
                "code_verifier" => &mut fields.code_verifier,
                "refresh_token" => &mut fields.refresh_token,
                _ => continue,
            };
            *field = Some(value.into_owned());
        }
        fields
    }

    fn check(self) -> Result<TokenRequest, AccountsError> {
        let grant_type = present(self.grant_type).ok_or_else(|| missing(["grant_type"]))?;
        match &*grant_type {
            // The specification calls it `code`; the guide and samples call it `authorization_code`.
            "authorization_code" | "code" => {
                match (present(self.client_id), present(self.code), present(self.redirect_uri)) {
                    (Some(client_id), Some(code), Some(redirect_uri)) => {
                        Ok(TokenRequest::Code { client_id, code, redirect_uri, verifier: present(self.code_verifier) })
                    }
                    (client_id, code, redirect_uri) => {
                        let fields = [("client_id", client_id), ("code", code), ("redirect_uri", redirect_uri)];
                        Err(missing(fields.into_iter().filter(|(_, value)| value.is_none()).map(|(name, _)| name)))
                    }
                }
            }
            "refresh_token" => match (present(self.client_id), present(self.refresh_token)) {
                (Some(client_id), Some(refresh_token)) => Ok(TokenRequest::Refresh { client_id, refresh_token }),
                (client_id, refresh_token) => {
                    let fields = [("client_id", client_id), ("refresh_token", refresh_token)];
                    Err(missing(fields.into_iter().filter(|(_, value)| value.is_none()).map(|(name, _)| name)))
                }
            },
            _ => Err(AccountsError::unsupported_grant_type()),
        }
    }
}

fn present(value: Option<String>) -> Option<String> {
    value.filter(|value| !value.is_empty())
}

fn missing<'a>(names: impl IntoIterator<Item = &'a str>) -> AccountsError {
    AccountsError::invalid_fields(names.into_iter().map(|name| (name, "required")))
}
