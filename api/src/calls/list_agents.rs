//! The agents of the license.

use livechat_protocol::{DecodeError, Payload, Reader};

use crate::{
    answer::items,
    call::Call,
    http::{Body, Request, Servers, json::JsonObject},
    invalid_call::InvalidCall,
    repeat::Repeat,
    values::Agent,
};

/// Lists the agents of the license: `list_agents`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListAgents {
    group_ids: Vec<u32>,
    suspended: Option<bool>,
    fields: Vec<AgentField>,
}

/// A field of an [`Agent`] that LiveChat returns only on request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum AgentField {
    /// [`Agent::groups`].
    Groups,
    /// [`Agent::job_title`].
    JobTitle,
    /// [`Agent::mobile`].
    Mobile,
    /// [`Agent::max_chats_count`].
    MaxChatsCount,
    /// [`Agent::suspended`].
    Suspended,
    /// [`Agent::awaiting_approval`].
    AwaitingApproval,
    /// [`Agent::last_logout`].
    LastLogout,
}

impl AgentField {
    /// The name on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Groups => "groups",
            Self::JobTitle => "job_title",
            Self::Mobile => "mobile",
            Self::MaxChatsCount => "max_chats_count",
            Self::Suspended => "suspended",
            Self::AwaitingApproval => "awaiting_approval",
            Self::LastLogout => "last_logout",
        }
    }
}

/// The names of the fields.
pub(super) fn names(fields: &[AgentField]) -> Vec<&'static str> {
    fields.iter().map(|field| field.as_str()).collect()
}

impl ListAgents {
    /// Lists all agents.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Only agents of these groups.
    #[must_use]
    pub fn with_groups(mut self, ids: impl IntoIterator<Item = u32>) -> Self {
        self.group_ids = ids.into_iter().collect();
        self
    }

    /// Only agents that are suspended, or only those that are not.
    #[must_use]
    pub fn with_suspended(mut self, suspended: bool) -> Self {
        self.suspended = Some(suspended);
        self
    }

    /// Requests more fields.
    #[must_use]
    pub fn with_fields(mut self, fields: impl IntoIterator<Item = AgentField>) -> Self {
        self.fields = fields.into_iter().collect();
        self
    }
}

impl Call for ListAgents {
    type Answer = Vec<Agent>;
    const SCOPES: &'static [&'static str] = &["agents--all:ro", "agents--all:rw"];

    fn repeat(&self) -> Repeat {
        Repeat::Freely
    }

    fn request(&self, servers: &Servers) -> Result<Request, InvalidCall> {
        let mut filters = JsonObject::new().numbers("group_ids", &self.group_ids);
        if let Some(suspended) = self.suspended {
            filters = filters.bool("suspended", suspended);
        }
        let body = JsonObject::new().object("filters", filters).texts("fields", &names(&self.fields));
        Ok(Request::post(servers.configuration("list_agents"), Body::Json(body.finish())))
    }

    fn answer<P: Payload>(from: &Reader<'_, P>) -> Result<Vec<Agent>, DecodeError> {
        items(from)
    }
}
