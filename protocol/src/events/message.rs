//! A message in a chat.

use std::rc::Rc;

use serde::Serialize;

use super::change::Change;
use crate::wire::{Decode, DecodeError, Payload, Reader, deserialize_by_decode, limits, open_enum};

/// A message in one of the agent's chats, after `watch_messages`.
///
/// Every field but the chat may be absent: UNVERIFIED (message-fields) what hosts send for a file, a card or a system
/// message.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Message {
    /// The id of the chat.
    pub chat: String,
    /// The text; `None` for a message without text, such as a file or a card.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// The message's id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message_id: Option<String>,
    /// The author: the wire's `message_source`.
    #[serde(rename = "message_source", skip_serializing_if = "Option::is_none")]
    pub author: Option<Author>,
}

open_enum! {
    /// The author of a message.
    pub enum Author {
        /// The customer, according to the README of `@livechat/agent-app-widget-sdk` 3.0.1.
        Customer = "visitor",
        /// The agent. UNVERIFIED (agent-author): the agent's value has no public source.
        Agent = "agent",
    }
}

impl Message {
    /// Creates a message with only a chat; set the other fields for tests and scenarios.
    #[must_use]
    pub fn new(chat: impl Into<String>) -> Self {
        Self { chat: chat.into(), ..Self::default() }
    }

    /// The text; empty for a message without text.
    #[must_use]
    pub fn text(&self) -> &str {
        self.message.as_deref().unwrap_or_default()
    }

    /// The size of its text, in bytes.
    fn text_size(&self) -> usize {
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

impl Decode for Message {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        let (chat, mut message, mut message_id, mut author) = (from.identity("chat")?, None, None, None);
        from.fill(&mut [("message", &mut message), ("message_id", &mut message_id), ("message_source", &mut author)])?;
        Ok(Self { chat, message, message_id, author })
    }
}

impl Change for Message {
    type Part = Vec<Rc<Self>>;

    fn change(self, messages: &mut Self::Part) -> bool {
        messages.push(Rc::new(self));
        let mut text: usize = messages.iter().map(|message| message.text_size()).sum();
        while messages.len() > limits::MESSAGES || (text > limits::MESSAGES_TEXT && messages.len() > 1) {
            text -= messages.remove(0).text_size();
        }
        true
    }
}

deserialize_by_decode!(Message);
