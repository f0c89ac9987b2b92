//! Any action, with JSON in and out.

use livechat_protocol::{DecodeError, Payload, Reader, to_json};
use serde_json::Value;

use super::agent_actions::AGENT_ACTIONS;
use crate::{
    answer::outcome,
    call::Call,
    error::ApiError,
    http::{Body, Request, Servers},
    invalid_call::InvalidCall,
    repeat::Repeat,
};

/// Any action by name, with JSON as its argument and answer.
///
/// ```
/// use livechat_api::{Call, RawCall, Servers};
/// use serde_json::json;
///
/// let servers = Servers::default();
/// let url = |name| Ok::<_, livechat_api::InvalidCall>(RawCall::new(name, json!({})).request(&servers)?.url().to_owned());
/// assert_eq!(url("transfer_chat")?, "https://api.livechatinc.com/v3.6/agent/action/transfer_chat");
/// assert_eq!(url("get_group")?, "https://api.livechatinc.com/v3.6/configuration/action/get_group");
/// assert_eq!(url("reports/chats/total_chats")?, "https://api.livechatinc.com/v3.6/reports/chats/total_chats");
/// # Ok::<(), livechat_api::InvalidCall>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawCall {
    name: String,
    json: String,
    repeat: Repeat,
}

impl RawCall {
    /// Creates a call of an action. An action without arguments takes `{}`.
    ///
    /// The action belongs to the Agent Chat API if that documents the name, otherwise to the Configuration API. A
    /// name with slashes is a path: `agent/action/…` for an action that this version does not know, `reports/…` for a
    /// report.
    #[must_use]
    pub fn new(name: impl Into<String>, json: impl Into<Value>) -> Self {
        Self::from_text(name, json.into().to_string())
    }

    /// Creates a call whose argument is already JSON text, for example from `JSON.stringify`.
    #[must_use]
    pub fn from_text(name: impl Into<String>, json: impl Into<String>) -> Self {
        Self { name: name.into(), json: json.into(), repeat: Repeat::AfterRefusal }
    }

    /// Declares that the action only reads, or may be carried out twice: it is then also repeated after a lost
    /// connection.
    #[must_use]
    pub fn repeatable(mut self) -> Self {
        self.repeat = Repeat::Freely;
        self
    }

    /// The action's name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }
}

impl Call for RawCall {
    type Answer = Value;

    fn repeat(&self) -> Repeat {
        self.repeat
    }

    fn request(&self, servers: &Servers) -> Result<Request, InvalidCall> {
        let belongs = |letter: u8| matches!(letter, b'a'..=b'z' | b'0'..=b'9' | b'_' | b'/');
        if self.name.is_empty() || !self.name.bytes().all(belongs) {
            return Err(InvalidCall::new("name", "has to be the name of an action, such as `transfer_chat`"));
        }
        let url = if self.name.contains('/') {
            servers.path(self.name.trim_start_matches('/'))
        } else if AGENT_ACTIONS.contains(&self.name.as_str()) {
            servers.agent(&self.name)
        } else {
            servers.configuration(&self.name)
        };
        Ok(Request::post(url, Body::Json(self.json.clone())))
    }

    /// Decodes at most as much as the protocol's [`limits`](livechat_protocol::limits) allow for one value.
    fn answer<P: Payload>(from: &Reader<'_, P>) -> Result<Value, DecodeError> {
        to_json(from.value())
    }

    /// Decodes the whole answer, however large.
    fn read(&self, status: u16, body: &str) -> Result<Value, ApiError> {
        outcome(status, body, serde_json::from_str::<Value>(body).ok())
    }
}
