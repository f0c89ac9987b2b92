//! JavaScript values, as the protocol reads them.
//!
//! `postMessage` delivers a structured clone: plain data without getters or proxies, so reading a member runs no
//! foreign code. Even so, each call here either cannot throw or has its exception caught by wasm-bindgen in
//! JavaScript: an exception that unwinds through wasm leaves its stack pointer wrong.

use js_sys::{Array, Date, JsString, Number, Object, Reflect};
use livechat_protocol::{Kind, Payload};
use wasm_bindgen::{JsCast, JsValue};

use super::member_names;

/// A value received from the host or sent to it, in the browser's representation.
///
/// In native tests, it holds JSON.
#[derive(Clone, Debug, PartialEq)]
pub struct HostValue(JsValue);

impl From<JsValue> for HostValue {
    fn from(value: JsValue) -> Self {
        Self(value)
    }
}

impl HostValue {
    /// The JavaScript value; `null` natively.
    #[must_use]
    pub fn as_js(&self) -> &JsValue {
        &self.0
    }

    fn as_array(&self) -> Option<&Array> {
        Array::is_array(&self.0).then(|| self.0.unchecked_ref())
    }

    fn as_object(&self) -> Option<&Object> {
        (self.kind() == Kind::Object).then(|| self.0.unchecked_ref())
    }
}

/// Whether it is a plain object, of any window: its prototype is null or the last of its chain. Dates, maps and
/// errors have one more.
fn is_plain(value: &JsValue) -> bool {
    let prototype = |value: &JsValue| Reflect::get_prototype_of(value).ok().map(JsValue::from);
    match prototype(value) {
        None => false,
        Some(parent) if parent.is_null() => true,
        Some(parent) => prototype(&parent).is_some_and(|grandparent| grandparent.is_null()),
    }
}

impl Payload for HostValue {
    fn kind(&self) -> Kind {
        let value = &self.0;
        // The most likely type first.
        if value.is_string() {
            Kind::Text
        } else if value.is_object() {
            if Array::is_array(value) {
                Kind::List
            } else if is_plain(value) {
                Kind::Object
            } else if value.is_instance_of::<Date>() {
                Kind::Date
            } else {
                Kind::Other
            }
        } else if value.is_undefined() || value.is_null() {
            Kind::Nothing
        } else if value.as_f64().is_some() {
            Kind::Number
        } else if value.as_bool().is_some() {
            Kind::Bool
        } else {
            Kind::Other
        }
    }

    fn as_bool(&self) -> Option<bool> {
        self.0.as_bool()
    }

    fn as_number(&self) -> Option<f64> {
        self.0.as_f64()
    }

    fn number_as_text(&self) -> Option<String> {
        let number: &Number = (self.kind() == Kind::Number).then(|| self.0.unchecked_ref())?;
        // It throws only for a radix outside 2 to 36.
        number.to_string_with_radix(10).ok().map(String::from)
    }

    fn as_date(&self) -> Option<String> {
        // The browser's own text: it throws for an invalid date.
        self.0.dyn_ref::<Date>().filter(|date| date.get_time().is_finite()).map(|date| date.to_iso_string().into())
    }

    fn text_length(&self) -> Option<usize> {
        self.0.is_string().then(|| self.0.unchecked_ref::<JsString>().length() as usize)
    }

    fn as_text(&self) -> Option<String> {
        // Lone surrogates become U+FFFD on the way: wasm-bindgen passes strings through `TextEncoder`.
        self.0.as_string()
    }

    fn is_word(&self, word: &'static str) -> bool {
        member_names::with(word, |word| self.0 == *word)
    }

    fn list_length(&self) -> Option<usize> {
        self.as_array().map(|list| list.length() as usize)
    }

    fn item(&self, index: usize) -> Option<Self> {
        let index = u32::try_from(index).ok()?;
        self.as_array().filter(|list| index < list.length()).map(|list| Self(list.get(index)))
    }

    fn member(&self, name: &str) -> Option<Self> {
        // For any value: checking for an object first costs more than trying, and a value without members throws.
        member_names::with(name, |name| {
            let value = Reflect::get(&self.0, name).ok().filter(|value| !value.is_undefined())?;
            // Own members only: `constructor` and the like are not data.
            Object::has_own(self.0.unchecked_ref::<Object>(), name).then_some(Self(value))
        })
    }

    fn members(&self, limit: usize, longest: usize) -> Option<Vec<(String, Self)>> {
        let object = self.as_object()?;
        let names = Reflect::own_keys(object).ok().filter(|names| names.length() as usize <= limit)?;
        names
            .iter()
            // A clone has no members named by symbols, but a value from the app may.
            .filter(JsValue::is_string)
            .map(|name| {
                let value = Reflect::get(object, &name).ok()?;
                let end = u32::try_from(longest).map_or(u32::MAX, |longest| longest.saturating_add(1));
                let name = name.unchecked_ref::<JsString>().substring(0, end);
                Some((name.as_string()?, Self(value)))
            })
            .collect()
    }

    fn null() -> Self {
        Self(JsValue::NULL)
    }

    fn bool(value: bool) -> Self {
        Self(value.into())
    }

    fn number(value: f64) -> Self {
        Self(value.into())
    }

    fn date(milliseconds: f64) -> Self {
        Self(Date::new(&milliseconds.into()).into())
    }

    fn text(value: &str) -> Self {
        Self(value.into())
    }

    fn list(items: Vec<Self>) -> Self {
        Self(items.into_iter().map(|item| item.0).collect::<Array>().into())
    }

    fn object(members: Vec<(&str, Self)>) -> Self {
        if members.iter().any(|(name, _)| *name == "__proto__") {
            // Assigning it would not create a member; `fromEntries` does, at three times the cost.
            let entries: Array =
                members.into_iter().map(|(name, value)| Array::of2(&JsValue::from_str(name), &value.0)).collect();
            // It throws only for entries that are not pairs.
            return Self(Object::from_entries(&entries).map_or(JsValue::NULL, JsValue::from));
        }
        let object = Object::new();
        for (name, value) in members {
            // It fails only for an object that accepts no members, and this one is new.
            member_names::with(name, |name| drop(Reflect::set(&object, name, &value.0)));
        }
        Self(object.into())
    }

    fn with_member(&self, name: &str, value: Self) -> Self {
        if !self.0.is_object() {
            return self.clone();
        }
        let copy = Object::assign(&Object::new(), self.0.unchecked_ref::<Object>());
        // It fails only for an object that accepts no members, and this one is new.
        member_names::with(name, |name| drop(Reflect::set(&copy, name, &value.0)));
        Self(copy.into())
    }
}

/// Parses JSON with the browser's parser: a Rust parser would add kilobytes. `None` if the text is not JSON.
#[cfg(feature = "api")]
pub(crate) fn parse_json(text: &str) -> Option<HostValue> {
    js_sys::JSON::parse(text).ok().map(HostValue)
}
