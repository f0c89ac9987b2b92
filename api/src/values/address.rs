//! A customer's address.

use livechat_protocol::{Decode, DecodeError, Payload, Reader, deserialize_by_decode};
use serde::Serialize;

use crate::{answer::object, http::json::JsonObject};

/// A customer's address. Every part is free text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Address {
    /// Street and number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// City.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub city: Option<String>,
    /// Country.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// State.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
    /// Postal code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub postal_code: Option<String>,
}

impl Address {
    pub(crate) fn to_json(&self) -> String {
        JsonObject::new()
            .maybe_text("address", self.address.as_deref())
            .maybe_text("city", self.city.as_deref())
            .maybe_text("country", self.country.as_deref())
            .maybe_text("state", self.state.as_deref())
            .maybe_text("postal_code", self.postal_code.as_deref())
            .finish()
    }
}

impl Decode for Address {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        object(from)?;
        Ok(Self {
            address: from.lenient("address"),
            city: from.lenient("city"),
            country: from.lenient("country"),
            state: from.lenient("state"),
            postal_code: from.lenient("postal_code"),
        })
    }
}

deserialize_by_decode!(Address);
