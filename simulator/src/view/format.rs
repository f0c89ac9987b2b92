//! Readable times and values.

use std::time::Duration;

use serde_json::Value;

/// Formats a time in the log.
pub(super) fn seconds(time: Duration) -> String {
    format!("{}.{:03} s", time.as_secs(), time.subsec_millis())
}

/// Formats the duration of a call.
pub(super) fn milliseconds(time: Duration) -> String {
    match time.as_micros() {
        ..10_000 => format!("{:.1} ms", time.as_secs_f64() * 1_000.0),
        _ => format!("{} ms", time.as_millis()),
    }
}

/// Formats a value without JSON punctuation unless it has members.
pub(super) fn value_text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(value_text).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    }
}
