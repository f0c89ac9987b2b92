//! Query strings, without a browser.

use std::fmt::Write as _;

use serde_json::{Map, Value};

/// The parameters as they stand there, escaped. What has no `=` has no value.
pub(crate) fn parts(query: &str) -> impl Iterator<Item = (&str, &str)> {
    let query = query.strip_prefix('?').unwrap_or(query);
    query.split('&').filter(|part| !part.is_empty()).map(|part| part.split_once('=').unwrap_or((part, "")))
}

/// The parameters as the event `page_data` has them: text, or a list of texts for a name that comes more than once.
///
/// UNVERIFIED: how a real host tells of a repeated name has no public source.
pub(crate) fn params(query: &str) -> Value {
    let mut params = Map::new();
    for (name, value) in parts(query) {
        let value = Value::String(decode(value));
        match params.entry(decode(name)).or_insert(Value::Null) {
            Value::Array(values) => values.push(value),
            missing @ Value::Null => *missing = value,
            single => *single = Value::Array(vec![single.take(), value]),
        }
    }
    Value::Object(params)
}

/// Text as a parameter's value.
pub(crate) fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            // Writing to a string does not fail.
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

/// A parameter's value as text. What is not escaped properly stays as it is; what is no Unicode becomes U+FFFD.
pub(crate) fn decode(value: &str) -> String {
    let bytes = value.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut index = 0;
    while let Some(&byte) = bytes.get(index) {
        let escaped = (byte == b'%').then(|| value.get(index + 1..index + 3)).flatten();
        // A sign would be read as part of the number.
        let digits = escaped.filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()));
        match digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                decoded.push(byte);
                index += 3;
            }
            None => {
                decoded.push(if byte == b'+' { b' ' } else { byte });
                index += 1;
            }
        }
    }
    String::from_utf8_lossy(&decoded).into_owned()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn text_survives() {
        for text in ["", "order=A-20418&x", "a b+c%", "Zażółć 🦊", "?&=#"] {
            assert_eq!(decode(&encode(text)), text);
        }
    }

    #[test]
    fn what_is_not_escaped_properly_stays() {
        assert_eq!(decode("%E0%A4%A"), "\u{fffd}%A");
        assert_eq!(decode("100%"), "100%");
        assert_eq!(decode("%zz%4%-1"), "%zz%4%-1");
    }

    #[test]
    fn a_name_that_comes_again_is_a_list() {
        assert_eq!(params("?a=1&b=x%20y&a=2&a=3&c&&=d"), json!({ "a": ["1", "2", "3"], "b": "x y", "c": "", "": "d" }));
        assert_eq!(params(""), json!({}));
        assert_eq!(params("a=&a=1"), json!({ "a": ["", "1"] }));
    }
}
