//! Payments: one state, whatever the host does.
#![allow(clippy::expect_used, reason = "in a test, what fails to be there is the failure")]

use livechat_protocol::{
    Answering, CallId, CommandError, RemoteError, Slice, limits,
    payment::{Charge, PaymentMetadata, Transaction},
};
use serde_json::json;

use crate::harness::Conversation;

fn charge() -> (Charge, PaymentMetadata) {
    let charge = Charge::direct("Labels", 900.0, 1).expect("a charge").with_field("id", "CH1");
    (charge, PaymentMetadata::new("https://shop.example/icon.png").expect("metadata"))
}

fn start(conversation: &mut Conversation) -> CallId {
    let (charge, metadata) = charge();
    let call = conversation.extension.start_transaction(conversation.now, &charge, &metadata);
    assert_eq!(conversation.extension.state().transaction, Transaction::Pending, "at once");
    conversation.carry();
    call
}

#[test]
fn a_transaction_is_pending_and_then_has_the_host_s_outcome() {
    let charge_id = || Some("CH1".to_owned());
    for (event, data, outcome) in [
        ("transaction_accepted", json!({ "chargeId": "CH1" }), Transaction::Accepted { charge_id: charge_id() }),
        ("transaction_declined", json!({ "chargeId": "CH1" }), Transaction::Declined { charge_id: charge_id() }),
        ("transaction_failed", json!({ "error": "no card" }), Transaction::Failed { reason: "no card".to_owned() }),
    ] {
        let mut conversation = Conversation::open();
        assert_eq!(conversation.extension.state().transaction, Transaction::None);
        let call = start(&mut conversation);
        assert_eq!(conversation.ends_of(call), [Ok(())]);
        assert_eq!(
            conversation.received_names(),
            ["plugin_inited", "register_transaction_pending", "register_transaction_success"]
        );
        assert_eq!(
            conversation.extension.state().transaction,
            Transaction::Pending,
            "the acknowledgement is no payment"
        );
        conversation.push(event, data);
        assert_eq!(conversation.extension.state().transaction, outcome);
        assert_eq!(conversation.changes_of(Slice::Transaction), 2);
        // Another one starts from the beginning.
        start(&mut conversation);
    }
}

#[test]
fn a_host_that_refuses_or_is_silent_fails_the_transaction() {
    let refusal = RemoteError { message: "no billing".into(), code: None };
    for (answering, error) in [
        (Answering::Refuse(refusal.clone()), CommandError::Refused(refusal)),
        (Answering::Silent, CommandError::TimedOut),
    ] {
        let mut conversation = Conversation::open();
        conversation.host.set_answering(answering);
        let call = start(&mut conversation);
        conversation.advance(10_000);
        assert_eq!(conversation.ends_of(call), [Err(error.clone())]);
        let failed = Transaction::Failed { reason: error.to_string() };
        assert_eq!(conversation.extension.state().transaction, failed);
    }
}

#[test]
fn what_the_host_has_decided_no_late_failure_changes() {
    let mut conversation = Conversation::open();
    conversation.host.set_answering(Answering::Silent);
    start(&mut conversation);
    conversation.push("transaction_accepted", json!({ "chargeId": "CH1" }));
    conversation.advance(10_000);
    let accepted = Transaction::Accepted { charge_id: Some("CH1".to_owned()) };
    assert_eq!(conversation.extension.state().transaction, accepted);
}

#[test]
fn an_outcome_arrives_though_its_charge_cannot_be_read() {
    for (data, charge_id, skipped) in [
        (json!({ "chargeId": 7 }), Some("7"), 0),
        (json!({ "chargeId": {} }), None, 1),
        (json!({}), None, 0),
        (json!(null), None, 1),
    ] {
        let mut conversation = Conversation::open();
        start(&mut conversation);
        conversation.push("transaction_accepted", data.clone());
        let accepted = Transaction::Accepted { charge_id: charge_id.map(str::to_owned) };
        assert_eq!(conversation.extension.state().transaction, accepted, "{data}");
        assert_eq!(conversation.extension.connection().skipped, skipped, "{data}");
    }
}

#[test]
fn a_transaction_for_which_there_is_no_room_sends_nothing_at_all() {
    for (free, inited) in [(0, false), (1, false), (0, true), (1, true)] {
        let mut conversation = if inited { Conversation::open() } else { Conversation::new(Default::default()) };
        conversation.host.set_answering(Answering::Silent);
        let most = if inited { limits::PENDING_COMMANDS } else { limits::QUEUED_COMMANDS };
        for _ in free..most {
            conversation.put("filler");
        }
        let (charge, metadata) = charge();
        let call = conversation.extension.start_transaction(conversation.now, &charge, &metadata);
        conversation.carry();
        assert_eq!(conversation.ends_of(call), [Err(CommandError::QueueFull)], "{free} free, {inited}");
        let failed = Transaction::Failed { reason: CommandError::QueueFull.to_string() };
        assert_eq!(conversation.extension.state().transaction, failed);
        conversation.load();
        conversation.render();
        let names = conversation.received_names();
        assert!(!names.iter().any(|name| name.starts_with("register_transaction")), "{free} free, {inited}");
    }
}
