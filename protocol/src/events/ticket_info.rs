//! The ticket that HelpDesk shows.

use serde::Serialize;

use crate::{
    decode::{Decode, DecodeError, Lenient, Reader, deserialize_by_decode},
    event::Event,
    payload::Payload,
    timestamp::Timestamp,
};

/// The ticket that the agent has open in HelpDesk, told to extensions in its details panel.
///
/// From the HelpDesk SDK's types. What those leave open (`events`, `requester`, `status`, `assignment` and the like)
/// is not read here, and stays reachable through the raw event. Of the rest only the id has to be readable.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct TicketInfo {
    /// The ticket's id.
    pub id: String,
    /// The id that people see.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub short_id: Option<String>,
    /// What it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// When it was created.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Timestamp>,
    /// Who created it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_by: Option<String>,
    /// When it was last changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<Timestamp>,
    /// Who last changed it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated_by: Option<String>,
    /// When the last message came.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_message_at: Option<Timestamp>,
    /// The ids of its tags.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tag_ids: Option<Vec<String>>,
    /// The ids of the teams it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub team_ids: Option<Vec<String>>,
    /// The ids of those who follow it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub followers: Option<Vec<String>>,
}

impl Decode for TicketInfo {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        Ok(Self {
            id: from.identity("id")?,
            short_id: from.lenient("shortId"),
            subject: from.lenient("subject"),
            date: from.lenient("date"),
            created_by: from.lenient("createdBy"),
            updated_at: from.lenient("updatedAt"),
            updated_by: from.lenient("updatedBy"),
            last_message_at: from.lenient("lastMessageAt"),
            tag_ids: from.lenient("tagIds").map(|Lenient(ids)| ids),
            team_ids: from.lenient("teamIds").map(|Lenient(ids)| ids),
            followers: from.lenient("followers").map(|Lenient(ids)| ids),
        })
    }
}

impl Event for TicketInfo {
    const NAME: &'static str = "ticket_info";
}

deserialize_by_decode!(TicketInfo);
