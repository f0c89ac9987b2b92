//! A call's arguments: JSON, with tags for values that JSON cannot represent.

use serde_json::{Map, Value};
use yew_livechat::protocol::{Decode, DecodeError, decode};

/// A call's arguments, in order.
pub(crate) struct Arguments(Vec<Value>);

impl Arguments {
    /// Reads a JSON list.
    pub(crate) fn parse(text: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(text).map(Self)
    }

    /// An argument unchanged; `null` if it is missing.
    pub(crate) fn value(&self, index: usize) -> &Value {
        self.0.get(index).unwrap_or(&Value::Null)
    }

    /// An argument decoded as its type.
    pub(crate) fn read<T: Decode>(&self, index: usize) -> Result<T, DecodeError> {
        decode(self.value(index))
    }

    /// The members of an argument, without those that are `undefined`; empty if it was omitted.
    pub(crate) fn members(&self, index: usize) -> Vec<(String, Value)> {
        let members = self.value(index).as_object().cloned().unwrap_or_default();
        members.into_iter().filter(|(_, value)| tagged(value, "$undefined").is_none()).collect()
    }
}

/// The milliseconds of `{"$date": …}`.
pub(crate) fn date(value: &Value) -> Option<f64> {
    tagged(value, "$date").and_then(Value::as_f64)
}

fn tagged<'a>(value: &'a Value, tag: &str) -> Option<&'a Value> {
    value.as_object().filter(|members| members.len() == 1).and_then(|members: &Map<_, _>| members.get(tag))
}
