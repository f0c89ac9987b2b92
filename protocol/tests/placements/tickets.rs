//! Tickets, with the fields that HelpDesk documents and with what hosts may send instead.

use livechat_protocol::{TicketInfo, TicketPriority, TicketStatus, decode, decode_noting};
use serde_json::{Value, json};

#[test]
fn a_ticket_has_a_status_and_a_priority_whatever_the_host_sends() {
    let ticket = |status: Value, priority: Value| {
        let ticket: TicketInfo =
            decode(&json!({ "id": "T1", "status": status, "priority": priority })).expect("readable");
        (ticket.status, ticket.priority)
    };
    for (name, status) in [
        ("open", TicketStatus::Open),
        ("pending", TicketStatus::Pending),
        ("onhold", TicketStatus::OnHold),
        ("solved", TicketStatus::Solved),
        ("closed", TicketStatus::Closed),
        ("reopened", TicketStatus::Other("reopened".into())),
    ] {
        assert_eq!(ticket(json!(name), Value::Null), (Some(status), None), "{name}");
    }
    for (number, priority) in [
        (-10, TicketPriority::Low),
        (0, TicketPriority::Medium),
        (10, TicketPriority::High),
        (20, TicketPriority::Urgent),
        (30, TicketPriority::Other(30)),
    ] {
        assert_eq!(ticket(Value::Null, json!(number)), (None, Some(priority)), "{number}");
    }
    assert_eq!(ticket(json!({}), json!("high")), (None, None));
}

#[test]
fn what_is_known_of_a_ticket_is_written_as_it_was_sent() {
    let data = json!({ "id": "T1", "status": "onhold", "priority": -10, "customFields": { "order": "A-1" } });
    let ticket: TicketInfo = decode(&data).expect("readable");
    assert_eq!(serde_json::to_value(ticket).expect("JSON"), data);
}

#[test]
fn an_odd_field_of_a_ticket_costs_that_field_alone() {
    let data = json!({ "id": 7, "subject": ["Late"], "status": [], "priority": 0.5, "date": 7,
        "tagIds": ["late", {}, 3], "teamIds": "billing", "followers": null,
        "customFields": { "order": "A-1", "seats": 12, "vip": true, "odd": { "no": "text" } } });
    let (ticket, skipped) = decode_noting::<TicketInfo, Value>(&data);
    let expected = json!({ "id": "7", "tagIds": ["late", "3"],
        "customFields": { "order": "A-1", "seats": "12", "vip": "true" } });
    assert_eq!(serde_json::to_value(ticket.expect("a ticket")).expect("JSON"), expected);
    let fields: Vec<_> = skipped.iter().map(|error| error.field()).collect();
    assert_eq!(fields, ["subject", "status", "priority", "date", "tagIds[1]", "teamIds", "customFields.odd.value"]);
}
