//! Properties that an extension reports about itself.

use crate::{
    values::{InvalidArgument, invalid},
    wire::{Decode, DecodeError, Encode, Kind, Payload, Reader},
};

/// A value of [`AppProperties`]: text, a number, a boolean or nothing.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum PropertyValue {
    /// Text.
    Text(String),
    /// A number.
    Number(f64),
    /// True or false.
    Bool(bool),
    /// `null`.
    Null,
}

/// Properties that an extension reports about itself: the data of `update_properties`. The SDK knows three names, and
/// allows others.
///
/// ```
/// use livechat_protocol::AppProperties;
///
/// let properties = AppProperties::new().with_onboarded(true).with_plan("team").with_error_code(None).with("seats", 12)?;
/// # Ok::<(), livechat_protocol::InvalidArgument>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AppProperties(Vec<(String, PropertyValue)>);

impl AppProperties {
    /// No properties yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `onboarded`: whether the agent has completed the onboarding.
    #[must_use]
    pub fn with_onboarded(self, onboarded: bool) -> Self {
        self.put("onboarded".to_owned(), onboarded.into())
    }

    /// Sets `plan`: the plan that was bought.
    #[must_use]
    pub fn with_plan(self, plan: impl Into<String>) -> Self {
        self.put("plan".to_owned(), PropertyValue::Text(plan.into()))
    }

    /// Sets `error_code`: the extension's current error, or `None` once it is over.
    #[must_use]
    pub fn with_error_code(self, code: Option<&str>) -> Self {
        self.put("error_code".to_owned(), code.into())
    }

    /// Sets any other property.
    ///
    /// # Errors
    /// If the name is empty, or the value a number that is not finite.
    pub fn with(self, name: impl Into<String>, value: impl Into<PropertyValue>) -> Result<Self, InvalidArgument> {
        let name = invalid::text("property.name", name)?;
        let value = value.into();
        if let PropertyValue::Number(number) = value {
            invalid::number("property.value", number, "a finite number", |_| true)?;
        }
        Ok(self.put(name, value))
    }

    fn put(mut self, name: String, value: PropertyValue) -> Self {
        self.0.retain(|(present, _)| *present != name);
        self.0.push((name, value));
        self
    }
}

impl Encode for PropertyValue {
    fn encode<P: Payload>(&self) -> P {
        match self {
            Self::Text(text) => P::text(text),
            Self::Number(number) => P::number(*number),
            Self::Bool(value) => P::bool(*value),
            Self::Null => P::null(),
        }
    }
}

impl Encode for AppProperties {
    fn encode<P: Payload>(&self) -> P {
        P::object(self.0.iter().map(|(name, value)| (name.as_str(), value.encode())).collect())
    }
}

impl From<&str> for PropertyValue {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for PropertyValue {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<bool> for PropertyValue {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<f64> for PropertyValue {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<i32> for PropertyValue {
    fn from(number: i32) -> Self {
        Self::Number(number.into())
    }
}

impl From<u32> for PropertyValue {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl<T: Into<Self>> From<Option<T>> for PropertyValue {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

impl Decode for PropertyValue {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        match from.kind() {
            Kind::Nothing => Ok(Self::Null),
            Kind::Bool => from.bool().map(Self::Bool),
            Kind::Number => from.number().map(Self::Number),
            Kind::Text => from.text().map(Self::Text),
            _ => Err(from.error("text, a number, a boolean or nothing")),
        }
    }
}

impl Decode for AppProperties {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        from.members(|name, value| Ok((name.to_owned(), PropertyValue::decode(value)?))).map(Self)
    }
}
