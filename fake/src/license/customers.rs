//! Customers.

use serde_json::{Map, Value, json};
use time::OffsetDateTime;

use crate::timestamp;

/// A customer. Responses omit unknown values.
#[derive(Debug, Clone)]
pub(crate) struct Customer {
    pub(crate) id: String,
    pub(crate) created_at: OffsetDateTime,
    pub(crate) name: Option<String>,
    pub(crate) email: Option<String>,
    pub(crate) avatar: Option<String>,
    pub(crate) phone_number: Option<String>,
    /// Objects with one field each.
    pub(crate) session_fields: Vec<Value>,
    pub(crate) omnichannel: Option<Value>,
    pub(crate) address: Option<Value>,
    pub(crate) geolocation: Map<String, Value>,
    pub(crate) chat_ids: Vec<String>,
}

impl Customer {
    /// The response of `get_customer`. A customer has at most one chat, with this many threads.
    pub(crate) fn json(&self, threads: usize) -> Value {
        let mut customer = json!({
            "id": self.id,
            "type": "customer",
            "created_at": timestamp::text(self.created_at),
            "statistics": {
                "chats_count": self.chat_ids.len(),
                "threads_count": threads,
                "visits_count": threads.max(1),
                "page_views_count": threads.max(1) * 3,
                "greetings_shown_count": 0,
                "greetings_accepted_count": 0,
            },
            "visit": {
                "started_at": timestamp::text(self.created_at),
                "ip": "203.0.113.7",
                "user_agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
                "geolocation": self.geolocation,
                "last_pages": [{
                    "opened_at": timestamp::text(self.created_at),
                    "url": "https://shop.example.com/orders",
                    "title": "Your orders",
                }],
            },
        });
        let texts = [
            ("name", &self.name),
            ("email", &self.email),
            ("avatar", &self.avatar),
            ("phone_number", &self.phone_number),
        ];
        for (field, text) in texts {
            if let Some(text) = text {
                customer[field] = text.as_str().into();
            }
        }
        for (field, value) in [("omnichannel", &self.omnichannel), ("address", &self.address)] {
            if let Some(value) = value {
                customer[field] = value.clone();
            }
        }
        if !self.session_fields.is_empty() {
            customer["session_fields"] = self.session_fields.clone().into();
        }
        if !self.chat_ids.is_empty() {
            customer["chat_ids"] = self.chat_ids.clone().into();
        }
        customer
    }

    /// As a user of a chat.
    pub(crate) fn user(&self, threads: usize, present: bool, seen_up_to: &str) -> Value {
        let mut user = self.json(threads);
        user["present"] = present.into();
        user["email_verified"] = false.into();
        user["events_seen_up_to"] = seen_up_to.into();
        user
    }
}
