//! A request as plain data.

use std::fmt;

use super::{access_token::AccessToken, body::Body};

/// The method of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// `GET`.
    Get,
    /// `POST`.
    Post,
}

impl Method {
    /// The method as HTTP writes it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
        }
    }
}

impl fmt::Display for Method {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A request as plain data: method, URL, headers and body. `Debug` shows neither the token nor the body.
///
/// ```
/// use livechat_api::{AccessToken, Body, Call, ListTags, Servers};
///
/// let request = ListTags::new().request(&Servers::default())?.with_token(&AccessToken::new("dal:secret"));
/// assert_eq!(request.url(), "https://api.livechatinc.com/v3.6/configuration/action/list_tags");
/// assert_eq!(request.body(), &Body::Json("{}".into()));
/// assert!(!format!("{request:?}").contains("secret"));
/// # Ok::<(), livechat_api::InvalidCall>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    method: Method,
    url: String,
    token: Option<AccessToken>,
    region: Option<String>,
    body: Body,
}

impl Request {
    /// A `GET` request.
    #[must_use]
    pub fn get(url: impl Into<String>) -> Self {
        Self { method: Method::Get, url: url.into(), token: None, region: None, body: Body::Empty }
    }

    /// A `POST` request.
    #[must_use]
    pub fn post(url: impl Into<String>, body: Body) -> Self {
        Self { method: Method::Post, url: url.into(), token: None, region: None, body }
    }

    /// Sends the token with the request.
    #[must_use]
    pub fn with_token(mut self, token: &AccessToken) -> Self {
        self.token = Some(token.clone());
        self
    }

    /// Sends the request to a region with the header `X-Region`: see [`Retry::WithRegion`](crate::Retry::WithRegion).
    #[must_use]
    pub fn with_region(mut self, region: impl Into<String>) -> Self {
        self.region = Some(region.into());
        self
    }

    /// The method.
    #[must_use]
    pub fn method(&self) -> Method {
        self.method
    }

    /// The URL. It never contains a token.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The headers, including the token: `Authorization`, `Content-Type`, `X-Region`, each only if it applies. A
    /// [`Body::File`] has no `Content-Type` here, since that depends on the encoding of the body.
    #[must_use]
    pub fn headers(&self) -> Vec<(&'static str, String)> {
        let mut headers = Vec::new();
        if let Some(token) = &self.token {
            headers.push(("Authorization", ["Bearer ", token.secret()].concat()));
        }
        if let Some(kind) = self.body.content_type() {
            headers.push(("Content-Type", kind.to_owned()));
        }
        if let Some(region) = &self.region {
            headers.push(("X-Region", region.clone()));
        }
        headers
    }

    /// The body.
    #[must_use]
    pub fn body(&self) -> &Body {
        &self.body
    }
}
