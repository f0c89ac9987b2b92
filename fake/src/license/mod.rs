//! The license, in memory: its agents, and the simulator's customers and chats.

mod agents;
mod customers;
mod files;
mod groups;
mod samples;
mod threads;

use std::collections::BTreeMap;

use serde_json::Value;

pub(crate) use self::agents::Agent;
pub(crate) use self::customers::Customer;
pub(crate) use self::files::File;
pub(crate) use self::groups::{GROUPS, TAGS};
pub(crate) use self::threads::{Chat, Thread};

/// The organization that owns the license.
pub(crate) const ORGANIZATION: &str = "59aa5076-13c5-4ce5-b13a-07d33e838acf";

#[derive(Debug)]
pub(crate) struct License {
    pub(crate) customers: Vec<Customer>,
    pub(crate) chats: Vec<Chat>,
    /// By their ids.
    pub(crate) files: BTreeMap<String, File>,
}

impl License {
    /// The samples, with active chats that began a few minutes ago.
    pub(crate) fn samples() -> Self {
        let (customers, chats) = samples::read();
        Self { customers, chats, files: BTreeMap::new() }
    }

    /// The agents who can sign in.
    pub(crate) fn people(&self) -> Vec<Agent> {
        agents::AGENTS.into_iter().filter(|agent| !agent.suspended).collect()
    }

    /// An agent who can sign in.
    pub(crate) fn person(&self, id: &str) -> Option<Agent> {
        self.people().into_iter().find(|agent| agent.id == id)
    }

    /// All agents, including suspended ones.
    pub(crate) fn agents(&self) -> &'static [Agent] {
        &agents::AGENTS
    }

    pub(crate) fn agent_of_account(&self, account: &str) -> Option<Agent> {
        self.people().into_iter().find(|agent| agent.account_id == account)
    }

    /// An account, as in `GET /v2/accounts/me`.
    pub(crate) fn account(&self, account: &str) -> Option<Value> {
        self.agent_of_account(account).map(|agent| agent.account())
    }

    pub(crate) fn customer(&self, id: &str) -> Option<&Customer> {
        self.customers.iter().find(|customer| customer.id == id)
    }

    pub(crate) fn chat(&self, id: &str) -> Option<&Chat> {
        self.chats.iter().find(|chat| chat.id == id)
    }

    pub(crate) fn chat_mut(&mut self, id: &str) -> Option<&mut Chat> {
        self.chats.iter_mut().find(|chat| chat.id == id)
    }

    /// The uploaded file at this address.
    pub(crate) fn file_at(&self, url: &str) -> Option<&File> {
        self.files.values().find(|file| file.url == url)
    }
}
