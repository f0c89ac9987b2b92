//! The app that signs agents in, as configured in Developer Console.

use axum::http::Uri;

use crate::scopes::{self, Scope};

/// The app: its client id, redirect URIs and scopes.
#[derive(Debug, Clone)]
pub struct Client {
    /// `None` accepts any id.
    pub(crate) id: Option<String>,
    pub(crate) redirect_uris: RedirectUris,
    /// `None` allows every scope.
    pub(crate) scopes: Option<Vec<Scope>>,
}

/// The allowed redirect URIs.
#[derive(Debug, Clone)]
pub(crate) enum RedirectUris {
    /// Any page on this machine.
    Loopback,
    /// These, and pages below them.
    Listed(Vec<RedirectUri>),
}

/// Why an app can't be configured like this.
#[derive(Debug, thiserror::Error)]
pub enum ClientError {
    /// The client id is empty.
    #[error("the client id is empty; pass any text, such as the one of your app")]
    EmptyId,
    /// A redirect URI is invalid.
    #[error("the redirect URI {0:?} is refused; it needs http: or https:, and no query, fragment or `..`")]
    RedirectUri(String),
    /// A scope is malformed.
    #[error("the scope {0:?} is malformed; write it like \"chats--access:rw\" or \"customers:ro\"")]
    Scope(String),
}

impl Client {
    /// Any app on this machine: any client id, and any `http:` or `https:` redirect URI at `localhost`, `127.0.0.1` or
    /// `[::1]`. It may request every scope.
    #[must_use]
    pub fn any() -> Self {
        Self { id: None, redirect_uris: RedirectUris::Loopback, scopes: None }
    }

    /// An app that may request every scope.
    ///
    /// # Errors
    /// If the id is empty, or a redirect URI has a query, a fragment, a `..` or a scheme other than HTTP and HTTPS.
    pub fn new<T: Into<String>>(
        id: impl Into<String>,
        redirect_uris: impl IntoIterator<Item = T>,
    ) -> Result<Self, ClientError> {
        Self::any().with_id(id)?.with_redirect_uris(redirect_uris)
    }

    /// Restricts the app to this client id.
    ///
    /// # Errors
    /// If the id is empty.
    pub fn with_id(self, id: impl Into<String>) -> Result<Self, ClientError> {
        let id = id.into();
        if id.is_empty() { Err(ClientError::EmptyId) } else { Ok(Self { id: Some(id), ..self }) }
    }

    /// Restricts the app to these redirect URIs and pages below them. An empty list refuses every request.
    ///
    /// # Errors
    /// If one has a query, a fragment, a `..` or a scheme other than HTTP and HTTPS.
    pub fn with_redirect_uris<T: Into<String>>(
        self,
        redirect_uris: impl IntoIterator<Item = T>,
    ) -> Result<Self, ClientError> {
        let redirect_uris = redirect_uris.into_iter().map(|uri| {
            let uri = uri.into();
            RedirectUri::parse(&uri).ok_or(ClientError::RedirectUri(uri))
        });
        Ok(Self { redirect_uris: RedirectUris::Listed(redirect_uris.collect::<Result<_, _>>()?), ..self })
    }

    /// Restricts the app to these scopes. An empty list allows every scope.
    ///
    /// # Errors
    /// If a scope is malformed.
    pub fn with_scopes<T: AsRef<str>>(mut self, scopes: impl IntoIterator<Item = T>) -> Result<Self, ClientError> {
        let mut parsed = Vec::new();
        for scope in scopes {
            parsed.extend(Scope::list(scope.as_ref()).map_err(ClientError::Scope)?);
        }
        self.scopes = (!parsed.is_empty()).then_some(parsed);
        Ok(self)
    }

    /// Whether this client id belongs to the app.
    pub(crate) fn has_id(&self, requested: &str) -> bool {
        !requested.is_empty() && self.id.as_ref().is_none_or(|id| id == requested)
    }

    /// Returns a request's redirect URI, if the app's configuration allows it.
    pub(crate) fn allowed_redirect(&self, requested: &str) -> Option<RedirectUri> {
        let requested = RedirectUri::parse(requested)?;
        let is_allowed = match &self.redirect_uris {
            RedirectUris::Loopback => requested.is_loopback,
            RedirectUris::Listed(configured) => configured.iter().any(|configured| configured.allows(&requested)),
        };
        is_allowed.then_some(requested)
    }

    /// Returns a request's scopes; without any, all configured ones. `None` if one is malformed or not configured.
    pub(crate) fn requested_scopes(&self, requested: Option<&str>) -> Option<Vec<Scope>> {
        match (requested, &self.scopes) {
            (None, Some(configured)) => Some(configured.clone()),
            (None, None) => Scope::list(scopes::ORDINARY).ok(),
            (Some(requested), configured) => {
                let requested = Scope::list(requested).ok()?;
                let allowed = |scope| configured.as_ref().is_none_or(|configured| scopes::allow(configured, scope));
                requested.iter().all(allowed).then_some(requested)
            }
        }
    }
}

/// A redirect URI without query and fragment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RedirectUri {
    text: String,
    origin: String,
    path: String,
    is_loopback: bool,
}

impl RedirectUri {
    fn parse(text: &str) -> Option<Self> {
        let climbs = |part: &str| part.to_ascii_lowercase().replace("%2e", ".") == "..";
        // Browsers treat a backslash as a slash, and a URI never contains a quotation mark.
        if text.contains(['?', '#', '\\', '"', '\'', '<', '>']) || text.chars().any(|char| char.is_ascii_control()) {
            return None;
        }
        let uri: Uri = text.parse().ok()?;
        let scheme = uri.scheme_str().filter(|scheme| ["http", "https"].contains(scheme))?;
        let authority = uri.authority()?;
        if authority.as_str().contains('@') || uri.path().split('/').any(climbs) {
            return None;
        }
        Some(Self {
            text: text.to_owned(),
            origin: format!("{scheme}://{authority}"),
            path: uri.path().to_owned(),
            is_loopback: ["localhost", "127.0.0.1", "[::1]"].contains(&authority.host()),
        })
    }

    /// Whether scheme and host are equal, and the requested path begins with the configured one.
    fn allows(&self, requested: &Self) -> bool {
        self.origin == requested.origin && requested.path.starts_with(&self.path)
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    /// Scheme, host and port.
    pub(crate) fn origin(&self) -> &str {
        &self.origin
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scheme_and_host_are_equal_and_the_path_begins_the_requested_one() {
        let client = Client::new("id", ["https://shop.example/widget", "http://localhost:3000"]).unwrap();
        for allowed in [
            "https://shop.example/widget",
            "https://shop.example/widget/",
            "https://shop.example/widget/details.html",
            "http://localhost:3000",
            "http://localhost:3000/",
            "http://localhost:3000/a/b",
        ] {
            assert!(client.allowed_redirect(allowed).is_some(), "{allowed}");
        }
        for refused in [
            "http://shop.example/widget",
            "https://shop.example/",
            "https://shop.example:444/widget",
            "https://shop.example.evil.example/widget",
            "https://user@shop.example/widget",
            "https://shop.example/widget/../admin",
            "https://shop.example/widget/%2E%2e/admin",
            "https://shop.example/widget\\..\\admin",
            "https://shop.example/widget?plugin_id=1",
            "https://shop.example/widget#a",
            "http://localhost:3001",
            "http://127.0.0.1:3000",
            "javascript:alert(1)",
            "/widget",
            "",
        ] {
            assert!(client.allowed_redirect(refused).is_none(), "{refused}");
        }
    }

    #[test]
    fn any_app_of_this_machine_is_allowed_and_no_other() {
        let client = Client::any();
        for allowed in
            ["http://localhost:3333/", "https://127.0.0.1:3333/message-box", "http://[::1]:8080/", "http://localhost"]
        {
            assert!(client.allowed_redirect(allowed).is_some(), "{allowed}");
        }
        for refused in [
            "http://localhost.example/",
            "http://127.0.0.1.example/",
            "http://localhost@shop.example/",
            "https://shop.example/",
            "http://localhost:3333/../",
            "http://localhost:3333/?plugin_id=1",
        ] {
            assert!(client.allowed_redirect(refused).is_none(), "{refused}");
        }
        assert!(client.has_id("whatever") && !client.has_id(""));
        assert!(!client.with_id("mine").unwrap().has_id("another"));
    }

    #[test]
    fn a_configuration_that_cannot_work_is_refused_with_the_reason() {
        let refused = |uri| Client::new("id", [uri]).unwrap_err().to_string();
        assert!(refused("http://localhost:3000/?a=b").contains("no query"));
        assert!(refused("ftp://localhost/").contains("http:"));
        assert!(Client::new("", ["http://localhost/"]).unwrap_err().to_string().contains("empty"));
        let client = Client::new("id", ["http://localhost/"]).unwrap();
        assert!(client.with_scopes(["chats"]).unwrap_err().to_string().contains("\"chats\""));
    }

    #[test]
    fn the_default_scopes_are_the_configured_ones() {
        let client = Client::new("id", ["http://localhost/"]).unwrap();
        assert_eq!(scopes::joined(&client.requested_scopes(None).unwrap()), scopes::ORDINARY);
        assert!(client.requested_scopes(Some("chats--all:rw")).is_some());
        assert!(client.requested_scopes(Some("chats all")).is_none());
        let client = client.with_scopes(["chats--access:rw", "customers:ro"]).unwrap();
        assert_eq!(scopes::joined(&client.requested_scopes(None).unwrap()), "chats--access:rw,customers:ro");
        assert!(client.requested_scopes(Some("chats--access:ro")).is_some());
        assert!(client.requested_scopes(Some("chats--access:ro,customers:rw")).is_none());
    }
}
