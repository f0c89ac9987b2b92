//! An agent of the license.

use livechat_protocol::{Decode, DecodeError, Payload, Reader};

use super::list_agents::{AgentField, names};
use crate::{
    call::Call,
    http::{Body, Request, Servers, json::JsonObject},
    invalid_call::{InvalidCall, not_empty},
    repeat::Repeat,
    values::Agent,
};

/// Gets an agent: `get_agent`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GetAgent {
    id: String,
    fields: Vec<AgentField>,
}

impl GetAgent {
    /// Gets the agent with this id: the email address. The `account_id` works as well (seen, undocumented).
    #[must_use]
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into(), fields: Vec::new() }
    }

    /// Requests more fields.
    #[must_use]
    pub fn with_fields(mut self, fields: impl IntoIterator<Item = AgentField>) -> Self {
        self.fields = fields.into_iter().collect();
        self
    }
}

impl Call for GetAgent {
    type Answer = Agent;
    /// `agents--my` is enough for the token's own agent.
    const SCOPES: &'static [&'static str] = &["agents--my:ro", "agents--my:rw", "agents--all:ro", "agents--all:rw"];

    fn repeat(&self) -> Repeat {
        Repeat::Freely
    }

    fn request(&self, servers: &Servers) -> Result<Request, InvalidCall> {
        not_empty("id", &self.id)?;
        let body = JsonObject::new().text("id", &self.id).texts("fields", &names(&self.fields));
        Ok(Request::post(servers.configuration("get_agent"), Body::Json(body.finish())))
    }

    fn answer<P: Payload>(from: &Reader<'_, P>) -> Result<Agent, DecodeError> {
        Agent::decode(from)
    }
}
