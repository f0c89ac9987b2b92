//! The customer whose profile the agent opened.

use std::fmt;

use serde::{Serialize, Serializer, ser::SerializeMap};

use crate::{
    decode::{Decode, DecodeError, Reader, deserialize_by_decode},
    event::Event,
    id::Id,
    payload::{Kind, Payload},
};

/// The customer whose profile the agent opened in Chats, Archives or Visitors.
///
/// Field names are the host's. What the host may leave out is an `Option`; `null` counts as left out.
/// Fields that are not known here are tolerated and stay reachable through the raw event.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct CustomerProfile {
    /// The customer's id.
    pub id: String,
    /// The customer's name, if they gave one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The customer's email address, if they gave one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// The chat; empty when the customer has none.
    pub chat: Chat,
    /// Where in the Agent App the profile was opened.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// Where the customer is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub geolocation: Option<Geolocation>,
    /// Custom variables that the customer's web page passed on.
    #[serde(rename = "customVariables", skip_serializing_if = "Option::is_none")]
    pub custom_variables: Option<CustomVariables>,
}

/// The chat a profile belongs to. It may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Chat {
    /// The id of the thread.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The id of the chat.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chat_id: Option<String>,
    /// The id of the group the chat is in.
    #[serde(rename = "groupID", skip_serializing_if = "Option::is_none")]
    pub group_id: Option<Id>,
    /// What the customer answered before the chat.
    #[serde(rename = "preChatSurvey", skip_serializing_if = "Option::is_none")]
    pub pre_chat_survey: Option<Vec<SurveyAnswer>>,
}

/// One question of the pre-chat survey, with its answer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct SurveyAnswer {
    /// The question.
    pub question: String,
    /// The answer; empty when the customer gave none.
    pub answer: String,
}

/// Where the customer is. All of it is text as the host sent it, and any of it may be absent or empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Geolocation {
    /// City.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub city: Option<String>,
    /// Country.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// Country code, as `PL`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country_code: Option<String>,
    /// Latitude in degrees, as text; [`coordinates`](Self::coordinates) parses it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub latitude: Option<String>,
    /// Longitude in degrees, as text; [`coordinates`](Self::coordinates) parses it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub longitude: Option<String>,
    /// Region.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// Time zone, as `Europe/Warsaw`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub timezone: Option<String>,
    /// Postal code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zipcode: Option<String>,
}

/// Where in the Agent App a profile was opened.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Source {
    /// Chats.
    Chats,
    /// Archives.
    Archives,
    /// Visitors: what older hosts call the list of customers.
    Visitors,
    /// Customers: what newer hosts call it.
    Customers,
    /// A value that this version does not know.
    Other(String),
}

/// Custom variables, in the order in which the host sent them.
///
/// Hosts send them as an object or as a list of `{key, value}`; which of the two it was is kept,
/// so that the profile encodes back to what it was.
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

impl CustomerProfile {
    /// A profile of which only the id is known; set the other fields for tests and scenarios.
    #[must_use]
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into(), ..Self::default() }
    }

    /// What to call the customer: the name, else the email address, else `fallback`.
    #[must_use]
    pub fn display_name<'a>(&'a self, fallback: &'a str) -> &'a str {
        let given = |field: &'a Option<String>| field.as_deref().map(str::trim).filter(|text| !text.is_empty());
        given(&self.name).or_else(|| given(&self.email)).unwrap_or(fallback)
    }
}

impl Geolocation {
    /// Latitude and longitude in degrees, if both are numbers within ±90 and ±180.
    ///
    /// ```
    /// use livechat_protocol::Geolocation;
    ///
    /// let mut place = Geolocation::default();
    /// place.latitude = Some("51.1093".into());
    /// place.longitude = Some("17.0248".into());
    /// assert_eq!(place.coordinates(), Some((51.1093, 17.0248)));
    /// place.longitude = Some(String::new());
    /// assert_eq!(place.coordinates(), None);
    /// ```
    #[must_use]
    pub fn coordinates(&self) -> Option<(f64, f64)> {
        let degrees = |text: &Option<String>, limit: f64| {
            text.as_deref()?.trim().parse().ok().filter(|degrees: &f64| degrees.abs() <= limit)
        };
        Some((degrees(&self.latitude, 90.0)?, degrees(&self.longitude, 180.0)?))
    }
}

impl Source {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Chats => "chats",
            Self::Archives => "archives",
            Self::Visitors => "visitors",
            Self::Customers => "customers",
            Self::Other(name) => name,
        }
    }
}

impl From<String> for Source {
    fn from(name: String) -> Self {
        match name.as_str() {
            "chats" => Self::Chats,
            "archives" => Self::Archives,
            "visitors" => Self::Visitors,
            "customers" => Self::Customers,
            _ => Self::Other(name),
        }
    }
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl CustomVariables {
    /// The variables, in order.
    pub fn iter(&self) -> std::slice::Iter<'_, CustomVariable> {
        self.variables.iter()
    }

    /// The value of the first variable of that name.
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

impl Serialize for Source {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
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

impl Decode for CustomerProfile {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        Ok(Self {
            id: from.required("id")?,
            name: from.optional("name")?,
            email: from.optional("email")?,
            chat: from.optional("chat")?.unwrap_or_default(),
            source: from.optional("source")?,
            geolocation: from.optional("geolocation")?,
            custom_variables: from.optional("customVariables")?,
        })
    }
}

impl Decode for Chat {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        Ok(Self {
            id: from.optional("id")?,
            chat_id: from.optional("chat_id")?,
            group_id: from.optional("groupID")?,
            pre_chat_survey: from.optional("preChatSurvey")?,
        })
    }
}

impl Decode for SurveyAnswer {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        Ok(Self { question: from.required("question")?, answer: from.optional("answer")?.unwrap_or_default() })
    }
}

impl Decode for Geolocation {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        Ok(Self {
            city: from.optional("city")?,
            country: from.optional("country")?,
            country_code: from.optional("country_code")?,
            latitude: from.optional("latitude")?,
            longitude: from.optional("longitude")?,
            region: from.optional("region")?,
            timezone: from.optional("timezone")?,
            zipcode: from.optional("zipcode")?,
        })
    }
}

impl Decode for Source {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        from.text().map(Self::from)
    }
}

impl Decode for CustomVariables {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        if from.kind() == Kind::List {
            return Ok(Self { variables: Vec::decode(from)?, as_list: true });
        }
        let variables =
            from.members(|name, value| Ok(CustomVariable { key: name.to_owned(), value: variable_value(value)? }))?;
        Ok(Self { variables, as_list: false })
    }
}

impl Decode for CustomVariable {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        Ok(Self { key: from.required("key")?, value: variable_value(&from.member("value")?)? })
    }
}

/// Web pages set custom variables, and not always to text; that is no reason to lose the profile.
fn variable_value<P: Payload>(from: &Reader<'_, P>) -> Result<String, DecodeError> {
    match from.kind() {
        Kind::Nothing => Ok(String::new()),
        Kind::Bool => from.bool().map(|value| value.to_string()),
        Kind::Number => from.number_as_text(),
        _ => from.text(),
    }
}

impl Event for CustomerProfile {
    const NAME: &'static str = "customer_profile";
}

deserialize_by_decode!(Chat, CustomVariable, CustomVariables, CustomerProfile, Geolocation, Source, SurveyAnswer);
