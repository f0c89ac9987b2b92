//! A tag.

use livechat_protocol::{Decode, DecodeError, Payload, Reader, Timestamp, deserialize_by_decode};
use serde::Serialize;

use crate::answer::lenient_items;

/// A tag that threads can have.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Tag {
    /// The name, which identifies the tag. Case-sensitive.
    pub name: String,
    /// The groups that can use it: a thread and its tag need one in common.
    pub group_ids: Vec<u32>,
    /// The agent who created it, if LiveChat names one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub author_id: Option<String>,
    /// When it was created.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<Timestamp>,
}

impl Decode for Tag {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        Ok(Self {
            name: from.identity("name")?,
            group_ids: lenient_items(from, "group_ids"),
            author_id: from.lenient("author_id").filter(|id: &String| !id.is_empty()),
            created_at: from.lenient("created_at"),
        })
    }
}

deserialize_by_decode!(Tag);
