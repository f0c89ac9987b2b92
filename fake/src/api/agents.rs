//! `list_agents`, `get_agent` and `list_groups`.

use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::actions::Caller;
use super::error::ApiError;
use super::request;
use crate::license::GROUPS;

/// The fields of agents that are returned only on request.
const FIELDS: [&str; 10] = [
    "awaiting_approval",
    "email_subscriptions",
    "groups",
    "job_title",
    "last_logout",
    "max_chats_count",
    "mobile",
    "notifications",
    "suspended",
    "work_scheduler",
];

#[derive(Default, Deserialize)]
#[serde(default)]
struct ListAgents {
    filters: AgentFilters,
    fields: Vec<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct AgentFilters {
    group_ids: Option<Vec<u32>>,
    suspended: Option<bool>,
}

pub(super) fn list_agents(caller: &mut Caller<'_>, fields: Map<String, Value>) -> Result<Value, ApiError> {
    let ListAgents { filters, fields } = request::read(fields)?;
    check(&fields, &FIELDS)?;
    // All agents are in all groups.
    let in_group = |wanted: &Vec<u32>| GROUPS.iter().any(|(id, _)| wanted.contains(id));
    let agents = caller.state.license.agents().iter();
    let agents = agents
        .filter(|agent| filters.suspended.is_none_or(|suspended| agent.suspended == suspended))
        .filter(|_| filters.group_ids.as_ref().is_none_or(in_group));
    Ok(agents.map(|agent| agent.configuration("avatar_path", &fields)).collect())
}

#[derive(Deserialize)]
struct GetAgent {
    id: String,
    #[serde(default)]
    fields: Vec<String>,
}

pub(super) fn get_agent(caller: &mut Caller<'_>, fields: Map<String, Value>) -> Result<Value, ApiError> {
    let GetAgent { id, fields } = request::read(fields)?;
    check(&fields, &FIELDS)?;
    let agent = caller.state.license.agents().iter().find(|agent| agent.id == id);
    let agent = agent.ok_or_else(|| ApiError::not_found("Agent"))?;
    // The vendor's samples use another name for the picture here.
    Ok(agent.configuration("avatar", &fields))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct ListGroups {
    fields: Vec<String>,
}

pub(super) fn list_groups(caller: &mut Caller<'_>, fields: Map<String, Value>) -> Result<Value, ApiError> {
    let ListGroups { fields } = request::read(fields)?;
    check(&fields, &["agent_priorities", "routing_status"])?;
    let priorities: Map<String, Value> =
        caller.state.license.agents().iter().map(|agent| (agent.id.to_owned(), "normal".into())).collect();
    let groups = GROUPS.iter().map(|(id, name)| {
        let mut group = json!({ "id": id, "name": name, "language_code": "en" });
        if fields.iter().any(|field| field == "routing_status") {
            group["routing_status"] = "online".into();
        }
        if fields.iter().any(|field| field == "agent_priorities") {
            group["agent_priorities"] = priorities.clone().into();
        }
        group
    });
    Ok(groups.collect())
}

fn check(fields: &[String], known: &[&str]) -> Result<(), ApiError> {
    match fields.iter().find(|field| !known.contains(&field.as_str())) {
        Some(field) => Err(ApiError::validation(format!("`fields` has {field:?}; use {}", known.join(", ")))),
        None => Ok(()),
    }
}
