//! `list_archives`.

use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::actions::Caller;
use super::chats::{Period, SortOrder};
use super::error::ApiError;
use super::paging::Page;
use super::request;
use crate::license::{Chat, Customer, Thread};

/// Documented filters that the fake does not implement.
const LACKING: [&str; 8] =
    ["agent_response", "agent_types", "customer_countries", "forms", "goals", "greetings", "properties", "sales"];

#[derive(Default, Deserialize)]
#[serde(default)]
struct ListArchives {
    filters: Filters,
    sort_order: SortOrder,
    limit: Option<usize>,
    #[serde(flatten)]
    others: Map<String, Value>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Filters {
    query: Option<String>,
    from: Option<String>,
    to: Option<String>,
    chat_ids: Option<Vec<String>>,
    thread_ids: Option<Vec<String>>,
    group_ids: Option<Vec<u32>>,
    customer_id: Option<String>,
    customer_email: Option<String>,
    agents: Option<Match>,
    tags: Option<Match>,
    event_types: Option<Match>,
    #[serde(flatten)]
    others: Map<String, Value>,
}

/// A filter by values, with exactly one of three conditions.
#[derive(Deserialize)]
struct Match {
    exists: Option<bool>,
    values: Option<Vec<String>>,
    exclude_values: Option<Vec<String>>,
    #[serde(default)]
    require_every_value: bool,
}

impl Match {
    fn check(&self, name: &str) -> Result<(), ApiError> {
        let given = [self.exists.is_some(), self.values.is_some(), self.exclude_values.is_some()];
        if given.into_iter().filter(|given| *given).count() != 1 {
            return Err(ApiError::validation(format!("`{name}` needs one of `exists`, `values` and `exclude_values`")));
        }
        Ok(())
    }

    fn accepts(&self, found: &[&str]) -> bool {
        let has = |value: &String| found.contains(&&**value);
        self.exists.is_none_or(|exists| exists != found.is_empty())
            && self.values.as_ref().is_none_or(|values| {
                if self.require_every_value { values.iter().all(has) } else { values.iter().any(has) }
            })
            && !self.exclude_values.as_ref().is_some_and(|values| values.iter().any(has))
    }
}

/// UNVERIFIED (api-archives-ended): the archives contain only ended threads.
pub(super) fn list_archives(caller: &mut Caller<'_>, fields: Map<String, Value>) -> Result<Value, ApiError> {
    let page = Page::of("list_archives", fields, None)?;
    let filters_of_request = page.request.get("filters").and_then(Value::as_object).map_or(0, Map::len);
    let ListArchives { filters, sort_order, limit, others } = request::read(page.request.clone())?;
    request::refuse(&others, &["highlights"])?;
    request::refuse(&filters.others, &LACKING)?;
    request::at_most("chat_ids", filters.chat_ids.as_deref(), 1000)?;
    request::at_most("thread_ids", filters.thread_ids.as_deref(), 20)?;
    request::at_most("group_ids", filters.group_ids.as_deref(), 200)?;
    if filters.thread_ids.is_some() && filters_of_request > 1 {
        return Err(ApiError::validation("`thread_ids` cannot be used with other filters"));
    }
    for (name, filter) in [("agents", &filters.agents), ("tags", &filters.tags), ("event_types", &filters.event_types)]
    {
        if let Some(filter) = filter {
            filter.check(name)?;
        }
    }
    let is_in = Period::new(filters.from.clone(), filters.to.clone()).check()?;
    let limit = request::limit(limit, 10)?;
    let (license, unknown_events) = (&caller.state.license, caller.state.switches.unknown_events);
    let mut found: Vec<(&Chat, &Thread)> = license
        .chats
        .iter()
        .flat_map(|chat| chat.threads.iter().map(move |thread| (chat, thread)))
        .filter(|(_, thread)| !thread.active && is_in(thread.created_at))
        .filter(|(chat, thread)| filters.accept(chat, thread, license.customer(&chat.customer_id)))
        .collect();
    found.sort_by_key(|(_, thread)| thread.created_at);
    sort_order.apply(&mut found);
    let chats: Vec<Value> =
        found.into_iter().map(|(chat, thread)| chat.with_thread(thread, license, unknown_events)).collect();
    let mut answer = json!({ "found_chats": chats.len() });
    page.fill(&mut answer, "chats", &chats, limit);
    Ok(answer)
}

impl Filters {
    fn accept(&self, chat: &Chat, thread: &Thread, customer: Option<&Customer>) -> bool {
        let agents: Vec<&str> = chat.agents.iter().map(String::as_str).collect();
        let tags: Vec<&str> = thread.tags.iter().map(String::as_str).collect();
        let types: Vec<&str> = thread.events.iter().filter_map(|event| event["type"].as_str()).collect();
        let email = customer.and_then(|customer| customer.email.as_deref());
        self.chat_ids.as_ref().is_none_or(|ids| ids.contains(&chat.id))
            && self.thread_ids.as_ref().is_none_or(|ids| ids.contains(&thread.id))
            && self.group_ids.as_ref().is_none_or(|ids| ids.contains(&chat.group))
            && self.customer_id.as_ref().is_none_or(|id| *id == chat.customer_id)
            && self.customer_email.as_deref().is_none_or(|wanted| email == Some(wanted))
            && self.agents.as_ref().is_none_or(|filter| filter.accepts(&agents))
            && self.tags.as_ref().is_none_or(|filter| filter.accepts(&tags))
            && self.event_types.as_ref().is_none_or(|filter| filter.accepts(&types))
            && self.query.as_ref().is_none_or(|query| mentions(query, thread, customer))
    }
}

/// Whether a text of the thread, or the customer's name or address, contains the query.
fn mentions(query: &str, thread: &Thread, customer: Option<&Customer>) -> bool {
    let query = query.to_lowercase();
    let of_customer = customer.into_iter().flat_map(|customer| [customer.name.as_deref(), customer.email.as_deref()]);
    let of_events = thread.events.iter().map(|event| event["text"].as_str());
    of_customer.chain(of_events).flatten().any(|text| text.to_lowercase().contains(&query))
}
