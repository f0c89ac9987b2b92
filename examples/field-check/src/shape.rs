//! The shape of a value: names of members and types, without the values.

use serde_json::{Map, Value, json};

/// Members whose values are words of the protocol, never of a person.
const WORDS: [&str; 6] = ["event_type", "kind", "message_source", "source", "theme", "type"];
/// Members whose own members are named by people or by ids.
const NAMED_BY_PEOPLE: [&str; 6] =
    ["customFields", "customVariables", "custom_fields", "queryParams", "session_fields", "threads"];
/// Names in an address that this extension asks for.
pub(crate) const ASKED_FOR: [&str; 2] = ["field", "check"];

/// Returns the shape of a value: `"text"` for `"Mary"`, and `{"id": "digits"}` for `{"id": "7"}`.
#[must_use]
pub fn shape(value: &Value) -> Value {
    of(value, "")
}

/// The shape of the member with this name.
fn of(value: &Value, name: &str) -> Value {
    match value {
        Value::Null => json!("nothing"),
        Value::Bool(_) => json!("boolean"),
        Value::Number(number) if number.is_f64() => json!("fraction"),
        Value::Number(_) => json!("number"),
        Value::String(text) => json!(of_text(text, name)),
        Value::Array(items) => distinct(items.iter().map(|item| of(item, name))),
        Value::Object(members) if NAMED_BY_PEOPLE.contains(&name) => of_people(members),
        Value::Object(members) => of_members(members),
    }
}

fn of_text<'a>(text: &'a str, name: &str) -> &'a str {
    let is_word = text.len() <= 24 && text.bytes().all(|letter| letter.is_ascii_lowercase() || letter == b'_');
    match text {
        "" => "empty text",
        _ if WORDS.contains(&name) && is_word => text,
        _ if text.bytes().all(|digit| digit.is_ascii_digit()) => "digits",
        _ => "text",
    }
}

fn of_members(members: &Map<String, Value>) -> Value {
    let (named, others): (Vec<_>, Vec<_>) = members.iter().partition(|(name, _)| is_identifier(name));
    let mut shapes: Map<String, Value> =
        named.into_iter().map(|(name, value)| (name.clone(), of(value, name))).collect();
    if !others.is_empty() {
        shapes.insert("…".to_owned(), distinct(others.into_iter().map(|(_, value)| of(value, ""))));
    }
    Value::Object(shapes)
}

/// Like [`of_members`], without the names that people chose.
fn of_people(members: &Map<String, Value>) -> Value {
    let (ours, others): (Vec<_>, Vec<_>) = members.iter().partition(|(name, _)| ASKED_FOR.contains(&name.as_str()));
    let mut shapes: Map<String, Value> = ours.into_iter().map(|(name, value)| (name.clone(), of(value, ""))).collect();
    if !others.is_empty() {
        shapes.insert("…".to_owned(), distinct(others.into_iter().map(|(_, value)| of(value, ""))));
    }
    Value::Object(shapes)
}

fn is_identifier(name: &str) -> bool {
    let begins = name.bytes().next().is_some_and(|first| first.is_ascii_alphabetic() || first == b'_');
    begins && name.len() <= 40 && name.bytes().all(|letter| letter.is_ascii_alphabetic() || letter == b'_')
}

fn distinct(shapes: impl Iterator<Item = Value>) -> Value {
    let mut found: Vec<Value> = Vec::new();
    for shape in shapes {
        if !found.contains(&shape) {
            found.push(shape);
        }
    }
    Value::Array(found)
}
