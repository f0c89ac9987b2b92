//! An agent of the license.

use livechat_protocol::{Decode, DecodeError, Payload, Reader, SafeUrl, Timestamp, deserialize_by_decode, open_enum};
use serde::Serialize;

use super::avatar::avatar_url;
use crate::answer::lenient_items;

/// An agent of the license.
///
/// LiveChat returns most fields only on request: see [`AgentField`](crate::AgentField).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Agent {
    /// The agent's id in the chat and configuration APIs: the email address.
    pub id: String,
    /// The person across all of Text's products, a UUID, as in [`TokenInfo`](crate::TokenInfo) and
    /// [`Account`](crate::Account).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account_id: Option<String>,
    /// The name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The role.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<AgentRole>,
    /// Whether the agent accepts chats, as LiveChat's text; see [`is_accepting_chats`](Self::is_accepting_chats).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub login_status: Option<String>,
    /// The avatar as LiveChat returns it, often without `https://`; see [`avatar_url`](Self::avatar_url).
    ///
    /// `list_agents` calls it `avatar_path` and `get_agent` calls it `avatar`; both are accepted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub avatar: Option<String>,
    /// The job title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub job_title: Option<String>,
    /// The mobile phone number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mobile: Option<String>,
    /// How many chats the agent takes at a time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_chats_count: Option<u32>,
    /// The agent's groups.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<AgentGroup>,
    /// Whether the agent is suspended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suspended: Option<bool>,
    /// Whether the agent still needs approval.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub awaiting_approval: Option<bool>,
    /// When the agent last signed out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_logout: Option<Timestamp>,
}

/// A group of an agent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct AgentGroup {
    /// The group's id.
    pub id: u32,
    /// When the agent gets chats of the group.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub priority: Option<GroupPriority>,
}

open_enum! {
    /// An agent's role.
    pub enum AgentRole {
        /// The owner of the license.
        Owner = "owner",
        /// A vice owner.
        ViceOwner = "viceowner",
        /// An administrator.
        Administrator = "administrator",
        /// A normal agent, who cannot have administrator scopes.
        Normal = "normal",
    }
}

open_enum! {
    /// When an agent gets chats of a group.
    pub enum GroupPriority {
        /// Before the others.
        First = "first",
        /// In turn.
        Normal = "normal",
        /// After the others.
        Last = "last",
        /// Never: the agent supervises.
        Supervisor = "supervisor",
    }
}

impl Agent {
    /// The URL of the avatar.
    #[must_use]
    pub fn avatar_url(&self) -> Option<SafeUrl> {
        avatar_url(self.avatar.as_deref()?)
    }

    /// Whether the agent accepts chats now: `login_status` is `accepting chats`.
    #[must_use]
    pub fn is_accepting_chats(&self) -> bool {
        self.login_status.as_deref() == Some("accepting chats")
    }
}

impl Decode for Agent {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        Ok(Self {
            id: from.identity("id")?,
            account_id: from.lenient("account_id"),
            name: from.lenient("name"),
            role: from.lenient("role"),
            login_status: from.lenient("login_status"),
            avatar: from.lenient("avatar").or_else(|| from.lenient("avatar_path")),
            job_title: from.lenient("job_title"),
            mobile: from.lenient("mobile"),
            max_chats_count: from.lenient("max_chats_count"),
            groups: lenient_items(from, "groups"),
            suspended: from.lenient("suspended"),
            awaiting_approval: from.lenient("awaiting_approval"),
            last_logout: from.lenient("last_logout"),
        })
    }
}

impl Decode for AgentGroup {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        Ok(Self { id: from.required("id")?, priority: from.lenient("priority") })
    }
}

deserialize_by_decode!(Agent, AgentGroup);
