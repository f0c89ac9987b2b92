//! JSON as a [`Payload`], and any payload as JSON.

use serde_json::{Map, Number, Value};

use super::{
    decode::{DecodeError, Reader},
    encode::Encode,
    iso_8601::iso_8601,
    payload::{Kind, Payload},
    whole::whole,
};

impl Payload for Value {
    fn kind(&self) -> Kind {
        match self {
            Self::Null => Kind::Nothing,
            Self::Bool(_) => Kind::Bool,
            Self::Number(_) => Kind::Number,
            Self::String(_) => Kind::Text,
            Self::Array(_) => Kind::List,
            Self::Object(_) => Kind::Object,
        }
    }

    fn as_bool(&self) -> Option<bool> {
        Self::as_bool(self)
    }

    fn as_number(&self) -> Option<f64> {
        self.as_f64()
    }

    fn number_as_text(&self) -> Option<String> {
        self.as_f64().map(|number| number.to_string())
    }

    fn as_date(&self) -> Option<String> {
        None
    }

    fn text_length(&self) -> Option<usize> {
        self.as_str().map(str::len)
    }

    fn as_text(&self) -> Option<String> {
        self.as_str().map(str::to_owned)
    }

    fn is_word(&self, word: &'static str) -> bool {
        self.as_str() == Some(word)
    }

    fn list_length(&self) -> Option<usize> {
        self.as_array().map(Vec::len)
    }

    fn item(&self, index: usize) -> Option<Self> {
        self.as_array()?.get(index).cloned()
    }

    fn member(&self, name: &str) -> Option<Self> {
        self.as_object()?.get(name).cloned()
    }

    fn members(&self, limit: usize, longest: usize) -> Option<Vec<(String, Self)>> {
        let object = self.as_object().filter(|object| object.len() <= limit)?;
        Some(object.iter().map(|(name, value)| (cut_name(name, longest), value.clone())).collect())
    }

    fn null() -> Self {
        Self::Null
    }

    fn bool(value: bool) -> Self {
        Self::Bool(value)
    }

    fn number(value: f64) -> Self {
        // JSON distinguishes 1 and 1.0, JavaScript does not: whole numbers are written as integers.
        whole(value).map_or_else(|| Self::from(value), |whole| Self::Number(Number::from(whole)))
    }

    fn date(milliseconds: f64) -> Self {
        // As `JSON.stringify` writes a date.
        iso_8601(milliseconds).map_or(Self::Null, Self::String)
    }

    fn text(value: &str) -> Self {
        Self::String(value.to_owned())
    }

    fn list(items: Vec<Self>) -> Self {
        Self::Array(items)
    }

    fn object(members: Vec<(&str, Self)>) -> Self {
        members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect::<Map<_, _>>().into()
    }

    fn with_member(&self, name: &str, value: Self) -> Self {
        let mut copy = self.clone();
        if let Some(members) = copy.as_object_mut() {
            members.insert(name.to_owned(), value);
        }
        copy
    }
}

/// A name as [`Payload::members`] returns it.
pub(super) fn cut_name(name: &str, longest: usize) -> String {
    let mut units = 0;
    let short = name.chars().take_while(|character| {
        let fits = units <= longest;
        units += character.len_utf16();
        fits
    });
    short.collect()
}

/// Copies a host value into JSON, bounded in depth, in the number of values and in the length of the texts.
///
/// # Errors
/// Names the place that is too deep, too long or has no JSON form. Cyclic values are too deep.
pub fn to_json<P: Payload>(value: &P) -> Result<Value, DecodeError> {
    walk(&Reader::new(value.clone()))
}

fn walk<P: Payload>(from: &Reader<'_, P>) -> Result<Value, DecodeError> {
    match from.kind() {
        Kind::Nothing => Ok(Value::Null),
        Kind::Bool => from.bool().map(Value::Bool),
        Kind::Number => from.number().map(<Value as Payload>::number),
        Kind::Text => from.text().map(Value::String),
        Kind::Date => Ok(from.value().as_date().map_or(Value::Null, Value::String)),
        Kind::List => from.items(walk).map(Value::Array),
        Kind::Object => from
            .members(|name, member| Ok((name.to_owned(), walk(member)?)))
            .map(|members| Value::Object(members.into_iter().collect())),
        Kind::Other => Err(from.error("data that JSON can represent")),
    }
}

impl Encode for Map<String, Value> {
    fn encode<P: Payload>(&self) -> P {
        P::object(self.iter().map(|(name, value)| (name.as_str(), from_json(value))).collect())
    }
}

/// Builds a host value from JSON.
#[must_use]
pub fn from_json<P: Payload>(value: &Value) -> P {
    match value {
        Value::Null => P::null(),
        Value::Bool(value) => P::bool(*value),
        Value::Number(value) => P::number(value.as_f64().unwrap_or(f64::NAN)),
        Value::String(value) => P::text(value),
        Value::Array(items) => P::list(items.iter().map(from_json).collect()),
        Value::Object(members) => {
            P::object(members.iter().map(|(name, value)| (name.as_str(), from_json(value))).collect())
        }
    }
}
