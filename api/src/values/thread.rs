//! A thread of a chat.

use livechat_protocol::{Decode, DecodeError, Kind, Payload, Reader, Timestamp, deserialize_by_decode};
use serde::Serialize;
use serde_json::Value;

use super::{access::Access, event::Event, visit::Visit};
use crate::answer::{items, lenient_items, object, value};

/// A thread: one conversation of a chat. The Agent App calls its id `chat.id`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Thread {
    /// The thread's id.
    pub id: String,
    /// Whether it is open.
    pub active: bool,
    /// When it started.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<Timestamp>,
    /// Its users.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub user_ids: Vec<String>,
    /// The events, oldest first. Empty if [`restricted_access`](Self::restricted_access) gives a reason.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<Event>,
    /// Why the events are withheld, such as the maximum age in the plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub restricted_access: Option<String>,
    /// Its tags.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// The groups that can see it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub access: Option<Access>,
    /// Its properties: by namespace, then by name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub properties: Option<Value>,
    /// Its place in the queue, while it is queued.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub queue: Option<Queue>,
    /// How long it was queued, in seconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub queues_duration: Option<u32>,
    /// The previous thread.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub previous_thread_id: Option<String>,
    /// The next thread.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_thread_id: Option<String>,
    /// The previous thread that the agent may see. Only in archives.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub previous_accessible_thread_id: Option<String>,
    /// The next thread that the agent may see. Only in archives.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_accessible_thread_id: Option<String>,
    /// The visit during which the customer wrote.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer_visit: Option<Visit>,
    /// A summary, if one was requested.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<ThreadSummary>,
}

/// A place in the queue.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Queue {
    /// The place, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub position: Option<u32>,
    /// The approximate time until an agent is free, in seconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wait_time: Option<u32>,
    /// When it was queued.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub queued_at: Option<Timestamp>,
}

/// A summary of a thread.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ThreadSummary {
    /// The status. UNVERIFIED (api-summary-status): the values are undocumented.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    /// The summary.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// When it was written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<Timestamp>,
}

impl Decode for Thread {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        Ok(Self {
            id: from.identity("id")?,
            active: from.lenient("active").unwrap_or_default(),
            created_at: from.lenient("created_at"),
            user_ids: lenient_items(from, "user_ids"),
            events: events(from)?,
            restricted_access: from.lenient("restricted_access"),
            tags: lenient_items(from, "tags"),
            access: from.lenient("access"),
            properties: value(from, "properties"),
            queue: from.lenient("queue"),
            queues_duration: from.lenient("queues_duration"),
            previous_thread_id: from.lenient("previous_thread_id"),
            next_thread_id: from.lenient("next_thread_id"),
            previous_accessible_thread_id: from.lenient("previous_accessible_thread_id"),
            next_accessible_thread_id: from.lenient("next_accessible_thread_id"),
            customer_visit: from.lenient("customer_visit"),
            summary: from.lenient("summary"),
        })
    }
}

/// The events, all of them: a list that is too long is an error.
fn events<P: Payload>(from: &Reader<'_, P>) -> Result<Vec<Event>, DecodeError> {
    let events = from.member("events")?;
    if events.kind() == Kind::List { items(&events) } else { Ok(Vec::new()) }
}

impl Decode for Queue {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        object(from)?;
        Ok(Self {
            position: from.lenient("position"),
            wait_time: from.lenient("wait_time"),
            queued_at: from.lenient("queued_at"),
        })
    }
}

impl Decode for ThreadSummary {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        object(from)?;
        Ok(Self { status: from.lenient("status"), text: from.lenient("text"), updated_at: from.lenient("updated_at") })
    }
}

deserialize_by_decode!(Queue, Thread, ThreadSummary);
