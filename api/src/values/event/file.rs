//! A file that was sent.

use livechat_protocol::{Decode, DecodeError, Payload, Reader, deserialize_by_decode};
use serde::Serialize;

use super::head::EventHead;

/// A file that was sent.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct FileEvent {
    /// The fields that all events have.
    #[serde(flatten)]
    pub head: EventHead,
    /// The URL.
    pub url: String,
    /// Its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Its type, such as `image/png`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content_type: Option<String>,
    /// Its size in bytes. Documented only for images, as are the fields below.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub size: Option<u32>,
    /// Its width in pixels.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub width: Option<u32>,
    /// Its height in pixels.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub height: Option<u32>,
    /// The URL of a small copy.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub thumbnail_url: Option<String>,
    /// The URL of a copy with twice that size.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub thumbnail2x_url: Option<String>,
    /// A description of its content.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alternative_text: Option<String>,
}

impl Decode for FileEvent {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        Ok(Self {
            head: EventHead::decode(from)?,
            url: from.required("url")?,
            name: from.lenient("name"),
            content_type: from.lenient("content_type"),
            size: from.lenient("size"),
            width: from.lenient("width"),
            height: from.lenient("height"),
            thumbnail_url: from.lenient("thumbnail_url"),
            thumbnail2x_url: from.lenient("thumbnail2x_url"),
            alternative_text: from.lenient("alternative_text"),
        })
    }
}

deserialize_by_decode!(FileEvent);
