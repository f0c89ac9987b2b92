//! The host's handshakes, and `plugin_inited`, which follows the one that connects.

use livechat_protocol::{Driver, ExtensionSettings, Host, HostOutput};
use serde_json::{Value, json};

use crate::harness::{Conversation, HOST, at, handshake, settings};

fn sent(host: &mut Host<Value>) -> (usize, usize) {
    let (mut posts, mut gave_up) = (0, 0);
    while let Some(output) = host.poll_output() {
        match output {
            HostOutput::Post(frame) if frame["type"] == "handshake" => posts += 1,
            HostOutput::GaveUp => gave_up += 1,
            other => panic!("an unanswered host has nothing else to say: {other:?}"),
        }
    }
    (posts, gave_up)
}

#[test]
fn a_host_gives_up_after_six_handshakes_at_3_s() {
    let mut host = Host::<Value>::new(Driver::Trusted, "owner");
    assert_eq!(host.next_deadline(), None);
    host.frame_loaded(at(100));
    assert_eq!(sent(&mut host), (1, 0));
    for half in 1..=5 {
        let due = at(100 + 500 * half);
        assert_eq!(host.next_deadline(), Some(due));
        host.elapsed(due - at(1));
        assert_eq!(sent(&mut host), (0, 0), "not before its time");
        host.elapsed(due);
        assert_eq!(sent(&mut host), (1, 0));
    }
    assert_eq!(host.next_deadline(), Some(at(3_100)));
    host.elapsed(at(3_100));
    assert_eq!(sent(&mut host), (0, 1));
    assert_eq!(host.next_deadline(), None);
    host.elapsed(at(60_000));
    assert_eq!(sent(&mut host), (0, 0));
    assert!(!host.is_connected());
}

#[test]
fn a_host_that_gave_up_connects_when_the_iframe_reloads() {
    let mut conversation = Conversation::new(ExtensionSettings::default());
    conversation.host.frame_loaded(at(0));
    while conversation.host.poll_output().is_some() {}
    for half in 1..=6 {
        conversation.host.elapsed(at(500 * half));
        while conversation.host.poll_output().is_some() {}
    }
    assert_eq!(conversation.host.next_deadline(), None);
    conversation.now = at(4_000);
    conversation.load();
    assert!(conversation.host.is_connected() && conversation.is_connected());
}

#[test]
fn an_answer_after_the_host_gave_up_does_not_connect_it() {
    let mut host = Host::<Value>::new(Driver::Trusted, "owner");
    host.frame_loaded(at(0));
    (1..=6).for_each(|half| host.elapsed(at(500 * half)));
    host.receive("https://extension.example", &crate::harness::well(0, Value::Null));
    assert!(!host.is_connected());
}

#[test]
fn a_host_cannot_push_before_the_answer() {
    let mut host = Host::<Value>::new(Driver::Trusted, "owner");
    let event = crate::harness::event("message_sent", Value::Null);
    assert!(host.push(&event).is_err());
    host.frame_loaded(at(0));
    assert!(host.push(&event).is_err());
    host.receive("https://extension.example", &crate::harness::well(0, Value::Null));
    assert!(host.push(&event).is_ok());
}

#[test]
fn plugin_inited_waits_for_the_app_to_render() {
    let mut conversation = Conversation::new(ExtensionSettings::default());
    conversation.load();
    conversation.advance(2_000);
    assert!(conversation.received_names().is_empty(), "the host's loader gives way to content, not to a blank page");
    conversation.render();
    assert_eq!(conversation.received_names(), ["plugin_inited"]);
}

#[test]
fn plugin_inited_waits_for_the_connection() {
    let mut conversation = Conversation::new(ExtensionSettings::default());
    conversation.render();
    assert!(conversation.from_extension.is_empty());
    conversation.load();
    assert_eq!(conversation.received_names(), ["plugin_inited"]);
}

#[test]
fn plugin_inited_is_sent_once_a_connection() {
    let mut conversation = Conversation::open();
    conversation.render();
    conversation.put("hello");
    conversation.push("customer_profile", json!({ "id": "C1" }));
    conversation.render();
    assert_eq!(conversation.received_names(), ["plugin_inited", "put_message"]);
}

#[test]
fn the_same_handshake_again_is_answered_again_and_nothing_else() {
    let mut conversation = Conversation::open();
    conversation.put("hello");
    let (commands, changes) = (conversation.posted_names().len(), conversation.extension_said.len());
    for _ in 0..5 {
        let answered = conversation.from_extension.len();
        conversation.deliver(HOST, handshake(0));
        let answers = &conversation.from_extension[answered..];
        assert_eq!(answers.len(), 1);
        assert_eq!(answers[0].1["data"], json!({ "error": false, "result": {} }));
    }
    assert_eq!(conversation.posted_names().len(), commands, "no new `plugin_inited`, no command sent again");
    assert_eq!(conversation.extension_said.len(), changes, "nothing changed, nothing failed");
}

#[test]
fn fault_09_noise_does_not_delay_the_handshake() {
    let mut conversation = Conversation::new(settings(|settings| settings.connect_timeout = at(1_000)));
    for _ in 0..1_000 {
        conversation.extension.receive(
            conversation.now,
            livechat_protocol::Envelope { from_parent: false, ..crate::harness::from_parent(HOST) },
            || handshake(5),
        );
        conversation.carry();
    }
    conversation.load();
    conversation.render();
    assert_eq!(conversation.received_names(), ["plugin_inited"]);
    assert_eq!(conversation.extension.connection().refused, 1_000);
}
