//! A customer.

use livechat_protocol::{Decode, DecodeError, Payload, Reader, SafeUrl, Timestamp, deserialize_by_decode};
use serde::Serialize;
use serde_json::Value;

use super::{address::Address, avatar::avatar_url, session_fields::SessionFields, visit::Visit};
use crate::answer::{lenient_items, object, value};

/// A customer, as [`GetCustomer`](crate::GetCustomer) returns one, and as a user of a chat.
///
/// LiveChat returns a field only if it is set. The id is the same as in `customer_profile` in the Agent App.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Customer {
    /// The customer's id, a UUID.
    pub id: String,
    /// The name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The email address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Whether the customer confirmed the email address. Only for a user of a chat.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email_verified: Option<bool>,
    /// The avatar as LiveChat returns it; see [`avatar_url`](Self::avatar_url).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub avatar: Option<String>,
    /// The phone number, in E.164 form.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone_number: Option<String>,
    /// When the customer was first seen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<Timestamp>,
    /// Data that extensions and the website attached to the customer's session.
    #[serde(skip_serializing_if = "SessionFields::is_empty")]
    pub session_fields: SessionFields,
    /// Counts of the customer's visits and chats.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub statistics: Option<CustomerStatistics>,
    /// The last visit. Versions before 3.6 call it `last_visit`, which is accepted too.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub visit: Option<Visit>,
    /// The customer's chats.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub chat_ids: Vec<String>,
    /// The address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<Address>,
    /// When an agent last wrote.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agent_last_event_created_at: Option<Timestamp>,
    /// When the customer last wrote.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub customer_last_event_created_at: Option<Timestamp>,
    /// The time up to which the customer has seen the chat. Only for a user of a chat.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub events_seen_up_to: Option<Timestamp>,
    /// Whether the customer is in the chat. Only for a user of a chat.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub present: Option<bool>,
    /// Whether the customer is on the website. Only for a user of a chat.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub online: Option<bool>,
    /// What the customer is doing, such as `browsing`. Only for a user of a chat.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
    /// The customer's tickets, as they are on the wire.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tickets: Option<Value>,
    /// The customer's messenger and SMS data, as it is on the wire.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub omnichannel: Option<Value>,
    /// The customer's shopping carts, as they are on the wire.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub carts: Option<Value>,
}

/// Counts of a customer's visits and chats.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct CustomerStatistics {
    /// Chats.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chats_count: Option<u32>,
    /// Threads.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub threads_count: Option<u32>,
    /// Visits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub visits_count: Option<u32>,
    /// Opened pages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page_views_count: Option<u32>,
    /// Greetings that were shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub greetings_shown_count: Option<u32>,
    /// Greetings that were accepted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub greetings_accepted_count: Option<u32>,
    /// Tickets.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tickets_count: Option<u32>,
}

impl Customer {
    /// The URL of the avatar.
    #[must_use]
    pub fn avatar_url(&self) -> Option<SafeUrl> {
        avatar_url(self.avatar.as_deref()?)
    }
}

impl Decode for Customer {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        Ok(Self {
            id: from.identity("id")?,
            name: from.lenient("name"),
            email: from.lenient("email"),
            email_verified: from.lenient("email_verified"),
            avatar: from.lenient("avatar"),
            phone_number: from.lenient("phone_number"),
            created_at: from.lenient("created_at"),
            session_fields: from.lenient("session_fields").unwrap_or_default(),
            statistics: from.lenient("statistics"),
            visit: from.lenient("visit").or_else(|| from.lenient("last_visit")),
            chat_ids: lenient_items(from, "chat_ids"),
            address: from.lenient("address"),
            agent_last_event_created_at: from.lenient("agent_last_event_created_at"),
            customer_last_event_created_at: from.lenient("customer_last_event_created_at"),
            events_seen_up_to: from.lenient("events_seen_up_to"),
            present: from.lenient("present"),
            online: from.lenient("online"),
            state: from.lenient("state"),
            tickets: value(from, "tickets"),
            omnichannel: value(from, "omnichannel"),
            carts: value(from, "carts"),
        })
    }
}

impl Decode for CustomerStatistics {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        object(from)?;
        Ok(Self {
            chats_count: from.lenient("chats_count"),
            threads_count: from.lenient("threads_count"),
            visits_count: from.lenient("visits_count"),
            page_views_count: from.lenient("page_views_count"),
            greetings_shown_count: from.lenient("greetings_shown_count"),
            greetings_accepted_count: from.lenient("greetings_accepted_count"),
            tickets_count: from.lenient("tickets_count"),
        })
    }
}

deserialize_by_decode!(Customer, CustomerStatistics);
