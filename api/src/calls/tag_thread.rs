//! Tags of a thread.

use livechat_protocol::{DecodeError, Payload, Reader};

use super::WRITE_CHATS;
use crate::{
    call::Call,
    http::{Body, Request, Servers, json::JsonObject},
    invalid_call::{InvalidCall, not_empty},
    no_content::NoContent,
};

/// Tags a thread: `tag_thread`.
///
/// Tags are case-sensitive, and the tag and the thread need a group in common. UNVERIFIED (api-tag-twice) what LiveChat
/// answers if the thread already has the tag, so a call whose answer was lost is not repeated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TagThread(Tagging);

/// Removes a tag from a thread: `untag_thread`. Like [`TagThread`], a call whose answer was lost is not repeated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UntagThread(Tagging);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Tagging {
    chat_id: String,
    thread_id: String,
    tag: String,
}

impl Tagging {
    fn body(&self) -> Result<Body, InvalidCall> {
        not_empty("chat_id", &self.chat_id)?;
        not_empty("thread_id", &self.thread_id)?;
        not_empty("tag", &self.tag)?;
        let body = JsonObject::new().text("chat_id", &self.chat_id).text("thread_id", &self.thread_id);
        Ok(Body::Json(body.text("tag", &self.tag).finish()))
    }
}

impl TagThread {
    /// Adds the tag to the thread. The Agent App calls the ids `chat.chat_id` and `chat.id`.
    #[must_use]
    pub fn new(chat_id: impl Into<String>, thread_id: impl Into<String>, tag: impl Into<String>) -> Self {
        Self(Tagging { chat_id: chat_id.into(), thread_id: thread_id.into(), tag: tag.into() })
    }
}

impl UntagThread {
    /// Removes the tag from the thread. The Agent App calls the ids `chat.chat_id` and `chat.id`.
    #[must_use]
    pub fn new(chat_id: impl Into<String>, thread_id: impl Into<String>, tag: impl Into<String>) -> Self {
        Self(Tagging { chat_id: chat_id.into(), thread_id: thread_id.into(), tag: tag.into() })
    }
}

impl Call for TagThread {
    type Answer = NoContent;
    const SCOPES: &'static [&'static str] = WRITE_CHATS;

    fn request(&self, servers: &Servers) -> Result<Request, InvalidCall> {
        Ok(Request::post(servers.agent("tag_thread"), self.0.body()?))
    }

    fn answer<P: Payload>(_: &Reader<'_, P>) -> Result<NoContent, DecodeError> {
        Ok(NoContent)
    }
}

impl Call for UntagThread {
    type Answer = NoContent;
    const SCOPES: &'static [&'static str] = WRITE_CHATS;

    fn request(&self, servers: &Servers) -> Result<Request, InvalidCall> {
        Ok(Request::post(servers.agent("untag_thread"), self.0.body()?))
    }

    fn answer<P: Payload>(_: &Reader<'_, P>) -> Result<NoContent, DecodeError> {
        Ok(NoContent)
    }
}
