//! JSON text, written directly.
//!
//! The bodies of typed calls contain only texts, whole numbers and booleans. With `serde_json`, an extension would
//! also contain its number formatting, which alone is as large as the rest of a call.

/// A JSON object under construction.
pub(crate) struct JsonObject(String);

impl JsonObject {
    pub(crate) fn new() -> Self {
        Self(String::from("{"))
    }

    /// A member whose value is already JSON text.
    pub(crate) fn raw(mut self, name: &str, json: &str) -> Self {
        if self.0.len() > 1 {
            self.0.push(',');
        }
        quote(name, &mut self.0);
        self.0.push(':');
        self.0.push_str(json);
        self
    }

    pub(crate) fn maybe_raw(self, name: &str, json: Option<&str>) -> Self {
        match json {
            Some(json) => self.raw(name, json),
            None => self,
        }
    }

    pub(crate) fn text(self, name: &str, value: &str) -> Self {
        self.raw(name, &quoted(value))
    }

    pub(crate) fn maybe_text(self, name: &str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.text(name, value),
            None => self,
        }
    }

    pub(crate) fn bool(self, name: &str, value: bool) -> Self {
        self.raw(name, if value { "true" } else { "false" })
    }

    pub(crate) fn number(self, name: &str, value: u32) -> Self {
        self.raw(name, &value.to_string())
    }

    pub(crate) fn maybe_number(self, name: &str, value: Option<u32>) -> Self {
        match value {
            Some(value) => self.number(name, value),
            None => self,
        }
    }

    /// A list of texts, left out if it is empty.
    pub(crate) fn texts<T: AsRef<str>>(self, name: &str, values: &[T]) -> Self {
        if values.is_empty() { self } else { self.raw(name, &texts(values)) }
    }

    /// A list of numbers, left out if it is empty.
    pub(crate) fn numbers(self, name: &str, values: &[u32]) -> Self {
        if values.is_empty() { self } else { self.raw(name, &list(values.iter().map(u32::to_string))) }
    }

    /// Another object, left out if it is empty.
    pub(crate) fn object(self, name: &str, object: Self) -> Self {
        if object.is_empty() { self } else { self.raw(name, &object.finish()) }
    }

    fn is_empty(&self) -> bool {
        self.0.len() == 1
    }

    pub(crate) fn finish(mut self) -> String {
        self.0.push('}');
        self.0
    }
}

/// A list of texts.
pub(crate) fn texts<T: AsRef<str>>(values: &[T]) -> String {
    list(values.iter().map(|value| quoted(value.as_ref())))
}

/// A list whose items are already JSON text.
pub(crate) fn list(items: impl Iterator<Item = String>) -> String {
    let mut text = String::from("[");
    for item in items {
        if text.len() > 1 {
            text.push(',');
        }
        text.push_str(&item);
    }
    text.push(']');
    text
}

/// Text between quotation marks.
pub(crate) fn quoted(value: &str) -> String {
    let mut text = String::with_capacity(value.len() + 2);
    quote(value, &mut text);
    text
}

fn quote(value: &str, text: &mut String) {
    text.push('"');
    for character in value.chars() {
        match character {
            '"' | '\\' => text.extend(['\\', character]),
            '\n' => text.push_str("\\n"),
            '\r' => text.push_str("\\r"),
            '\t' => text.push_str("\\t"),
            '\u{0}'..'\u{20}' => {
                let code = u32::from(character);
                let digit = |value: u32| char::from_digit(value, 16).unwrap_or('0');
                text.push_str("\\u00");
                text.extend([digit(code >> 4), digit(code & 15)]);
            }
            _ => text.push(character),
        }
    }
    text.push('"');
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::{Value, json};

    use super::*;

    #[test]
    fn an_object_has_its_members_in_order_and_no_empty_ones() {
        let object = JsonObject::new()
            .text("a", "x\"y")
            .maybe_text("b", None)
            .number("c", 7)
            .bool("d", false)
            .texts::<&str>("e", &[])
            .numbers("f", &[1, 2])
            .raw("g", "null");
        assert!(!object.is_empty());
        assert_eq!(object.finish(), r#"{"a":"x\"y","c":7,"d":false,"f":[1,2],"g":null}"#);
        assert_eq!(JsonObject::new().finish(), "{}");
    }

    proptest! {
        #[test]
        fn any_text_survives_as_json(name in ".*", texts in prop::collection::vec(any::<String>(), 1..4)) {
            let text = JsonObject::new().texts(&name, &texts).finish();
            prop_assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), json!({ name: texts }));
        }
    }
}
