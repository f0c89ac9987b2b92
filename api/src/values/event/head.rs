//! The fields that all events have.

use livechat_protocol::{Decode, DecodeError, Payload, Reader, Timestamp};
use serde::Serialize;
use serde_json::Value;

use crate::{answer::value, values::visibility::Visibility};

/// The fields that all events have.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct EventHead {
    /// The id from LiveChat.
    pub id: String,
    /// When it was sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<Timestamp>,
    /// The id of the [`User`](crate::User) who sent it. LiveChat's own events have none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub author_id: Option<String>,
    /// Who sees it. LiveChat always sends it; without it, an event counts as visible to everyone.
    pub visibility: Visibility,
    /// The id from its sender.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub custom_id: Option<String>,
    /// Its properties: by namespace, then by name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub properties: Option<Value>,
    /// Whether it was deleted.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub deleted: bool,
}

impl Decode for EventHead {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        Ok(Self {
            id: from.identity("id")?,
            created_at: from.lenient("created_at"),
            author_id: from.lenient("author_id"),
            visibility: from.lenient("visibility").unwrap_or(Visibility::All),
            custom_id: from.lenient("custom_id"),
            properties: value(from, "properties"),
            deleted: from.lenient("deleted").unwrap_or_default(),
        })
    }
}
