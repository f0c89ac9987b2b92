//! `send_event`, `get_chat`, `list_chats` and `list_threads`.

use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::actions::Caller;
use super::error::ApiError;
use super::paging::Page;
use super::{events, request};
use crate::license::Chat;
use crate::timestamp;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum SortOrder {
    Asc,
    #[default]
    Desc,
}

impl SortOrder {
    /// Sorts in ascending order.
    pub(super) fn apply<T>(self, items: &mut [T]) {
        if self == Self::Desc {
            items.reverse();
        }
    }
}

#[derive(Deserialize)]
struct SendEvent {
    chat_id: String,
    event: Map<String, Value>,
}

pub(super) fn send_event(caller: &mut Caller<'_>, fields: Map<String, Value>) -> Result<Value, ApiError> {
    let SendEvent { chat_id, event } = request::read(fields)?;
    let mut event = events::checked(event, &caller.state.license)?;
    let chat = caller.state.license.chat_mut(&chat_id).ok_or_else(|| ApiError::not_found("Chat"))?;
    if !chat.agents.iter().any(|id| id == caller.agent.id) {
        return Err(ApiError::not_chat_user());
    }
    let now = timestamp::now();
    let thread = chat.active_mut().ok_or_else(ApiError::chat_inactive)?;
    let id = format!("{}_{}", thread.id, thread.events.len() + 1);
    event["id"] = id.as_str().into();
    event["created_at"] = timestamp::text(now).into();
    if event["type"] != "system_message" {
        event["author_id"] = caller.agent.id.into();
    }
    thread.events.push(event.clone());
    let entry = json!({ "chat_id": chat_id, "thread_id": thread.id, "event": event });
    chat.seen_up_to = now;
    caller.state.feed.push(entry);
    Ok(json!({ "event_id": id }))
}

#[derive(Deserialize)]
struct GetChat {
    chat_id: String,
    thread_id: Option<String>,
}

pub(super) fn get_chat(caller: &mut Caller<'_>, fields: Map<String, Value>) -> Result<Value, ApiError> {
    let GetChat { chat_id, thread_id } = request::read(fields)?;
    let license = &caller.state.license;
    let chat = license.chat(&chat_id).ok_or_else(|| ApiError::not_found("Chat"))?;
    let thread = match &thread_id {
        None => chat.latest(),
        Some(id) => chat.threads.iter().find(|thread| thread.id == *id),
    };
    let thread = thread.ok_or_else(|| ApiError::not_found("Thread"))?;
    Ok(chat.with_thread(thread, license, caller.state.switches.unknown_events))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct ListChats {
    filters: ChatFilters,
    sort_order: SortOrder,
    limit: Option<usize>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct ChatFilters {
    active: Option<bool>,
    /// Not supported.
    #[serde(rename = "include_chats_without_threads")]
    _include_chats_without_threads: Option<bool>,
    group_ids: Option<Vec<u32>>,
    #[serde(flatten)]
    others: Map<String, Value>,
}

pub(super) fn list_chats(caller: &mut Caller<'_>, fields: Map<String, Value>) -> Result<Value, ApiError> {
    let page = Page::of("list_chats", fields, None)?;
    let ListChats { filters, sort_order, limit } = request::read(page.request.clone())?;
    request::refuse(&filters.others, &["properties"])?;
    request::at_most("group_ids", filters.group_ids.as_deref(), 200)?;
    let limit = request::limit(limit, 10)?;
    let mut chats: Vec<&Chat> = caller
        .state
        .license
        .chats
        .iter()
        .filter(|chat| filters.active.is_none_or(|active| chat.is_active() == active))
        .filter(|chat| filters.group_ids.as_ref().is_none_or(|groups| groups.contains(&chat.group)))
        .collect();
    chats.sort_by_key(|chat| chat.latest().map(|thread| thread.created_at));
    sort_order.apply(&mut chats);
    let summaries: Vec<Value> = chats.into_iter().map(|chat| summary(caller, chat)).collect();
    let mut answer = json!({ "found_chats": summaries.len() });
    page.fill(&mut answer, "chats_summary", &summaries, limit);
    Ok(answer)
}

fn summary(caller: &Caller<'_>, chat: &Chat) -> Value {
    let mut last_per_type = Map::new();
    for thread in &chat.threads {
        for event in &thread.events {
            if let Some(kind) = event["type"].as_str() {
                let created_at = timestamp::text(thread.created_at);
                let last = json!({ "thread_id": thread.id, "thread_created_at": created_at, "event": event });
                last_per_type.insert(kind.to_owned(), last);
            }
        }
    }
    let mut summary = json!({
        "id": chat.id,
        "users": chat.users(&caller.state.license),
        "last_event_per_type": last_per_type,
        "properties": chat.properties(),
        "access": chat.access(),
        "is_followed": false,
    });
    if let Some(thread) = chat.latest() {
        summary["last_thread_summary"] = chat.without_events(thread);
    }
    summary
}

#[derive(Deserialize)]
struct ListThreads {
    chat_id: String,
    #[serde(default)]
    sort_order: SortOrder,
    limit: Option<usize>,
    min_events_count: Option<usize>,
    filters: Option<Period>,
}

/// A time range.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Period {
    from: Option<String>,
    to: Option<String>,
}

impl Period {
    pub(super) fn new(from: Option<String>, to: Option<String>) -> Self {
        Self { from, to }
    }

    /// Whether a time is in the range, which includes both ends.
    pub(super) fn check(&self) -> Result<impl Fn(time::OffsetDateTime) -> bool + use<>, ApiError> {
        let read = |name: &str, text: &Option<String>| match text {
            None => Ok(None),
            Some(text) => {
                let time = timestamp::parse(text);
                time.map(Some).ok_or_else(|| ApiError::validation(format!("`{name}` must be a time as in RFC 3339")))
            }
        };
        let (from, to) = (read("from", &self.from)?, read("to", &self.to)?);
        Ok(move |time| from.is_none_or(|from| from <= time) && to.is_none_or(|to| time <= to))
    }
}

pub(super) fn list_threads(caller: &mut Caller<'_>, fields: Map<String, Value>) -> Result<Value, ApiError> {
    let page = Page::of("list_threads", fields, Some("chat_id"))?;
    let ListThreads { chat_id, sort_order, limit, min_events_count, filters } = request::read(page.request.clone())?;
    if min_events_count.is_some() && (limit.is_some() || filters.is_some()) {
        return Err(ApiError::validation("`min_events_count` cannot be used with `limit` or `filters`"));
    }
    if min_events_count.is_some_and(|count| !(1..=100).contains(&count)) {
        return Err(ApiError::validation("`min_events_count` must be between 1 and 100"));
    }
    let is_in = filters.unwrap_or_default().check()?;
    let limit = request::limit(limit, 3)?;
    let chat = caller.state.license.chat(&chat_id).ok_or_else(|| ApiError::not_found("Chat"))?;
    let unknown_events = caller.state.switches.unknown_events;
    let mut threads: Vec<_> = chat.threads.iter().filter(|thread| is_in(thread.created_at)).collect();
    sort_order.apply(&mut threads);
    let limit = min_events_count.map_or(limit, |count| {
        // As many threads as needed for this many events.
        let mut events = 0;
        let enough = threads.iter().position(|thread| {
            events += thread.events.len();
            events >= count
        });
        enough.map_or(threads.len().max(1), |index| index + 1)
    });
    let threads: Vec<Value> = threads.into_iter().map(|thread| chat.thread(thread, unknown_events)).collect();
    let mut answer = json!({ "found_threads": threads.len() });
    page.fill(&mut answer, "threads", &threads, limit);
    Ok(answer)
}
