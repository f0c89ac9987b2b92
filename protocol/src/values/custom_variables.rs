//! The custom variables of a customer profile.

use serde::{Serialize, Serializer, ser::SerializeMap};

use crate::wire::{Decode, DecodeError, JoinedText, Kind, Payload, Reader, deserialize_by_decode};

/// Custom variables, in the order in which the host sent them.
///
/// Hosts send them as an object or as a list of `{key, value}`; an object encodes back to an object, a list to a
/// list. Extensions in the wild also expect `{name, value}`, lists of one-pair objects, and values that are objects
/// with a `value`: all of them are decoded. A variable whose value has no natural text is skipped.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CustomVariables {
    variables: Vec<CustomVariable>,
    as_list: bool,
}

/// One custom variable.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CustomVariable {
    /// Its name.
    pub key: String,
    /// Its value.
    pub value: String,
}

impl CustomVariables {
    /// The variables, in order.
    pub fn iter(&self) -> std::slice::Iter<'_, CustomVariable> {
        self.variables.iter()
    }

    /// The value of the first variable with that name.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&str> {
        self.iter().find(|variable| variable.key == key).map(|variable| variable.value.as_str())
    }
}

impl<'a> IntoIterator for &'a CustomVariables {
    type Item = &'a CustomVariable;
    type IntoIter = std::slice::Iter<'a, CustomVariable>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl Serialize for CustomVariables {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.as_list {
            return self.variables.serialize(serializer);
        }
        let mut map = serializer.serialize_map(Some(self.variables.len()))?;
        for variable in self {
            map.serialize_entry(&variable.key, &variable.value)?;
        }
        map.end()
    }
}

impl Decode for CustomVariables {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        if from.kind() == Kind::List {
            let variables = from.lenient_items(variables_of)?.into_iter().flatten().collect();
            return Ok(Self { variables, as_list: true });
        }
        Ok(Self { variables: from.lenient_members(variable)?, as_list: false })
    }
}

impl Decode for CustomVariable {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        let name =
            if from.value().member("key").is_none() && from.value().member("name").is_some() { "name" } else { "key" };
        variable(&from.required::<String>(name)?, &from.member("value")?)
    }
}

/// The variables in one item: `{key, value}` and `{name, value}` are one variable; in any other object, each member
/// is one.
fn variables_of<P: Payload>(item: &Reader<'_, P>) -> Result<Vec<CustomVariable>, DecodeError> {
    let has = |name| item.value().member(name).is_some();
    if has("key") || has("value") {
        CustomVariable::decode(item).map(|one| vec![one])
    } else {
        item.lenient_members(variable)
    }
}

/// Web pages set custom variables, and not always to text.
fn variable<P: Payload>(key: &str, from: &Reader<'_, P>) -> Result<CustomVariable, DecodeError> {
    let JoinedText(value) = match from.kind() {
        Kind::Nothing => JoinedText::default(),
        Kind::Object => from.required("value")?,
        _ => JoinedText::decode(from)?,
    };
    Ok(CustomVariable { key: key.to_owned(), value })
}

deserialize_by_decode!(CustomVariable, CustomVariables);
