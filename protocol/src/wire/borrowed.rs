//! JSON as a [`Payload`] whose parts are borrowed.

use std::borrow::Cow;

use serde_json::Value;

use super::{
    json::cut_name,
    payload::{Kind, Payload},
};

/// Parsed JSON. Reading a part of it copies nothing, whereas with [`Value`] as the payload the part is copied.
///
/// The crates of this workspace use it; it is not part of the public API.
#[derive(Clone)]
#[doc(hidden)]
pub struct Borrowed<'v>(Cow<'v, Value>);

impl<'v> Borrowed<'v> {
    /// Borrows this value.
    #[must_use]
    pub fn new(value: &'v Value) -> Self {
        Self(Cow::Borrowed(value))
    }

    fn part(&self, pick: impl for<'a> FnOnce(&'a Value) -> Option<&'a Value>) -> Option<Self> {
        match &self.0 {
            Cow::Borrowed(value) => pick(value).map(Cow::Borrowed),
            Cow::Owned(value) => pick(value).cloned().map(Cow::Owned),
        }
        .map(Self)
    }

    fn owned(value: Value) -> Self {
        Self(Cow::Owned(value))
    }

    fn into_owned(self) -> Value {
        self.0.into_owned()
    }
}

/// Like [`Value`], except for the parts.
impl Payload for Borrowed<'_> {
    fn kind(&self) -> Kind {
        Payload::kind(&*self.0)
    }

    fn as_bool(&self) -> Option<bool> {
        Payload::as_bool(&*self.0)
    }

    fn as_number(&self) -> Option<f64> {
        Payload::as_number(&*self.0)
    }

    fn number_as_text(&self) -> Option<String> {
        Payload::number_as_text(&*self.0)
    }

    fn as_date(&self) -> Option<String> {
        Payload::as_date(&*self.0)
    }

    fn text_length(&self) -> Option<usize> {
        Payload::text_length(&*self.0)
    }

    fn as_text(&self) -> Option<String> {
        Payload::as_text(&*self.0)
    }

    fn is_word(&self, word: &'static str) -> bool {
        Payload::is_word(&*self.0, word)
    }

    fn list_length(&self) -> Option<usize> {
        Payload::list_length(&*self.0)
    }

    fn item(&self, index: usize) -> Option<Self> {
        self.part(|value| value.as_array()?.get(index))
    }

    fn member(&self, name: &str) -> Option<Self> {
        self.part(|value| value.as_object()?.get(name))
    }

    fn members(&self, limit: usize, longest: usize) -> Option<Vec<(String, Self)>> {
        let object = self.0.as_object().filter(|object| object.len() <= limit)?;
        Some(object.keys().filter_map(|name| Some((cut_name(name, longest), self.member(name)?))).collect())
    }

    fn null() -> Self {
        Self::owned(Value::Null)
    }

    fn bool(value: bool) -> Self {
        Self::owned(<Value as Payload>::bool(value))
    }

    fn number(value: f64) -> Self {
        Self::owned(<Value as Payload>::number(value))
    }

    fn date(milliseconds: f64) -> Self {
        Self::owned(<Value as Payload>::date(milliseconds))
    }

    fn text(value: &str) -> Self {
        Self::owned(<Value as Payload>::text(value))
    }

    fn list(items: Vec<Self>) -> Self {
        Self::owned(<Value as Payload>::list(items.into_iter().map(Self::into_owned).collect()))
    }

    fn object(members: Vec<(&str, Self)>) -> Self {
        let members = members.into_iter().map(|(name, value)| (name, value.into_owned())).collect();
        Self::owned(<Value as Payload>::object(members))
    }

    fn with_member(&self, name: &str, value: Self) -> Self {
        Self::owned(self.0.with_member(name, value.into_owned()))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::{from_json, to_json};

    #[test]
    fn a_part_is_the_same_value_and_not_a_copy() {
        let value = json!({ "list": [{ "text": "a" }] });
        let part = Borrowed::new(&value).member("list").and_then(|list| list.item(0)).expect("it has an item");
        assert!(matches!(part.0, Cow::Borrowed(item) if std::ptr::eq(item, &raw const value["list"][0])));
        let (_, text) = part.members(1, 4).expect("one member").remove(0);
        assert!(matches!(text.0, Cow::Borrowed(text) if std::ptr::eq(text, &raw const value["list"][0]["text"])));
    }

    #[test]
    fn reads_and_builds_what_a_json_value_reads_and_builds() {
        let value = json!({
            "nothing": null, "yes": true, "whole": 1.0, "half": 0.5, "id": 9_007_199_254_740_991_u64,
            "text": "é", "list": [[], {}, "x"], "object": { "a": { "b": [1] } }, "": "no name",
        });
        // `1.0` is written as JavaScript writes it.
        let read = to_json(&value).expect("within the limits");
        assert_eq!(to_json(&Borrowed::new(&value)), Ok(read.clone()));
        assert_eq!(from_json::<Borrowed<'_>>(&value).into_owned(), read);
        assert_eq!(Borrowed::new(&json!(1.0)).number_as_text().as_deref(), Some("1"));

        let changed = Borrowed::new(&value).with_member("text", Payload::text("b")).member("text");
        assert_eq!(changed.and_then(|text| text.as_text()).as_deref(), Some("b"));
    }

    #[test]
    fn a_long_name_is_cut_after_as_many_code_units_as_of_a_json_value() {
        let value = json!({ "😀😀😀": 1 });
        for longest in 0..8 {
            let cut = |members: Vec<(String, _)>| members.into_iter().map(|(name, _)| name).collect::<Vec<_>>();
            let borrowed = Borrowed::new(&value)
                .members(1, longest)
                .map(|members| members.into_iter().map(|(name, value)| (name, value.into_owned())).collect::<Vec<_>>());
            assert_eq!(borrowed.map(cut), value.members(1, longest).map(cut), "{longest}");
        }
        assert!(Borrowed::new(&value).members(0, 9).is_none());
    }
}
