//! Chats and their threads.

use serde_json::{Value, json};
use time::OffsetDateTime;

use super::{Agent, License};
use crate::timestamp;

/// A chat with its threads, latest last.
#[derive(Debug, Clone)]
pub(crate) struct Chat {
    pub(crate) id: String,
    pub(crate) customer_id: String,
    pub(crate) group: u32,
    /// The ids of the agents in the chat.
    pub(crate) agents: Vec<String>,
    pub(crate) threads: Vec<Thread>,
    pub(crate) seen_up_to: OffsetDateTime,
}

/// A thread. Only the latest of a chat can be active.
#[derive(Debug, Clone)]
pub(crate) struct Thread {
    pub(crate) id: String,
    pub(crate) active: bool,
    pub(crate) created_at: OffsetDateTime,
    pub(crate) tags: Vec<String>,
    pub(crate) events: Vec<Value>,
}

impl Chat {
    pub(crate) fn latest(&self) -> Option<&Thread> {
        self.threads.last()
    }

    pub(crate) fn active_mut(&mut self) -> Option<&mut Thread> {
        self.threads.last_mut().filter(|thread| thread.active)
    }

    pub(crate) fn is_active(&self) -> bool {
        self.latest().is_some_and(|thread| thread.active)
    }

    pub(crate) fn access(&self) -> Value {
        json!({ "group_ids": [self.group] })
    }

    pub(crate) fn users(&self, license: &License) -> Vec<Value> {
        let seen = timestamp::text(self.seen_up_to);
        let customer = license.customer(&self.customer_id);
        let customer = customer.map(|customer| customer.user(self.threads.len(), self.is_active(), &seen));
        let agents = license.agents().iter().filter(|agent| self.agents.iter().any(|id| id == agent.id));
        customer.into_iter().chain(agents.map(|agent: &Agent| agent.user(&seen))).collect()
    }

    /// A chat with one thread, as in `get_chat` and `list_archives`.
    pub(crate) fn with_thread(&self, thread: &Thread, license: &License, unknown_events: bool) -> Value {
        json!({
            "id": self.id,
            "users": self.users(license),
            "thread": self.thread(thread, unknown_events),
            "properties": self.properties(),
            "access": self.access(),
            "is_followed": false,
        })
    }

    pub(crate) fn properties(&self) -> Value {
        json!({ "source": { "client_id": "fake-chat-widget", "customer_client_id": "fake-chat-widget" } })
    }

    /// A thread with its events, and the ids of its neighbors.
    pub(crate) fn thread(&self, thread: &Thread, unknown_events: bool) -> Value {
        let mut json = self.without_events(thread);
        let mut events = thread.events.clone();
        if unknown_events {
            events.push(json!({
                "id": format!("{}_hologram", thread.id),
                "type": "hologram",
                "created_at": timestamp::text(thread.created_at),
                "visibility": "all",
                "author_id": self.customer_id,
                "depth": { "meters": 3, "layers": ["front", null] },
            }));
        }
        json["events"] = events.into();
        let index = self.threads.iter().position(|other| other.id == thread.id).unwrap_or_default();
        if let Some(previous) = index.checked_sub(1).and_then(|index| self.threads.get(index)) {
            json["previous_thread_id"] = previous.id.as_str().into();
        }
        if let Some(next) = self.threads.get(index + 1) {
            json["next_thread_id"] = next.id.as_str().into();
        }
        json
    }

    /// A thread as in a summary of chats.
    pub(crate) fn without_events(&self, thread: &Thread) -> Value {
        let users = std::iter::once(&self.customer_id).chain(&self.agents);
        let mut json = json!({
            "id": thread.id,
            "active": thread.active,
            "created_at": timestamp::text(thread.created_at),
            "user_ids": users.collect::<Vec<_>>(),
            "properties": {},
            "access": self.access(),
        });
        if !thread.tags.is_empty() {
            json["tags"] = thread.tags.clone().into();
        }
        json
    }
}
