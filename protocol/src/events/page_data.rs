//! The event for the Agent App's address.

use std::rc::Rc;

use serde::{Serialize, Serializer, ser::SerializeMap};

use super::change::{Change, replace};
use crate::wire::{Decode, DecodeError, Kind, Payload, Reader, deserialize_by_decode};

/// The Agent App's address, sent to fullscreen and settings extensions.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct PageData {
    /// The parameters of the Agent App's URL.
    #[serde(rename = "queryParams")]
    pub query_params: QueryParams,
}

/// The parameters of the Agent App's URL, in the order in which the host sent them.
///
/// UNVERIFIED (page-data): according to the SDK's types they are an object. Numbers and booleans are converted to their
/// natural text, and a list to one parameter for each item; anything else is skipped, and available in the raw event.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QueryParams(Vec<(String, String)>);

impl QueryParams {
    /// The value of the first parameter with that name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.iter().find(|(present, _)| *present == name).map(|(_, value)| value)
    }

    /// All parameters, in order; a name may occur more than once.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }
}

impl Serialize for QueryParams {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        let mut written: Vec<&str> = Vec::new();
        for (name, value) in self.iter() {
            if written.contains(&name) {
                continue;
            }
            written.push(name);
            let values: Vec<&str> = self.iter().filter(|(other, _)| *other == name).map(|(_, value)| value).collect();
            match values.as_slice() {
                [_] => map.serialize_entry(name, value)?,
                _ => map.serialize_entry(name, &values)?,
            }
        }
        map.end()
    }
}

impl Decode for QueryParams {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        let params = from.lenient_members(|name, member| {
            let values = match member.kind() {
                Kind::List => member.lenient_items(|item| item.natural_text())?,
                _ => member.lenient_value().into_iter().collect(),
            };
            Ok(values.into_iter().map(|value| (name.to_owned(), value)).collect::<Vec<_>>())
        })?;
        Ok(Self(params.into_iter().flatten().collect()))
    }
}

impl Decode for PageData {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        Ok(Self { query_params: from.lenient("queryParams").unwrap_or_default() })
    }
}

impl Change for PageData {
    type Part = Option<Rc<Self>>;

    fn change(self, page: &mut Self::Part) -> bool {
        replace(page, Some(Rc::new(self)))
    }
}

deserialize_by_decode!(PageData, QueryParams);
