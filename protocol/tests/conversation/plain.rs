//! The plain driver: no handshake, no answers.

use livechat_protocol::{
    ConnectError, ConnectionState, Driver, ExtensionSettings, OriginRefusal, RefusalReason, Theme,
};
use serde_json::{Value, json};

use crate::harness::{Conversation, HOST, OTHER_HOST, event, event_frame, handshake, plain};

fn with_parent(origin: &str) -> ExtensionSettings {
    let mut settings = plain();
    settings.parent_origin = Some(origin.to_owned());
    settings
}

fn connected() -> ConnectionState {
    crate::harness::connected(Driver::Plain)
}

fn dark() -> Value {
    event("change_theme", json!({ "theme": "dark" })).to_wire()
}

#[test]
fn a_parent_that_the_browser_names_is_connected_at_once() {
    let mut conversation = Conversation::new(with_parent(HOST));
    assert_eq!(conversation.connection(), &connected());
    assert!(conversation.from_extension.is_empty(), "nothing is posted before the app has rendered");
    conversation.render();
    let call = conversation.put("hello");
    assert_eq!(conversation.ends_of(call), [Ok(())], "without acknowledgements, posted is done");
    assert_eq!(conversation.posted_names(), ["plugin_inited", "put_message"]);
    assert!(conversation.from_extension.iter().all(|(target, _)| target.to_string() == HOST));
    conversation.advance(60_000);
    assert_eq!(conversation.connection(), &connected());
}

#[test]
fn without_a_parent_origin_the_first_event_connects() {
    let mut conversation = Conversation::new(plain());
    conversation.render();
    let call = conversation.put("hello");
    assert_eq!(conversation.connection(), &ConnectionState::Connecting);
    assert!(conversation.from_extension.is_empty(), "nothing is posted before the host is known");
    conversation.load();
    conversation.push("change_theme", json!({ "theme": "dark" }));
    assert_eq!(conversation.connection(), &connected());
    assert_eq!(conversation.received_names(), ["plugin_inited", "put_message"]);
    assert_eq!(conversation.ends_of(call), [Ok(())]);
    assert_eq!(conversation.extension.state().theme, Theme::Dark, "the event itself is not lost");
}

#[test]
fn fault_08_a_parent_that_is_not_admitted_is_not_posted_to() {
    for parent in
        ["http://my.livechatinc.com", "https://attacker.example", "null", "", "https://my.livechatinc.com:444"]
    {
        let mut conversation = Conversation::new(with_parent(parent));
        conversation.render();
        conversation.put("hello");
        assert_eq!(conversation.connection(), &ConnectionState::Connecting, "{parent}");
        assert!(conversation.from_extension.is_empty(), "{parent}");
    }
}

#[test]
fn what_is_no_event_does_not_connect() {
    let mut conversation = Conversation::new(plain());
    conversation.render();
    for data in [
        json!(null),
        json!("livechat:change_theme"),
        json!({ "event_name": "other:change_theme" }),
        json!({ "event_name": ["livechat:change_theme"] }),
        handshake(0),
        event_frame(0, "change_theme", json!({ "theme": "dark" })),
    ] {
        conversation.deliver(HOST, data.clone());
        assert_eq!(conversation.connection(), &ConnectionState::Connecting, "{data}");
        assert_eq!(conversation.refusals().pop().expect("it is refused").reason, RefusalReason::NotForUs);
    }
    assert!(conversation.from_extension.is_empty());
    assert_eq!(conversation.extension.state().theme, Theme::Light);
}

#[test]
fn another_admitted_origin_is_refused_once_one_is_pinned() {
    for settings in [with_parent(HOST), plain()] {
        let mut conversation = Conversation::new(settings);
        conversation.render();
        conversation.deliver(HOST, event("message_sent", Value::Null).to_wire());
        conversation.deliver(OTHER_HOST, dark());
        assert_eq!(conversation.refusals().pop().expect("it is refused").reason, OriginRefusal::NotPinned.into());
        assert_eq!(conversation.extension.state().theme, Theme::Light);
        conversation.put("hello");
        assert!(conversation.from_extension.iter().all(|(target, _)| target.to_string() == HOST));
    }
}

#[test]
fn plugin_inited_is_posted_once() {
    let mut conversation = Conversation::new(plain());
    conversation.render();
    conversation.deliver(HOST, dark());
    conversation.deliver(HOST, dark());
    conversation.render();
    assert_eq!(conversation.posted_names(), ["plugin_inited"]);
}

#[test]
fn fault_10_a_silent_host_times_out_and_connects_with_an_event() {
    let mut conversation = Conversation::new(plain());
    conversation.render();
    conversation.advance(5_000);
    assert_eq!(conversation.connection(), &ConnectionState::Failed(ConnectError::TimedOut { seconds: 5 }));
    conversation.deliver(HOST, dark());
    assert_eq!(conversation.connection(), &connected());
    assert_eq!(conversation.posted_names(), ["plugin_inited"]);
}

#[test]
fn a_trusted_extension_takes_no_plain_events() {
    let mut conversation = Conversation::open();
    conversation.deliver(HOST, dark());
    assert_eq!(conversation.extension.state().theme, Theme::Light);
    assert_eq!(conversation.refusals().pop().expect("it is refused").reason, RefusalReason::NotForUs);
}

#[test]
fn an_event_with_unreadable_data_is_refused_and_says_who_the_host_is_all_the_same() {
    let mut conversation = Conversation::new(plain());
    conversation.render();
    conversation.deliver(HOST, event("change_theme", json!({ "theme": "sepia" })).to_wire());
    assert_eq!(conversation.refusals().len(), 1);
    assert_eq!(conversation.extension.state().theme, Theme::Light);
    assert_eq!(conversation.connection(), &connected(), "who speaks is judged by origin, not by data");
    conversation.deliver(OTHER_HOST, dark());
    assert_eq!(conversation.extension.state().theme, Theme::Light);
}

#[test]
fn a_wrong_guess_at_the_parent_is_put_right_by_its_first_event_and_then_pinned() {
    let mut conversation = Conversation::new(with_parent(OTHER_HOST));
    conversation.render();
    assert!(conversation.from_extension.iter().all(|(target, _)| target.to_string() == OTHER_HOST));
    conversation.deliver(HOST, dark());
    assert_eq!(conversation.connection(), &connected());
    let (target, inited) = conversation.from_extension.last().expect("it is said again, to the host itself");
    assert_eq!((target.to_string().as_str(), &inited["message"]), (HOST, &json!("plugin_inited")));
    conversation.deliver(OTHER_HOST, dark());
    let refusal = conversation.refusals().pop().expect("the host is pinned");
    assert_eq!(refusal.reason, OriginRefusal::NotPinned.into());
}
