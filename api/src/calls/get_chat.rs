//! A chat with one of its threads.

use livechat_protocol::{Decode, DecodeError, Payload, Reader};

use super::READ_CHATS;
use crate::{
    call::Call,
    http::{Body, Request, Servers, json::JsonObject},
    invalid_call::{InvalidCall, not_empty},
    repeat::Repeat,
    values::Chat,
};

/// Gets a chat with one of its threads: `get_chat`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GetChat {
    chat_id: String,
    thread_id: Option<String>,
}

impl GetChat {
    /// Gets the chat with its latest thread, if it has one. The Agent App calls the id `chat.chat_id`.
    #[must_use]
    pub fn new(chat_id: impl Into<String>) -> Self {
        Self { chat_id: chat_id.into(), thread_id: None }
    }

    /// Gets the chat with this thread instead. The Agent App calls the id `chat.id`.
    #[must_use]
    pub fn with_thread(mut self, thread_id: impl Into<String>) -> Self {
        self.thread_id = Some(thread_id.into());
        self
    }
}

impl Call for GetChat {
    type Answer = Chat;
    const SCOPES: &'static [&'static str] = READ_CHATS;

    fn repeat(&self) -> Repeat {
        Repeat::Freely
    }

    fn request(&self, servers: &Servers) -> Result<Request, InvalidCall> {
        not_empty("chat_id", &self.chat_id)?;
        let body = JsonObject::new().text("chat_id", &self.chat_id).maybe_text("thread_id", self.thread_id.as_deref());
        Ok(Request::post(servers.agent("get_chat"), Body::Json(body.finish())))
    }

    fn answer<P: Payload>(from: &Reader<'_, P>) -> Result<Chat, DecodeError> {
        Chat::decode(from)
    }
}
