//! A message in a chat.

use std::fmt;

use serde::{Serialize, Serializer};

use super::event::Event;
use crate::wire::{Decode, DecodeError, Payload, Reader, deserialize_by_decode};

/// A message in one of the agent's chats, after `watch_messages`.
///
/// Every field but the chat may be absent: UNVERIFIED what hosts send for a file, a card or a system message.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Message {
    /// The id of the chat.
    pub chat: String,
    /// The text; `None` for a message that has none, such as a file or a card.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// The message's id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message_id: Option<String>,
    /// Who wrote it: the wire's `message_source`.
    #[serde(rename = "message_source", skip_serializing_if = "Option::is_none")]
    pub author: Option<Author>,
}

/// Who wrote a message.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Author {
    /// The customer: `visitor` on the wire, by the README of `@livechat/agent-app-widget-sdk` 3.0.1.
    Customer,
    /// The agent: `agent` on the wire. UNVERIFIED: the agent's value has no public source.
    Agent,
    /// A value that this version does not know.
    Other(String),
}

impl Message {
    /// A message of which only the chat is known; set the other fields for tests and scenarios.
    #[must_use]
    pub fn new(chat: impl Into<String>) -> Self {
        Self { chat: chat.into(), ..Self::default() }
    }

    /// The text; empty for a message that has none.
    #[must_use]
    pub fn text(&self) -> &str {
        self.message.as_deref().unwrap_or_default()
    }

    /// How much text it has, in bytes.
    pub(crate) fn text_size(&self) -> usize {
        let Self { chat, message, message_id, author } = self;
        let optional = [message.as_deref(), message_id.as_deref(), author.as_ref().map(Author::as_str)];
        chat.len() + optional.into_iter().flatten().map(str::len).sum::<usize>()
    }

    /// Whether the customer wrote it.
    #[must_use]
    pub fn is_from_customer(&self) -> bool {
        self.author == Some(Author::Customer)
    }
}

impl Author {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Customer => "visitor",
            Self::Agent => "agent",
            Self::Other(name) => name,
        }
    }
}

impl From<String> for Author {
    fn from(name: String) -> Self {
        match name.as_str() {
            "visitor" => Self::Customer,
            "agent" => Self::Agent,
            _ => Self::Other(name),
        }
    }
}

impl fmt::Display for Author {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for Author {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl Decode for Author {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        from.natural_text().map(Self::from)
    }
}

impl Decode for Message {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        Ok(Self {
            chat: from.identity("chat")?,
            message: from.lenient("message"),
            message_id: from.lenient("message_id"),
            author: from.lenient("message_source"),
        })
    }
}

impl Event for Message {
    const NAME: &'static str = "message";
}

deserialize_by_decode!(Author, Message);
