//! A user of a chat.

use livechat_protocol::{Decode, DecodeError, Payload, Reader, SafeUrl, Timestamp, deserialize_by_decode, to_json};
use serde::Serialize;
use serde_json::Value;

use super::{avatar::avatar_url, customer::Customer, visibility::Visibility};

/// A user of a chat.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[non_exhaustive]
pub enum User {
    /// An agent.
    Agent(ChatAgent),
    /// The customer.
    Customer(Box<Customer>),
    /// A user of a type that this version does not know, as it is on the wire.
    #[serde(untagged)]
    Other(Value),
}

/// An agent in a chat.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ChatAgent {
    /// The agent's id in the chat and configuration APIs: the email address. An `account_id` has been seen instead.
    pub id: String,
    /// The name that the customer sees.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The email address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Whether the agent is in the chat now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub present: Option<bool>,
    /// The avatar as LiveChat returns it; see [`avatar_url`](Self::avatar_url).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub avatar: Option<String>,
    /// Who sees the agent in the chat.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub visibility: Option<Visibility>,
    /// The time up to which the agent has seen the chat.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub events_seen_up_to: Option<Timestamp>,
}

impl ChatAgent {
    /// The URL of the avatar.
    #[must_use]
    pub fn avatar_url(&self) -> Option<SafeUrl> {
        avatar_url(self.avatar.as_deref()?)
    }
}

impl User {
    /// The user's id, which events use for their author.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        match self {
            Self::Agent(agent) => Some(&agent.id),
            Self::Customer(customer) => Some(&customer.id),
            Self::Other(value) => value.get("id")?.as_str(),
        }
    }

    /// The user's name.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        match self {
            Self::Agent(agent) => agent.name.as_deref(),
            Self::Customer(customer) => customer.name.as_deref(),
            Self::Other(value) => value.get("name")?.as_str(),
        }
    }
}

impl Decode for User {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        let known = match from.lenient::<String>("type").as_deref() {
            Some("agent") => ChatAgent::decode(from).ok().map(Self::Agent),
            Some("customer") => Customer::decode(from).ok().map(|customer| Self::Customer(Box::new(customer))),
            _ => None,
        };
        match known {
            Some(user) => Ok(user),
            None => to_json(from.value()).map(Self::Other),
        }
    }
}

impl Decode for ChatAgent {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        Ok(Self {
            id: from.identity("id")?,
            name: from.lenient("name"),
            email: from.lenient("email"),
            present: from.lenient("present"),
            avatar: from.lenient("avatar"),
            visibility: from.lenient("visibility"),
            events_seen_up_to: from.lenient("events_seen_up_to"),
        })
    }
}

deserialize_by_decode!(ChatAgent, User);
