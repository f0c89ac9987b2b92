//! HelpDesk tickets.

use std::rc::Rc;

use livechat_protocol::TicketInfo;
use serde_json::Value;

use super::{customers::UNKNOWN, message::Message};

#[derive(serde::Deserialize)]
struct Record {
    ticket: Value,
    transcript: Vec<Message>,
}

/// A ticket.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Ticket {
    /// The event's data, as sent.
    pub(crate) event_data: Value,
    /// The same, decoded.
    pub(crate) info: TicketInfo,
    pub(crate) transcript: Rc<[Message]>,
}

impl Ticket {
    /// Its subject.
    pub(crate) fn subject(&self) -> &str {
        self.info.subject.as_deref().unwrap_or("Without a subject")
    }

    /// Its requester.
    pub(crate) fn requester(&self) -> &str {
        self.text("/requester/name").unwrap_or(UNKNOWN)
    }

    /// A string in the event's data.
    pub(crate) fn text(&self, pointer: &str) -> Option<&str> {
        self.event_data.pointer(pointer).and_then(Value::as_str)
    }
}

/// All tickets. An invalid record is skipped; a test ensures that all are valid.
pub(crate) fn tickets() -> Vec<Rc<Ticket>> {
    let records: Vec<Record> = serde_json::from_str(include_str!("tickets.json")).unwrap_or_default();
    records
        .into_iter()
        .filter_map(|Record { ticket, transcript }| {
            let info = livechat_protocol::decode(&ticket).ok()?;
            Some(Rc::new(Ticket { event_data: ticket, info, transcript: transcript.into() }))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn none_is_lost_and_ids_need_no_escaping_in_the_address() {
        let tickets = tickets();
        assert_eq!(tickets.len(), include_str!("tickets.json").matches("\"transcript\"").count());
        for ticket in tickets {
            assert!(ticket.info.id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'));
            assert_ne!(ticket.requester(), UNKNOWN);
        }
    }
}
