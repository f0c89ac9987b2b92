//! How host and extension connect, and what is reported if they do not.

use livechat_protocol::{CommandError, ConnectError, ConnectionState, Driver, ExtensionSettings, OriginRefusal, Slice};
use serde_json::{Value, json};

use crate::harness::{Conversation, HOST, at, handshake, settings};

fn connected() -> ConnectionState {
    crate::harness::connected(Driver::Trusted)
}

#[test]
fn the_first_handshake_connects() {
    let mut conversation = Conversation::new(ExtensionSettings::default());
    assert_eq!(conversation.connection(), &ConnectionState::Connecting);
    conversation.load();
    assert_eq!(conversation.connection(), &connected());
    assert!(conversation.host.is_connected());
    assert_eq!(conversation.changes_of(Slice::Connection), 1);
}

#[test]
fn fault_10_a_silent_host_times_out_and_may_still_connect() {
    let mut conversation = Conversation::new(ExtensionSettings::default());
    let call = conversation.put("hello");
    conversation.advance(4_999);
    assert_eq!(conversation.connection(), &ConnectionState::Connecting);
    conversation.advance(1);
    assert_eq!(conversation.connection(), &ConnectionState::Failed(ConnectError::TimedOut { seconds: 5 }));
    assert_eq!(conversation.changes_of(Slice::Connection), 1);
    assert_eq!(conversation.ends_of(call), []);

    conversation.advance(1_000);
    conversation.load();
    conversation.render();
    assert_eq!(conversation.connection(), &connected());
    assert_eq!(conversation.received_names(), ["plugin_inited", "put_message"]);
    assert_eq!(conversation.ends_of(call), [Ok(())]);
}

#[test]
fn the_time_to_connect_is_settable() {
    let mut conversation = Conversation::new(settings(|settings| settings.connect_timeout = at(2_000)));
    conversation.advance(1_999);
    assert_eq!(conversation.connection(), &ConnectionState::Connecting);
    conversation.advance(1);
    assert_eq!(conversation.connection(), &ConnectionState::Failed(ConnectError::TimedOut { seconds: 2 }));
}

#[test]
fn a_connection_in_time_is_not_timed_out_later() {
    let mut conversation = Conversation::open();
    conversation.advance(60_000);
    assert_eq!(conversation.connection(), &connected());
    assert_eq!(conversation.extension.next_deadline(), None);
}

#[test]
fn a_parent_that_is_no_host_is_named_in_the_time_out() {
    let mut conversation = Conversation::new(ExtensionSettings::default());
    conversation.deliver("https://attacker.example", handshake(0));
    assert_eq!(conversation.connection(), &ConnectionState::Connecting);
    conversation.advance(5_000);
    let refused = ConnectError::Refused { origin: "https://attacker.example".into(), reason: OriginRefusal::Domain };
    assert_eq!(conversation.connection(), &ConnectionState::Failed(refused));
    assert!(conversation.from_extension.is_empty(), "nothing is sent to an origin that is not admitted");
}

#[test]
fn fault_11_a_page_outside_an_iframe_is_reported_immediately() {
    let mut conversation = Conversation::new(settings(|settings| settings.in_frame = false));
    assert_eq!(conversation.connection(), &ConnectionState::NotInFrame);
    assert_eq!(conversation.extension.next_deadline(), None);
    conversation.render();
    let call = conversation.put("hello");
    assert_eq!(conversation.ends_of(call), [Err(CommandError::NotInFrame)]);
    conversation.deliver(HOST, handshake(0));
    assert_eq!(conversation.connection(), &ConnectionState::NotInFrame);
    assert!(conversation.from_extension.is_empty());
    assert!(conversation.refusals().is_empty(), "a page of its own hears all sorts of messages");
}

#[test]
fn a_refused_origin_of_any_length_is_shown_cut() {
    let mut conversation = Conversation::new(ExtensionSettings::default());
    conversation.deliver(&format!("https://{}é", "x".repeat(1_000_000)), Value::Null);
    let shown = &conversation.refusals()[0].origin;
    assert_eq!(shown.chars().count(), 256);
}

#[test]
fn a_frame_that_is_no_handshake_does_not_pin_its_origin() {
    let mut conversation = Conversation::new(ExtensionSettings::default());
    let noise = [
        json!(null),
        json!({ "event_name": "livechat:change_theme", "event_data": { "theme": "dark" } }),
        crate::harness::event_frame(0, "change_theme", json!({ "theme": "dark" })),
        crate::harness::frame(0, "handshake", Value::Null, json!("not a number")),
    ];
    for data in noise {
        conversation.deliver(crate::harness::OTHER_HOST, data);
        assert_eq!(conversation.connection(), &ConnectionState::Connecting);
    }
    conversation.load();
    assert_eq!(conversation.connection(), &connected());
    assert_eq!(conversation.extension.state().theme, livechat_protocol::Theme::Light);
}

#[test]
fn another_admitted_origin_is_refused_once_one_is_pinned() {
    let mut conversation = Conversation::open();
    let posted = conversation.from_extension.len();
    for data in [handshake(1), crate::harness::event_frame(0, "change_theme", json!({ "theme": "dark" }))] {
        conversation.deliver(crate::harness::OTHER_HOST, data);
        let refusal = conversation.refusals().pop().expect("it is refused");
        assert_eq!(refusal.reason, OriginRefusal::NotPinned.into());
        assert_eq!(refusal.origin, crate::harness::OTHER_HOST);
    }
    assert_eq!(conversation.from_extension.len(), posted, "nothing is answered");
    assert_eq!(conversation.connection(), &connected());
    assert_eq!(conversation.extension.state().theme, livechat_protocol::Theme::Light);
}

#[test]
fn the_pin_outlives_the_connection() {
    let mut conversation = Conversation::open();
    conversation.load();
    conversation.deliver(crate::harness::OTHER_HOST, handshake(9));
    assert_eq!(conversation.refusals().pop().expect("it is refused").reason, OriginRefusal::NotPinned.into());
    assert_eq!(conversation.connection(), &connected());
}
