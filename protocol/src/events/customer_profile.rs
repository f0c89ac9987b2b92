//! The customer whose profile the agent opened.

use serde::Serialize;

use crate::{
    values::CustomVariables,
    wire::{Decode, DecodeError, Id, JoinedText, LenientSlot, Payload, Reader, deserialize_by_decode, open_enum},
};

/// The customer whose profile the agent opened in Chats, Archives or Visitors.
///
/// Fields have the host's names. A field that the host may leave out is an `Option`. `null` counts as left out, and
/// so does a value that cannot be read: [`Connection::skipped`](crate::Connection::skipped) counts it, and the other
/// fields are available. Numbers and booleans are converted to their natural text. Only a profile without a readable
/// `id` is refused. Unknown fields are ignored, and available in the raw event.
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
    /// The customer's location.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub geolocation: Option<Geolocation>,
    /// Custom variables from the customer's web page.
    #[serde(rename = "customVariables", skip_serializing_if = "Option::is_none")]
    pub custom_variables: Option<CustomVariables>,
}

/// The chat that a profile belongs to. It may be empty, and is if the host sent anything other than an object.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Chat {
    /// The id of the thread, which changes with every conversation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The id of the chat, which stays the same across conversations.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chat_id: Option<String>,
    /// The id of the group that the chat is in.
    #[serde(rename = "groupID", skip_serializing_if = "Option::is_none")]
    pub group_id: Option<Id>,
    /// The customer's answers before the chat.
    #[serde(rename = "preChatSurvey", skip_serializing_if = "Option::is_none")]
    pub pre_chat_survey: Option<Vec<SurveyAnswer>>,
}

/// A question of the pre-chat survey, with its answer. A list of answers is joined with commas.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct SurveyAnswer {
    /// The question; empty when the host left it out.
    pub question: String,
    /// The answer; empty when the customer gave none.
    pub answer: String,
}

/// The customer's location. All values are text, as the host sent it, and may be absent or empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Geolocation {
    /// City.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub city: Option<String>,
    /// Country.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// Country code, such as `PL`.
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
    /// Time zone, such as `Europe/Warsaw`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub timezone: Option<String>,
    /// Postal code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zipcode: Option<String>,
}

open_enum! {
    /// The part of the Agent App where a profile was opened.
    pub enum Source {
        /// Chats.
        Chats = "chats",
        /// Archives.
        Archives = "archives",
        /// Visitors: the name of the list of customers in older hosts.
        Visitors = "visitors",
        /// Customers: the name in newer hosts.
        Customers = "customers",
    }
}

impl CustomerProfile {
    /// Creates a profile with only an id; set the other fields for tests and scenarios.
    #[must_use]
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into(), ..Self::default() }
    }

    /// The customer's name, or else the email address, or else `fallback`.
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

impl Decode for CustomerProfile {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        let mut profile = Self::new(from.identity("id")?);
        let mut chat = None;
        from.fill(&mut [
            ("name", &mut profile.name),
            ("email", &mut profile.email),
            ("chat", &mut chat),
            ("source", &mut profile.source),
            ("geolocation", &mut profile.geolocation),
            ("customVariables", &mut profile.custom_variables),
        ])?;
        profile.chat = chat.unwrap_or_default();
        Ok(profile)
    }
}

impl Decode for Chat {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        let mut chat = Self::default();
        from.fill(&mut [
            ("id", &mut chat.id),
            ("chat_id", &mut chat.chat_id),
            ("groupID", &mut chat.group_id),
            ("preChatSurvey", &mut LenientSlot(&mut chat.pre_chat_survey)),
        ])?;
        Ok(chat)
    }
}

impl Decode for SurveyAnswer {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        let (mut question, mut answer) = (None, None::<JoinedText>);
        from.fill(&mut [("question", &mut question), ("answer", &mut answer)])?;
        Ok(Self { question: question.unwrap_or_default(), answer: answer.unwrap_or_default().0 })
    }
}

impl Decode for Geolocation {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        let mut place = Self::default();
        from.fill(&mut [
            ("city", &mut place.city),
            ("country", &mut place.country),
            ("country_code", &mut place.country_code),
            ("latitude", &mut place.latitude),
            ("longitude", &mut place.longitude),
            ("region", &mut place.region),
            ("timezone", &mut place.timezone),
            ("zipcode", &mut place.zipcode),
        ])?;
        Ok(place)
    }
}

deserialize_by_decode!(Chat, CustomerProfile, Geolocation, SurveyAnswer);
