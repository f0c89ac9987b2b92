//! A request, as the server received it.

use serde_json::Value;
use wasm_bindgen_futures::JsFuture;
use web_sys::Request;

/// A request, as the server received it.
#[derive(Clone, Debug)]
pub struct Received {
    request: Request,
}

impl Received {
    pub(super) fn new(request: &Request) -> Self {
        Self { request: Clone::clone(request) }
    }

    /// `GET`, `PUT` and so on.
    #[must_use]
    pub fn method(&self) -> String {
        self.request.method()
    }

    /// The whole address.
    #[must_use]
    pub fn url(&self) -> String {
        self.request.url()
    }

    /// A header; `None` if it was not sent.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<String> {
        self.request.headers().get(name).ok().flatten()
    }

    /// The text that was sent. It can be read repeatedly.
    ///
    /// # Panics
    /// If the body is not text.
    pub async fn text(&self) -> String {
        // A copy: the browser lets a body be read once.
        let body = self.request.clone().and_then(|copy| copy.text());
        let text = match body {
            Ok(body) => JsFuture::from(body).await.ok().and_then(|text| text.as_string()),
            Err(_) => None,
        };
        text.unwrap_or_else(|| panic!("the body of {} {} cannot be read as text", self.method(), self.url()))
    }

    /// The JSON that was sent.
    ///
    /// # Panics
    /// If the body is not JSON; the message shows it.
    pub async fn json(&self) -> Value {
        let text = self.text().await;
        serde_json::from_str(&text).unwrap_or_else(|error| {
            panic!("{} {} sent {text:?}, which is not JSON: {error}", self.method(), self.url())
        })
    }
}
