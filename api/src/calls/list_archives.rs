//! Past chats.

use livechat_protocol::{Decode, DecodeError, Payload, Reader};
use serde_json::Value;

use super::{READ_CHATS, pages::Paged};
use crate::{
    call::Call,
    http::{
        Body, Request, Servers,
        json::{JsonObject, quoted, texts},
    },
    invalid_call::{InvalidCall, at_most},
    repeat::Repeat,
    values::Archives,
};

/// Lists the threads of past and present chats, newest first: `list_archives`.
///
/// The answer is one page. [`Pages`](crate::Pages) builds the calls for all of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListArchives {
    page_id: Option<String>,
    limit: Option<u32>,
    sort_order: Option<SortOrder>,
    chat_ids: Vec<String>,
    thread_ids: Vec<String>,
    group_ids: Vec<u32>,
    /// The other filters, as JSON text.
    filters: Vec<(String, String)>,
}

/// The order of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SortOrder {
    /// The oldest first.
    OldestFirst,
    /// The newest first: LiveChat's default.
    NewestFirst,
}

/// The values that a filter accepts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Match {
    /// Chats that have any value (`true`), or none (`false`).
    Exists(bool),
    /// Chats with at least one of the values.
    AnyOf(Vec<String>),
    /// Chats with all of the values.
    AllOf(Vec<String>),
    /// Chats without any of the values.
    NoneOf(Vec<String>),
}

impl Match {
    /// At least one of the values.
    #[must_use]
    pub fn any_of(values: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self::AnyOf(values.into_iter().map(Into::into).collect())
    }

    /// All of the values.
    #[must_use]
    pub fn all_of(values: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self::AllOf(values.into_iter().map(Into::into).collect())
    }

    /// None of the values.
    #[must_use]
    pub fn none_of(values: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self::NoneOf(values.into_iter().map(Into::into).collect())
    }

    fn to_json(&self) -> String {
        let object = JsonObject::new();
        match self {
            Self::Exists(exists) => object.bool("exists", *exists),
            Self::AnyOf(values) => object.raw("values", &texts(values)),
            Self::AllOf(values) => object.raw("values", &texts(values)).bool("require_every_value", true),
            Self::NoneOf(values) => object.raw("exclude_values", &texts(values)),
        }
        .finish()
    }
}

impl ListArchives {
    /// Lists the newest threads that the agent has access to, ten per page.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Only threads of this customer, by the id of `customer_profile` in the Agent App.
    #[must_use]
    pub fn with_customer(self, customer_id: impl AsRef<str>) -> Self {
        self.with_json("customer_id", quoted(customer_id.as_ref()))
    }

    /// Only threads of the customer with this email address.
    #[must_use]
    pub fn with_customer_email(self, email: impl AsRef<str>) -> Self {
        self.with_json("customer_email", quoted(email.as_ref()))
    }

    /// Only threads that contain these words.
    #[must_use]
    pub fn with_query(self, words: impl AsRef<str>) -> Self {
        self.with_json("query", quoted(words.as_ref()))
    }

    /// Only threads from this moment on, as RFC 3339 with microseconds: `2026-11-25T01:35:39.000000+00:00`.
    #[must_use]
    pub fn with_from(self, moment: impl AsRef<str>) -> Self {
        self.with_json("from", quoted(moment.as_ref()))
    }

    /// Only threads up to this moment, as RFC 3339 with microseconds.
    #[must_use]
    pub fn with_to(self, moment: impl AsRef<str>) -> Self {
        self.with_json("to", quoted(moment.as_ref()))
    }

    /// Only threads of these chats, at most 1000.
    #[must_use]
    pub fn with_chats(mut self, ids: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.chat_ids = ids.into_iter().map(Into::into).collect();
        self
    }

    /// Only these threads, at most 20. It excludes all other filters, and there are no pages.
    #[must_use]
    pub fn with_threads(mut self, ids: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.thread_ids = ids.into_iter().map(Into::into).collect();
        self
    }

    /// Only threads of these groups, at most 200.
    #[must_use]
    pub fn with_groups(mut self, ids: impl IntoIterator<Item = u32>) -> Self {
        self.group_ids = ids.into_iter().collect();
        self
    }

    /// Only threads of these agents, by their ids. `Match::Exists(false)` is chats without an agent.
    #[must_use]
    pub fn with_agents(self, agents: Match) -> Self {
        self.with_json("agents", agents.to_json())
    }

    /// Only threads with these tags.
    #[must_use]
    pub fn with_tags(self, tags: Match) -> Self {
        self.with_json("tags", tags.to_json())
    }

    /// Only threads with events of these types, such as `filled_form`. `Exists` does not apply to event types.
    #[must_use]
    pub fn with_event_types(self, types: Match) -> Self {
        self.with_json("event_types", types.to_json())
    }

    /// Sets another filter by its name on the wire, such as `customer_countries`, `sales`, `goals`, `properties`, `greetings`
    /// or `agent_response`.
    #[must_use]
    pub fn with_filter(self, name: impl Into<String>, json: impl Into<Value>) -> Self {
        self.with_json(name, json.into().to_string())
    }

    /// The number of threads per page, from 1 to 100.
    #[must_use]
    pub fn with_limit(mut self, limit: u32) -> Self {
        self.limit = Some(limit);
        self
    }

    /// The order of the threads.
    #[must_use]
    pub fn with_sort_order(mut self, order: SortOrder) -> Self {
        self.sort_order = Some(order);
        self
    }

    /// Sets a filter, replacing an earlier one of the same name.
    fn with_json(mut self, name: impl Into<String>, json: String) -> Self {
        let name = name.into();
        self.filters.retain(|(own, _)| *own != name);
        self.filters.push((name, json));
        self
    }

    fn filters(&self) -> Result<JsonObject, InvalidCall> {
        at_most("filters.chat_ids", self.chat_ids.len(), 1_000, "has more than 1000 items: ask for fewer at once")?;
        at_most("filters.thread_ids", self.thread_ids.len(), 20, "has more than 20 items: ask for fewer at once")?;
        at_most("filters.group_ids", self.group_ids.len(), 200, "has more than 200 items: ask for fewer at once")?;
        let others = self.chat_ids.len() + self.group_ids.len() + self.filters.len();
        if !self.thread_ids.is_empty() && others > 0 {
            return Err(InvalidCall::new("filters.thread_ids", "takes no other filter beside it: remove one of them"));
        }
        let mut filters = JsonObject::new();
        for (name, json) in &self.filters {
            filters = filters.raw(name, json);
        }
        Ok(filters
            .texts("chat_ids", &self.chat_ids)
            .texts("thread_ids", &self.thread_ids)
            .numbers("group_ids", &self.group_ids))
    }

    /// The first page has the filters; LiveChat refuses anything next to the id of a later page.
    fn body(&self) -> Result<JsonObject, InvalidCall> {
        if let Some(page_id) = &self.page_id {
            return Ok(JsonObject::new().text("page_id", page_id));
        }
        if self.limit.is_some_and(|limit| !(1..=100).contains(&limit)) {
            return Err(InvalidCall::new("limit", "has to be from 1 to 100"));
        }
        let order = self.sort_order.map(|order| match order {
            SortOrder::OldestFirst => "asc",
            SortOrder::NewestFirst => "desc",
        });
        let body = JsonObject::new().object("filters", self.filters()?);
        Ok(body.maybe_number("limit", self.limit).maybe_text("sort_order", order))
    }
}

impl Call for ListArchives {
    type Answer = Archives;
    const SCOPES: &'static [&'static str] = READ_CHATS;

    fn repeat(&self) -> Repeat {
        Repeat::Freely
    }

    fn request(&self, servers: &Servers) -> Result<Request, InvalidCall> {
        Ok(Request::post(servers.agent("list_archives"), Body::Json(self.body()?.finish())))
    }

    fn answer<P: Payload>(from: &Reader<'_, P>) -> Result<Archives, DecodeError> {
        Archives::decode(from)
    }
}

impl Paged for ListArchives {
    fn page(page_id: String) -> Self {
        Self { page_id: Some(page_id), ..Self::default() }
    }

    fn next_page_id(answer: &Archives) -> Option<&str> {
        answer.next_page_id.as_deref()
    }
}
