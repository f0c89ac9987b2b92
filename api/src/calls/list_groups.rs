//! The groups of agents.

use livechat_protocol::{DecodeError, Payload, Reader};

use crate::{
    answer::items,
    call::Call,
    http::{Body, Request, Servers, json::JsonObject},
    invalid_call::InvalidCall,
    repeat::Repeat,
    values::Group,
};

/// Lists the groups of agents: `list_groups`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListGroups {
    fields: Vec<&'static str>,
}

impl ListGroups {
    /// All groups.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Requests [`Group::agent_priorities`] as well.
    #[must_use]
    pub fn with_agent_priorities(self) -> Self {
        self.with_field("agent_priorities")
    }

    /// Requests [`Group::routing_status`] as well.
    #[must_use]
    pub fn with_routing_status(self) -> Self {
        self.with_field("routing_status")
    }

    fn with_field(mut self, field: &'static str) -> Self {
        if !self.fields.contains(&field) {
            self.fields.push(field);
        }
        self
    }
}

impl Call for ListGroups {
    type Answer = Vec<Group>;
    const SCOPES: &'static [&'static str] = &["groups--all:ro", "groups--all:rw"];

    fn repeat(&self) -> Repeat {
        Repeat::Freely
    }

    fn request(&self, servers: &Servers) -> Result<Request, InvalidCall> {
        let body = JsonObject::new().texts("fields", &self.fields);
        Ok(Request::post(servers.configuration("list_groups"), Body::Json(body.finish())))
    }

    fn answer<P: Payload>(from: &Reader<'_, P>) -> Result<Vec<Group>, DecodeError> {
        items(from)
    }
}
