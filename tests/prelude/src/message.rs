//! A message to the page.

use livechat_protocol::Envelope;
use serde_json::Value;

/// A message to the page, and the browser's metadata.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// `event.origin`.
    pub origin: String,
    /// Whether `event.source` is the parent window.
    pub from_parent: bool,
    /// `event.isTrusted`.
    pub is_trusted: bool,
    /// `event.data`.
    pub data: Value,
}

impl Message {
    /// A message that the browser delivered from the parent window.
    #[must_use]
    pub fn from_parent(origin: &str, data: Value) -> Self {
        Self { origin: origin.to_owned(), from_parent: true, is_trusted: true, data }
    }

    /// The state machine's input for it.
    #[must_use]
    pub fn envelope(&self) -> Envelope<'_> {
        Envelope { origin: &self.origin, from_parent: self.from_parent, is_trusted: self.is_trusted }
    }
}
