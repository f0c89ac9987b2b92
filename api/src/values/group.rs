//! A group of agents.

use std::collections::BTreeMap;

use livechat_protocol::{Decode, DecodeError, Payload, Reader, deserialize_by_decode};
use serde::Serialize;

use super::agent::GroupPriority;

/// A group of agents.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Group {
    /// The group's id. 0 is the group of all agents.
    pub id: u32,
    /// The name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The language of its chat window, such as `en`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language_code: Option<String>,
    /// Whether it takes chats, such as `offline`. Only on request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub routing_status: Option<String>,
    /// Its agents by id, with their priorities. Only on request.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub agent_priorities: BTreeMap<String, GroupPriority>,
}

impl Decode for Group {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        let priorities = from.member("agent_priorities").and_then(|agents| {
            agents.lenient_members(|agent, priority| Ok((agent.to_owned(), GroupPriority::decode(priority)?)))
        });
        Ok(Self {
            id: from.required("id")?,
            name: from.lenient("name"),
            language_code: from.lenient("language_code"),
            routing_status: from.lenient("routing_status"),
            agent_priorities: priorities.unwrap_or_default().into_iter().collect(),
        })
    }
}

deserialize_by_decode!(Group);
