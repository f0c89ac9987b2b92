//! JSON in place of JavaScript values: natively, a `JsValue` can be neither created nor read.

use std::fmt;

use livechat_protocol::{Kind, Payload};
use serde_json::Value;
use wasm_bindgen::JsValue;

/// A value received from the host or sent to it, in the browser's representation.
///
/// In native tests, it holds JSON.
pub struct HostValue {
    json: Value,
    /// The only JavaScript value that exists natively.
    null: JsValue,
}

impl HostValue {
    /// The JavaScript value; `null` natively.
    #[must_use]
    pub fn as_js(&self) -> &JsValue {
        &self.null
    }
}

impl From<JsValue> for HostValue {
    fn from(_: JsValue) -> Self {
        Value::Null.into()
    }
}

impl From<Value> for HostValue {
    fn from(json: Value) -> Self {
        Self { json, null: JsValue::NULL }
    }
}

// Not derived: that would clone, compare and print the `JsValue`.

impl Clone for HostValue {
    fn clone(&self) -> Self {
        self.json.clone().into()
    }
}

impl PartialEq for HostValue {
    fn eq(&self, other: &Self) -> bool {
        self.json == other.json
    }
}

impl fmt::Debug for HostValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("HostValue").field(&self.json).finish()
    }
}

impl Payload for HostValue {
    fn kind(&self) -> Kind {
        Payload::kind(&self.json)
    }

    fn as_bool(&self) -> Option<bool> {
        Payload::as_bool(&self.json)
    }

    fn as_number(&self) -> Option<f64> {
        Payload::as_number(&self.json)
    }

    fn number_as_text(&self) -> Option<String> {
        Payload::number_as_text(&self.json)
    }

    fn as_date(&self) -> Option<String> {
        Payload::as_date(&self.json)
    }

    fn text_length(&self) -> Option<usize> {
        Payload::text_length(&self.json)
    }

    fn as_text(&self) -> Option<String> {
        Payload::as_text(&self.json)
    }

    fn is_word(&self, word: &'static str) -> bool {
        self.json.is_word(word)
    }

    fn list_length(&self) -> Option<usize> {
        Payload::list_length(&self.json)
    }

    fn item(&self, index: usize) -> Option<Self> {
        Payload::item(&self.json, index).map(Self::from)
    }

    fn member(&self, name: &str) -> Option<Self> {
        Payload::member(&self.json, name).map(Self::from)
    }

    fn members(&self, limit: usize, longest: usize) -> Option<Vec<(String, Self)>> {
        let members = Payload::members(&self.json, limit, longest)?;
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
        Value::Array(items.into_iter().map(|item| item.json).collect()).into()
    }

    fn object(members: Vec<(&str, Self)>) -> Self {
        <Value as Payload>::object(members.into_iter().map(|(name, value)| (name, value.json)).collect()).into()
    }

    fn with_member(&self, name: &str, value: Self) -> Self {
        self.json.with_member(name, value.json).into()
    }
}

/// Parses JSON; `None` if the text is not JSON.
#[cfg(feature = "api")]
pub(crate) fn parse_json(text: &str) -> Option<HostValue> {
    serde_json::from_str::<Value>(text).ok().map(HostValue::from)
}
