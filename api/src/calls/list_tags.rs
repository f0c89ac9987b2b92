//! The tags of the license.

use livechat_protocol::{DecodeError, Payload, Reader};

use crate::{
    answer::items,
    call::Call,
    http::{Body, Request, Servers, json::JsonObject},
    invalid_call::InvalidCall,
    repeat::Repeat,
    values::Tag,
};

/// Lists the tags that threads can have: `list_tags`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListTags {
    group_ids: Vec<u32>,
}

impl ListTags {
    /// Lists all tags of the agent's groups. The documentation requires group ids in the filter, but its samples send
    /// none.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Only tags of these groups.
    #[must_use]
    pub fn with_groups(mut self, ids: impl IntoIterator<Item = u32>) -> Self {
        self.group_ids = ids.into_iter().collect();
        self
    }
}

impl Call for ListTags {
    type Answer = Vec<Tag>;
    const SCOPES: &'static [&'static str] = &["tags--groups:ro", "tags--groups:rw", "tags--all:ro", "tags--all:rw"];

    fn repeat(&self) -> Repeat {
        Repeat::Freely
    }

    fn request(&self, servers: &Servers) -> Result<Request, InvalidCall> {
        let filters = JsonObject::new().numbers("group_ids", &self.group_ids);
        let body = JsonObject::new().object("filters", filters);
        Ok(Request::post(servers.configuration("list_tags"), Body::Json(body.finish())))
    }

    fn answer<P: Payload>(from: &Reader<'_, P>) -> Result<Vec<Tag>, DecodeError> {
        items(from)
    }
}
