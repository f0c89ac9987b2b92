//! The person who signed in.

use livechat_protocol::{Decode, DecodeError, Payload, Reader, SafeUrl, Timestamp, deserialize_by_decode};
use serde::Serialize;
use serde_json::Value;

use super::avatar::avatar_url;
use crate::answer::value;

/// The person who signed in, across all of Text's products.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Account {
    /// The person, a UUID.
    pub account_id: String,
    /// The name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The email address, which is the agent's id in the chat and configuration APIs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Whether the email address is confirmed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email_verified: Option<bool>,
    /// The product that opens after signing in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub default_product: Option<String>,
    /// The organization that opens after signing in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub default_organization_id: Option<String>,
    /// The avatar as LiveChat returns it; see [`avatar_url`](Self::avatar_url).
    #[serde(rename = "avatar_url", skip_serializing_if = "Option::is_none")]
    pub avatar: Option<String>,
    /// The time zone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time_zone: Option<String>,
    /// The roles, as they are on the wire.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub roles: Option<Value>,
    /// When the account was created.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<Timestamp>,
    /// When the account was last changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<Timestamp>,
}

impl Account {
    /// The URL of the avatar.
    #[must_use]
    pub fn avatar_url(&self) -> Option<SafeUrl> {
        avatar_url(self.avatar.as_deref()?)
    }
}

impl Decode for Account {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        Ok(Self {
            account_id: from.identity("account_id")?,
            name: from.lenient("name"),
            email: from.lenient("email"),
            email_verified: from.lenient("email_verified"),
            default_product: from.lenient("default_product"),
            default_organization_id: from.lenient("default_organization_id"),
            avatar: from.lenient("avatar_url"),
            time_zone: from.lenient("time_zone"),
            roles: value(from, "roles"),
            created_at: from.lenient("created_at"),
            updated_at: from.lenient("updated_at"),
        })
    }
}

deserialize_by_decode!(Account);
