//! The ticket that HelpDesk shows.

use std::rc::Rc;

use serde::Serialize;

use super::change::{Change, replace};
use crate::{
    values::{CustomVariables, TicketPriority, TicketStatus, Timestamp},
    wire::{Decode, DecodeError, LenientSlot, Payload, Reader, deserialize_by_decode},
};

/// The ticket that the agent has open in HelpDesk, sent to extensions in its details panel.
///
/// From the types of HelpDesk's SDK, and from HelpDesk's documentation for status, priority and custom fields. Fields
/// that neither describes (`events`, `requester`, `assignment` and others) are not decoded, but available in the raw
/// event. A field that cannot be read is left out; only the id is required.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct TicketInfo {
    /// The ticket's id.
    pub id: String,
    /// The short id that people see.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub short_id: Option<String>,
    /// The subject.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// Its status.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<TicketStatus>,
    /// Its priority.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub priority: Option<TicketPriority>,
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
    /// When the last message arrived.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_message_at: Option<Timestamp>,
    /// The ids of its tags.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tag_ids: Option<Vec<String>>,
    /// The ids of the teams it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub team_ids: Option<Vec<String>>,
    /// The ids of its followers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub followers: Option<Vec<String>>,
    /// Its custom fields, by key. Decoded like a customer's custom variables.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub custom_fields: Option<CustomVariables>,
}

impl Decode for TicketInfo {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        let mut ticket = Self { id: from.identity("id")?, ..Self::default() };
        from.fill(&mut [
            ("shortId", &mut ticket.short_id),
            ("subject", &mut ticket.subject),
            ("status", &mut ticket.status),
            ("priority", &mut ticket.priority),
            ("date", &mut ticket.date),
            ("createdBy", &mut ticket.created_by),
            ("updatedAt", &mut ticket.updated_at),
            ("updatedBy", &mut ticket.updated_by),
            ("lastMessageAt", &mut ticket.last_message_at),
            ("tagIds", &mut LenientSlot(&mut ticket.tag_ids)),
            ("teamIds", &mut LenientSlot(&mut ticket.team_ids)),
            ("followers", &mut LenientSlot(&mut ticket.followers)),
            ("customFields", &mut ticket.custom_fields),
        ])?;
        Ok(ticket)
    }
}

impl Change for TicketInfo {
    type Part = Option<Rc<Self>>;

    fn change(self, ticket: &mut Self::Part) -> bool {
        replace(ticket, Some(Rc::new(self)))
    }

    fn forget(ticket: &mut Self::Part, _: &DecodeError) -> bool {
        replace(ticket, None)
    }
}

deserialize_by_decode!(TicketInfo);
