//! What the Agent App's own address says.

use serde::{Serialize, Serializer, ser::SerializeMap};

use crate::{
    decode::{Decode, DecodeError, Reader, deserialize_by_decode},
    event::Event,
    payload::{Kind, Payload},
};

/// What the Agent App's own address says, told to fullscreen and settings extensions.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct PageData {
    /// The parameters of the Agent App's URL.
    #[serde(rename = "queryParams")]
    pub query_params: QueryParams,
}

/// The parameters of the Agent App's URL, in the order in which the host sent them.
///
/// UNVERIFIED: by the SDK's types they are an object. Text, numbers and booleans are taken as text, a list as one
/// parameter for each item; anything else is left out, and stays reachable through the raw event.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QueryParams(Vec<(String, String)>);

impl QueryParams {
    /// The value of the first parameter of that name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.iter().find(|(present, _)| *present == name).map(|(_, value)| value)
    }

    /// All of them, in order; a name may come more than once.
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
        let mut params = Vec::new();
        from.members(|name, member| {
            let mut add = |value: &Reader<'_, P>| {
                params.extend(text_of(value)?.map(|text| (name.to_owned(), text)));
                Ok(())
            };
            match member.kind() {
                Kind::List => member.items(add).map(drop),
                _ => add(member),
            }
        })?;
        Ok(Self(params))
    }
}

/// A single value as text; `None` for what is none.
fn text_of<P: Payload>(from: &Reader<'_, P>) -> Result<Option<String>, DecodeError> {
    match from.kind() {
        Kind::Text => from.text().map(Some),
        Kind::Bool => from.bool().map(|value| Some(value.to_string())),
        Kind::Number => from.number_as_text().map(Some),
        _ => Ok(None),
    }
}

impl Decode for PageData {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        Ok(Self { query_params: from.required("queryParams")? })
    }
}

impl Event for PageData {
    const NAME: &'static str = "page_data";
}

deserialize_by_decode!(PageData, QueryParams);
