//! Parsed JSON as a payload whose parts are borrowed.

use std::borrow::Cow;

use livechat_protocol::{Kind, Payload};
use serde_json::{Number, Value};

/// Parsed JSON. Reading a part of it copies nothing, while a [`Value`] as the payload copies the part with all within it.
#[derive(Clone)]
pub(crate) struct Borrowed<'v>(Cow<'v, Value>);

impl<'v> Borrowed<'v> {
    pub(crate) fn new(value: &'v Value) -> Self {
        Self(Cow::Borrowed(value))
    }

    fn part(&self, pick: impl for<'a> FnOnce(&'a Value) -> Option<&'a Value>) -> Option<Self> {
        match &self.0 {
            Cow::Borrowed(value) => pick(value).map(Cow::Borrowed),
            Cow::Owned(value) => pick(value).cloned().map(Cow::Owned),
        }
        .map(Self)
    }

    fn owned(value: impl Into<Value>) -> Self {
        Self(Cow::Owned(value.into()))
    }
}

impl Payload for Borrowed<'_> {
    fn kind(&self) -> Kind {
        Payload::kind(&*self.0)
    }

    fn as_bool(&self) -> Option<bool> {
        self.0.as_bool()
    }

    fn as_number(&self) -> Option<f64> {
        self.0.as_f64()
    }

    fn number_as_text(&self) -> Option<String> {
        match &*self.0 {
            // Not by way of a float, so that a long id keeps its digits.
            Value::Number(number) => Some(number.to_string()),
            _ => None,
        }
    }

    fn as_date(&self) -> Option<String> {
        None
    }

    fn text_length(&self) -> Option<usize> {
        self.0.as_str().map(str::len)
    }

    fn as_text(&self) -> Option<String> {
        self.0.as_str().map(str::to_owned)
    }

    fn is_word(&self, word: &'static str) -> bool {
        self.0.as_str() == Some(word)
    }

    fn list_length(&self) -> Option<usize> {
        self.0.as_array().map(Vec::len)
    }

    fn item(&self, index: usize) -> Option<Self> {
        self.part(|value| value.get(index))
    }

    fn member(&self, name: &str) -> Option<Self> {
        self.part(|value| value.get(name))
    }

    fn members(&self, limit: usize, longest: usize) -> Option<Vec<(String, Self)>> {
        let object = self.0.as_object().filter(|object| object.len() <= limit)?;
        let cut = |name: &String| name.chars().take(longest.saturating_add(1)).collect::<String>();
        // Every name is one of the object's own.
        Some(object.keys().filter_map(|name| Some((cut(name), self.member(name)?))).collect())
    }

    fn null() -> Self {
        Self::owned(Value::Null)
    }

    fn bool(value: bool) -> Self {
        Self::owned(value)
    }

    fn number(value: f64) -> Self {
        Self::owned(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }

    fn date(milliseconds: f64) -> Self {
        Self::owned(<Value as Payload>::date(milliseconds))
    }

    fn text(value: &str) -> Self {
        Self::owned(value)
    }

    fn list(items: Vec<Self>) -> Self {
        Self::owned(items.into_iter().map(|item| item.0.into_owned()).collect::<Vec<_>>())
    }

    fn object(members: Vec<(&str, Self)>) -> Self {
        Self::owned(
            members
                .into_iter()
                .map(|(name, value)| (name.to_owned(), value.0.into_owned()))
                .collect::<serde_json::Map<_, _>>(),
        )
    }

    fn with_member(&self, name: &str, value: Self) -> Self {
        Self(Cow::Owned(self.0.as_ref().with_member(name, value.0.into_owned())))
    }
}
