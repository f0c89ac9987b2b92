//! A page of archived chats.

use livechat_protocol::{Decode, DecodeError, Payload, Reader, deserialize_by_decode};
use serde::Serialize;

use super::chat::Chat;
use crate::answer::items;

/// A page of archived chats, one thread each: the same chat may occur several times.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Archives {
    /// The chats.
    pub chats: Vec<Chat>,
    /// The total number of matches. LiveChat calls this number an estimate in its other lists.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub found_chats: Option<u32>,
    /// The next page; `None` on the last one. Valid for a month.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_page_id: Option<String>,
    /// The previous page; `None` on the first one. Valid for a month.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub previous_page_id: Option<String>,
}

impl Decode for Archives {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        let page = |name| from.lenient(name).filter(|id: &String| !id.is_empty());
        Ok(Self {
            chats: items(&from.member("chats")?)?,
            found_chats: from.lenient("found_chats"),
            next_page_id: page("next_page_id"),
            previous_page_id: page("previous_page_id"),
        })
    }
}

deserialize_by_decode!(Archives);
