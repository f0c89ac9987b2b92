//! What the page has received, in order.

use std::cell::RefCell;

use serde::Serialize;
use serde_json::Value;

/// How an event was received.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum How {
    /// With `use_host_event`, typed.
    Typed,
    /// With `use_any_host_event`, raw.
    Raw,
    /// With a listener mounted by `on`.
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

/// Records an event.
pub(crate) fn note(how: How, name: &str, data: Value) {
    ENTRIES.with_borrow_mut(|entries| entries.push(Entry { how, name: name.to_owned(), data }));
}

/// The entries after the first `count`, as JSON.
pub(crate) fn since(count: u32) -> String {
    let count = usize::try_from(count).unwrap_or(usize::MAX);
    ENTRIES.with_borrow(|entries| serde_json::to_string(entries.get(count..).unwrap_or_default())).unwrap_or_default()
}

/// A value as JSON. A type that fails to serialize is a defect, and is visible as such.
pub(crate) fn json(value: &impl Serialize) -> Value {
    serde_json::to_value(value).unwrap_or_else(|error| error.to_string().into())
}
