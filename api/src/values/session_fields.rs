//! Session fields of a customer.

use livechat_protocol::{Decode, DecodeError, Payload, Reader, deserialize_by_decode};
use serde::{Serialize, Serializer, ser::SerializeSeq};

use crate::http::json::{self, JsonObject};

/// Names and values attached to a customer for the lifetime of their session: `[{name: value}, …]` on the wire, in
/// order.
///
/// ```
/// use livechat_api::SessionFields;
///
/// let mut fields = SessionFields::from_iter([("plan", "free"), ("seats", "3")]);
/// fields.set("plan", "pro");
/// assert_eq!(fields.get("plan"), Some("pro"));
/// assert_eq!(fields.iter().count(), 2);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SessionFields(Vec<(String, String)>);

impl SessionFields {
    /// No fields.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The value of a field.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.iter().find(|(own, _)| *own == name).map(|(_, value)| value)
    }

    /// The fields with their values, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Sets a field. An existing one keeps its position; a new one is added at the end.
    pub fn set(&mut self, name: impl Into<String>, value: impl Into<String>) {
        let (name, value) = (name.into(), value.into());
        match self.0.iter().position(|(own, _)| *own == name) {
            Some(place) => {
                // LiveChat does not rule out duplicate names.
                let mut index = 0;
                self.0.retain(|(own, _)| {
                    index += 1;
                    index - 1 <= place || *own != name
                });
                self.0[place].1 = value;
            }
            None => self.0.push((name, value)),
        }
    }

    /// Removes a field.
    pub fn remove(&mut self, name: &str) {
        self.0.retain(|(own, _)| own != name);
    }

    pub(crate) fn to_json(&self) -> String {
        json::list(self.iter().map(|(name, value)| JsonObject::new().text(name, value).finish()))
    }
}

impl<N: Into<String>, V: Into<String>> FromIterator<(N, V)> for SessionFields {
    fn from_iter<I: IntoIterator<Item = (N, V)>>(fields: I) -> Self {
        let mut all = Self::new();
        for (name, value) in fields {
            all.set(name, value);
        }
        all
    }
}

impl Serialize for SessionFields {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(Some(self.0.len()))?;
        for (name, value) in self.iter() {
            list.serialize_element(&std::collections::BTreeMap::from([(name, value)]))?;
        }
        list.end()
    }
}

/// A field whose value is not text, a number or a boolean is skipped.
impl Decode for SessionFields {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        let fields = from
            .lenient_items(|item| item.lenient_members(|name, value| Ok((name.to_owned(), value.natural_text()?))))?;
        Ok(Self(fields.into_iter().flatten().collect()))
    }
}

deserialize_by_decode!(SessionFields);
