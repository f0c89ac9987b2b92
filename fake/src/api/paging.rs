//! Pagination. A page id encodes the whole request, so the fake stores nothing.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::error::ApiError;

/// The start of a page, and the original request.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Page {
    action: String,
    pub(crate) request: Map<String, Value>,
    offset: usize,
}

impl Page {
    /// Parses the requested page. Later requests contain only `page_id`, plus the `chat_id` for actions on a chat.
    pub(crate) fn of(action: &str, mut request: Map<String, Value>, companion: Option<&str>) -> Result<Self, ApiError> {
        let Some(id) = request.remove("page_id") else {
            return Ok(Self { action: action.to_owned(), request, offset: 0 });
        };
        if let Some(name) = request.keys().find(|name| Some(name.as_str()) != companion) {
            return Err(ApiError::validation(format!("`page_id` cannot be used with `{name}`")));
        }
        let page = id.as_str().and_then(Self::decode).filter(|page| page.action == action);
        let page = page.ok_or_else(|| ApiError::validation("`page_id` is invalid"))?;
        let same = |name: &str| request.get(name).is_none_or(|value| page.request.get(name) == Some(value));
        if companion.is_some_and(|name| !same(name)) {
            return Err(ApiError::validation("`page_id` is invalid"));
        }
        Ok(page)
    }

    /// Adds this page's items, and the ids of its neighbors.
    pub(crate) fn fill(&self, answer: &mut Value, list: &str, items: &[Value], limit: usize) {
        let shown: Vec<Value> = items.iter().skip(self.offset).take(limit).cloned().collect();
        let end = self.offset + shown.len();
        answer[list] = shown.into();
        if end < items.len() {
            answer["next_page_id"] = self.encode(end).into();
        }
        if self.offset > 0 {
            answer["previous_page_id"] = self.encode(self.offset.saturating_sub(limit)).into();
        }
    }

    fn encode(&self, offset: usize) -> String {
        let page = Self { action: self.action.clone(), request: self.request.clone(), offset };
        // A map with text keys always serializes.
        URL_SAFE_NO_PAD.encode(serde_json::to_vec(&page).unwrap_or_default())
    }

    fn decode(id: &str) -> Option<Self> {
        serde_json::from_slice(&URL_SAFE_NO_PAD.decode(id).ok()?).ok()
    }
}
