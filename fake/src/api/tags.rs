//! `tag_thread`, `untag_thread` and `list_tags`.

use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::actions::Caller;
use super::error::ApiError;
use super::request;
use crate::license::{TAGS, Thread};

#[derive(Deserialize)]
struct TagOfThread {
    chat_id: String,
    thread_id: String,
    tag: String,
}

pub(super) fn tag_thread(caller: &mut Caller<'_>, fields: Map<String, Value>) -> Result<Value, ApiError> {
    let request: TagOfThread = request::read(fields)?;
    let (group, thread) = thread(caller, &request)?;
    // Case-sensitive.
    if !TAGS.iter().any(|tag| tag.name == request.tag && tag.groups.contains(&group)) {
        return Err(ApiError::validation(format!("Tag {:?} does not exist in a group of the thread", request.tag)));
    }
    if !thread.tags.contains(&request.tag) {
        thread.tags.push(request.tag);
    }
    Ok(json!({}))
}

/// UNVERIFIED (api-untag-missing): removing a tag that the thread does not have succeeds.
pub(super) fn untag_thread(caller: &mut Caller<'_>, fields: Map<String, Value>) -> Result<Value, ApiError> {
    let request: TagOfThread = request::read(fields)?;
    let (_, thread) = thread(caller, &request)?;
    thread.tags.retain(|tag| *tag != request.tag);
    Ok(json!({}))
}

/// Returns the thread and its group.
fn thread<'a>(caller: &'a mut Caller<'_>, request: &TagOfThread) -> Result<(u32, &'a mut Thread), ApiError> {
    let chat = caller.state.license.chat_mut(&request.chat_id).ok_or_else(|| ApiError::not_found("Chat"))?;
    let thread = chat.threads.iter_mut().find(|thread| thread.id == request.thread_id);
    Ok((chat.group, thread.ok_or_else(|| ApiError::not_found("Thread"))?))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct ListTags {
    filters: Option<TagFilters>,
}

#[derive(Deserialize)]
struct TagFilters {
    group_ids: Vec<u32>,
}

pub(super) fn list_tags(_: &mut Caller<'_>, fields: Map<String, Value>) -> Result<Value, ApiError> {
    let ListTags { filters } = request::read(fields)?;
    let wanted = |groups: &[u32]| {
        filters.as_ref().is_none_or(|filters| groups.iter().any(|group| filters.group_ids.contains(group)))
    };
    let tags = TAGS.iter().filter(|tag| wanted(tag.groups)).map(|tag| {
        json!({ "name": tag.name, "group_ids": tag.groups, "author_id": tag.author, "created_at": tag.created_at })
    });
    Ok(tags.collect())
}
