//! A customer's visit to the website.

use livechat_protocol::{Decode, DecodeError, Geolocation, Payload, Reader, Timestamp, deserialize_by_decode};
use serde::Serialize;

use crate::answer::{lenient_items, object};

/// A customer's visit to the website.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Visit {
    /// When it began.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub started_at: Option<Timestamp>,
    /// When it ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended_at: Option<Timestamp>,
    /// The page that led to it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub referrer: Option<String>,
    /// The customer's IP address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ip: Option<String>,
    /// The user agent of the customer's browser.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_agent: Option<String>,
    /// The customer's location.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub geolocation: Option<Geolocation>,
    /// The last opened pages.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub last_pages: Vec<VisitedPage>,
}

/// A page that a customer opened.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct VisitedPage {
    /// Its URL, from the customer's browser: turn it into a link only with [`SafeUrl`](livechat_protocol::SafeUrl).
    pub url: String,
    /// Its title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// When it was opened.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opened_at: Option<Timestamp>,
}

impl Decode for Visit {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        object(from)?;
        Ok(Self {
            started_at: from.lenient("started_at"),
            ended_at: from.lenient("ended_at"),
            referrer: from.lenient("referrer"),
            ip: from.lenient("ip"),
            user_agent: from.lenient("user_agent"),
            geolocation: from.lenient("geolocation"),
            last_pages: lenient_items(from, "last_pages"),
        })
    }
}

impl Decode for VisitedPage {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        Ok(Self { url: from.required("url")?, title: from.lenient("title"), opened_at: from.lenient("opened_at") })
    }
}

deserialize_by_decode!(Visit, VisitedPage);
