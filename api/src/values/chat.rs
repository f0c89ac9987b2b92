//! A chat with one of its threads.

use livechat_protocol::{Decode, DecodeError, Payload, Reader, deserialize_by_decode};
use serde::Serialize;
use serde_json::Value;

use super::{access::Access, thread::Thread, user::User};
use crate::answer::{lenient_items, value};

/// A chat with one of its threads. The Agent App calls its id `chat.chat_id`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Chat {
    /// The chat's id.
    pub id: String,
    /// Its users.
    pub users: Vec<User>,
    /// The thread: for [`GetChat`](crate::GetChat) the requested or latest one, for
    /// [`ListArchives`](crate::ListArchives) the one that matched. A chat may have none.
    ///
    /// One sample in the documentation has a list `threads` instead: without a `thread`, its first item is used.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub thread: Option<Thread>,
    /// The groups that can see it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub access: Option<Access>,
    /// Its properties: by namespace, then by name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub properties: Option<Value>,
    /// Whether the agent follows it.
    pub is_followed: bool,
}

impl Chat {
    /// The user with this id, such as the author of an event.
    #[must_use]
    pub fn user(&self, id: &str) -> Option<&User> {
        self.users.iter().find(|user| user.id() == Some(id))
    }
}

impl Decode for Chat {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        let first = || lenient_items(from, "threads").into_iter().next();
        Ok(Self {
            id: from.identity("id")?,
            users: lenient_items(from, "users"),
            thread: from.optional("thread")?.or_else(first),
            access: from.lenient("access"),
            properties: value(from, "properties"),
            is_followed: from.lenient("is_followed").unwrap_or_default(),
        })
    }
}

deserialize_by_decode!(Chat);
