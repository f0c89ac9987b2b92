//! The actions, with their paths, scopes and functions.

use serde_json::{Map, Value};

use super::error::ApiError;
use super::{agents, archives, chats, customers, tags};
use crate::fake::State;
use crate::license::Agent;

/// The caller, and the data to act on.
pub(crate) struct Caller<'a> {
    pub(crate) state: &'a mut State,
    pub(crate) agent: Agent,
}

type Run = fn(&mut Caller<'_>, Map<String, Value>) -> Result<Value, ApiError>;

/// An action of the API.
pub(crate) struct Action {
    api: Api,
    name: &'static str,
    /// The required scope, or one that includes it.
    pub(crate) scope: &'static str,
    pub(crate) run: Run,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Api {
    Agent,
    Configuration,
}

const READ: &str = "chats--access:ro";
const WRITE: &str = "chats--access:rw";

static ACTIONS: [Action; 13] = [
    agent("send_event", WRITE, chats::send_event),
    agent("get_chat", READ, chats::get_chat),
    agent("list_chats", READ, chats::list_chats),
    agent("list_threads", READ, chats::list_threads),
    agent("list_archives", READ, archives::list_archives),
    agent("tag_thread", WRITE, tags::tag_thread),
    agent("untag_thread", WRITE, tags::untag_thread),
    agent("get_customer", "customers:ro", customers::get_customer),
    agent("update_customer", "customers:rw", customers::update_customer),
    configuration("list_agents", "agents--all:ro", agents::list_agents),
    configuration("get_agent", "agents--my:ro", agents::get_agent),
    configuration("list_tags", "tags--groups:ro", tags::list_tags),
    configuration("list_groups", "groups--all:ro", agents::list_groups),
];

const fn agent(name: &'static str, scope: &'static str, run: Run) -> Action {
    Action { api: Api::Agent, name, scope, run }
}

const fn configuration(name: &'static str, scope: &'static str, run: Run) -> Action {
    Action { api: Api::Configuration, name, scope, run }
}

impl Action {
    /// Returns the action at this path.
    pub(crate) fn find(api: &str, name: &str) -> Option<&'static Self> {
        let api = match api {
            "agent" => Api::Agent,
            "configuration" => Api::Configuration,
            _ => return None,
        };
        ACTIONS.iter().find(|action| action.api == api && action.name == name)
    }

    /// Whether it writes to a chat.
    pub(crate) fn writes_to_chat(&self) -> bool {
        self.scope == WRITE
    }
}
