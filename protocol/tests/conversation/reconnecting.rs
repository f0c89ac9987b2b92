//! The host or the iframe reloads in the middle of a conversation.

use livechat_protocol::{Answering, CommandError, Driver, Host, HostOutput, RefusalReason, Slice, Theme};
use serde_json::{Value, json};

use crate::harness::{Conversation, EXTENSION, HOST, event_frame, handshake, well};

fn with_a_profile() -> Conversation {
    let mut conversation = Conversation::open();
    conversation.push("customer_profile", json!({ "id": "C1", "name": "Mary Brown" }));
    conversation.push("change_theme", json!({ "theme": "dark" }));
    conversation
}

#[test]
fn fault_34_a_new_connection_interrupts_calls_and_keeps_the_state() {
    let mut conversation = with_a_profile();
    conversation.host.set_answering(Answering::Silent);
    let call = conversation.put("hello");
    let state = conversation.extension.state().clone();
    let changes = conversation.changes_of(Slice::CustomerProfile);

    conversation.load();
    assert_eq!(conversation.ends_of(call), [Err(CommandError::Interrupted)]);
    assert_eq!(conversation.extension.state(), &state);
    assert_eq!(conversation.changes_of(Slice::CustomerProfile), changes);
    assert!(conversation.is_connected() && conversation.host.is_connected());
    assert_eq!(conversation.received_names(), ["plugin_inited", "put_message", "plugin_inited"]);
    assert_eq!(conversation.received_texts(), ["hello"], "it is for the caller to send it again");
}

#[test]
fn the_new_connection_works_both_ways() {
    let mut conversation = with_a_profile();
    conversation.load();
    let call = conversation.put("hello again");
    conversation.push("customer_profile", json!({ "id": "C2" }));
    assert_eq!(conversation.ends_of(call), [Ok(())]);
    assert_eq!(conversation.extension.state().customer_profile.shown().expect("a profile").id, "C2");
    let (_, last) = conversation.from_extension.last().expect("the extension answered");
    assert_eq!(last["instance"], json!(1), "it speaks on the new connection alone");
}

#[test]
fn each_push_is_acknowledged_by_its_own_number_on_its_own_connection() {
    let mut conversation = Conversation::open();
    for connection in 0..3 {
        conversation.load();
        for _ in 0..3 {
            conversation.push("customer_profile", json!({ "id": "C1" }));
            let (call, (target, answer)) = (
                conversation.from_host.last().expect("a call"),
                conversation.from_extension.last().expect("an answer"),
            );
            assert_eq!((&call["type"], &answer["type"]), (&json!("call"), &json!("response")));
            for member in ["owner", "instance", "request"] {
                assert_eq!(answer[member], call[member], "{member} on connection {connection}");
            }
            assert_eq!(answer["data"], json!({ "error": false }));
            assert_eq!(answer["origin"], json!(target.to_string()));
        }
    }
}

#[test]
fn fault_34_each_of_many_connections_gets_one_plugin_inited() {
    let mut conversation = Conversation::open();
    for _ in 0..20 {
        conversation.load();
        conversation.deliver(HOST, conversation.from_host.last().cloned().expect("a frame"));
    }
    assert_eq!(conversation.received_names(), ["plugin_inited"; 21]);
    let mut instances: Vec<_> = conversation
        .from_extension
        .iter()
        .filter(|(_, frame)| frame["type"] == "call")
        .filter_map(|(_, frame)| frame["instance"].as_i64())
        .collect();
    instances.dedup();
    assert_eq!(instances, (0..=20).collect::<Vec<_>>());
}

#[test]
fn a_host_of_another_name_is_a_new_connection_too() {
    let mut conversation = with_a_profile();
    conversation.host.set_answering(Answering::Silent);
    let call = conversation.put("hello");
    let mut other = handshake(0);
    other["owner"] = json!("the host, reloaded");
    conversation.deliver(HOST, other);
    assert_eq!(conversation.ends_of(call), [Err(CommandError::Interrupted)]);
    assert_eq!(conversation.posted_names(), ["plugin_inited", "put_message", "plugin_inited"]);
    let (_, last) = conversation.from_extension.last().expect("`plugin_inited`");
    assert_eq!(last["owner"], json!("the host, reloaded"));
}

#[test]
fn messages_of_the_old_connection_are_refused() {
    let mut conversation = with_a_profile();
    conversation.load();
    conversation.host.set_answering(Answering::Silent);
    let call = conversation.put("hello");
    let posted = conversation.from_extension.len();
    // Both connections use the extension's single counter: this request never belonged to the old one.
    for late in [well(0, 0), well(0, 1), well(0, 2), event_frame(0, "change_theme", json!({ "theme": "light" }))] {
        conversation.deliver(HOST, late);
        assert_eq!(conversation.refusals().pop().expect("it is refused").reason, RefusalReason::OtherConnection);
    }
    assert_eq!(conversation.ends_of(call), []);
    assert_eq!(conversation.extension.state().theme, Theme::Dark);
    assert_eq!(conversation.from_extension.len(), posted, "the old connection is not answered");
}

/// `@livechat/postmessage` counts its connections upwards, and drops an older one before it begins the next: a late
/// handshake must not lead the extension back to a connection that nobody listens on.
#[test]
fn a_late_handshake_of_a_superseded_connection_does_not_bring_it_back() {
    let mut conversation = with_a_profile();
    conversation.load();
    conversation.host.set_answering(Answering::Silent);
    let call = conversation.put("hello");
    let posted = conversation.from_extension.len();
    conversation.deliver(HOST, handshake(0));
    assert_eq!(conversation.refusals().pop().expect("it is refused").reason, RefusalReason::OtherConnection);
    assert_eq!(conversation.from_extension.len(), posted);
    assert_eq!(conversation.ends_of(call), [], "the present connection goes on");
    conversation.host.set_answering(Answering::Accept);
    let next = conversation.put("and on");
    assert_eq!(conversation.ends_of(next), [Ok(())]);
}

#[test]
fn a_reload_before_the_app_has_rendered_loses_nothing() {
    let mut conversation = Conversation::new(livechat_protocol::ExtensionSettings::default());
    let call = conversation.put("hello");
    conversation.load();
    conversation.load();
    assert_eq!(conversation.ends_of(call), []);
    conversation.render();
    assert_eq!(conversation.received_names(), ["plugin_inited", "put_message"]);
    assert_eq!(conversation.ends_of(call), [Ok(())]);
}

#[test]
fn a_host_ignores_frames_of_an_older_connection() {
    let mut conversation = Conversation::open();
    let (_, old) = conversation.from_extension[1].clone();
    assert_eq!(old["type"], json!("call"));
    conversation.load();
    let before = conversation.received_names().len();
    conversation.host.receive(EXTENSION, &old);
    conversation.carry();
    assert_eq!(conversation.received_names().len(), before);
    assert_eq!(conversation.host_said.last(), Some(&HostOutput::Ignored));
}

#[test]
fn a_push_of_the_old_connection_is_not_acknowledged_on_the_new_one() {
    let mut host = Host::<Value>::new(Driver::Trusted, crate::harness::OWNER);
    for instance in 0..2 {
        host.frame_loaded(crate::harness::at(0));
        host.receive(EXTENSION, &well(instance, Value::Null));
        assert!(host.is_connected());
        if instance == 0 {
            host.push(&crate::harness::event("message_sent", Value::Null)).expect("connected");
        }
    }
    while host.poll_output().is_some() {}
    host.receive(EXTENSION, &well(1, 0));
    assert_eq!(host.poll_output(), Some(HostOutput::Ignored));
}
