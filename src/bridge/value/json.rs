//! JSON in the place of JavaScript's values: natively, a `JsValue` can be neither made nor read.

use std::fmt;

use livechat_protocol::{Kind, Payload};
use serde_json::Value;
use wasm_bindgen::JsValue;

use super::HostValue;

/// JSON, and the only JavaScript value that there is natively.
pub(super) struct Held {
    json: Value,
    null: JsValue,
}

impl From<Value> for Held {
    fn from(json: Value) -> Self {
        Self { json, null: JsValue::NULL }
    }
}

impl From<JsValue> for HostValue {
    fn from(_: JsValue) -> Self {
        Self(Value::Null.into())
    }
}

impl AsRef<JsValue> for Held {
    fn as_ref(&self) -> &JsValue {
        &self.null
    }
}

// Not derived: that would clone, compare and print the `JsValue`.

impl Clone for Held {
    fn clone(&self) -> Self {
        self.json.clone().into()
    }
}

impl PartialEq for Held {
    fn eq(&self, other: &Self) -> bool {
        self.json == other.json
    }
}

impl fmt::Debug for Held {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.json, f)
    }
}

impl From<Value> for HostValue {
    fn from(json: Value) -> Self {
        Self(json.into())
    }
}

impl Payload for HostValue {
    fn kind(&self) -> Kind {
        Payload::kind(&self.0.json)
    }

    fn as_bool(&self) -> Option<bool> {
        Payload::as_bool(&self.0.json)
    }

    fn as_number(&self) -> Option<f64> {
        Payload::as_number(&self.0.json)
    }

    fn number_as_text(&self) -> Option<String> {
        Payload::number_as_text(&self.0.json)
    }

    fn as_date(&self) -> Option<String> {
        Payload::as_date(&self.0.json)
    }

    fn text_length(&self) -> Option<usize> {
        Payload::text_length(&self.0.json)
    }

    fn as_text(&self) -> Option<String> {
        Payload::as_text(&self.0.json)
    }

    fn is_word(&self, word: &'static str) -> bool {
        self.0.json.is_word(word)
    }

    fn list_length(&self) -> Option<usize> {
        Payload::list_length(&self.0.json)
    }

    fn item(&self, index: usize) -> Option<Self> {
        Payload::item(&self.0.json, index).map(Self::from)
    }

    fn member(&self, name: &str) -> Option<Self> {
        Payload::member(&self.0.json, name).map(Self::from)
    }

    fn members(&self, limit: usize, longest: usize) -> Option<Vec<(String, Self)>> {
        let members = Payload::members(&self.0.json, limit, longest)?;
        Some(members.into_iter().map(|(name, value)| (name, value.into())).collect())
    }

    fn null() -> Self {
        Value::Null.into()
    }

    fn bool(value: bool) -> Self {
        <Value as Payload>::bool(value).into()
    }

    fn number(value: f64) -> Self {
        <Value as Payload>::number(value).into()
    }

    fn date(milliseconds: f64) -> Self {
        <Value as Payload>::date(milliseconds).into()
    }

    fn text(value: &str) -> Self {
        <Value as Payload>::text(value).into()
    }

    fn list(items: Vec<Self>) -> Self {
        Value::Array(items.into_iter().map(|item| item.0.json).collect()).into()
    }

    fn object(members: Vec<(&str, Self)>) -> Self {
        <Value as Payload>::object(members.into_iter().map(|(name, value)| (name, value.0.json)).collect()).into()
    }

    fn with_member(&self, name: &str, value: Self) -> Self {
        self.0.json.with_member(name, value.0.json).into()
    }
}
