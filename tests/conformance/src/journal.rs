//! What the page has heard, in order.

use std::cell::RefCell;

use serde::Serialize;
use serde_json::Value;

/// How something was heard.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum How {
    /// By `use_host_event`, as its type.
    Typed,
    /// By `use_any_host_event`, as it came.
    Raw,
    /// By a listener that was mounted by `on`.
    Listener,
}

#[derive(Serialize)]
struct Entry {
    how: How,
    name: String,
    data: Value,
}

thread_local! {
    static ENTRIES: RefCell<Vec<Entry>> = const { RefCell::new(Vec::new()) };
}

/// Notes an event.
pub(crate) fn note(how: How, name: &str, data: Value) {
    ENTRIES.with_borrow_mut(|entries| entries.push(Entry { how, name: name.to_owned(), data }));
}

/// What came after the first `count`, as JSON.
pub(crate) fn since(count: u32) -> String {
    let count = usize::try_from(count).unwrap_or(usize::MAX);
    ENTRIES.with_borrow(|entries| serde_json::to_string(entries.get(count..).unwrap_or_default())).unwrap_or_default()
}

/// A value as its JSON. One without would be a defect of its type, and shows as such.
pub(crate) fn json(value: &impl Serialize) -> Value {
    serde_json::to_value(value).unwrap_or_else(|error| error.to_string().into())
}
