//! The chats' messages: asked for once somebody wants them, in order, none lost.

use livechat_protocol::{Answering, Driver, ExtensionSettings, Slice, limits};
use serde_json::{Value, json};

use crate::harness::{Conversation, plain};

fn message(number: usize) -> Value {
    json!({ "chat": "C", "message": number.to_string(), "message_id": number.to_string(), "message_source": "visitor" })
}

fn watch(conversation: &mut Conversation) {
    conversation.extension.watch_messages(conversation.now);
    conversation.carry();
}

fn asked(conversation: &Conversation) -> usize {
    conversation.received_names().iter().filter(|name| **name == "watch_messages").count()
}

#[test]
fn nobody_is_asked_before_somebody_wants_them() {
    let conversation = Conversation::open();
    assert_eq!(asked(&conversation), 0);
}

#[test]
fn the_host_is_asked_once_however_many_want_them() {
    let mut conversation = Conversation::open();
    for _ in 0..3 {
        watch(&mut conversation);
    }
    assert_eq!(conversation.received_names(), ["plugin_inited", "watch_messages"]);
}

#[test]
fn who_wants_them_before_the_connection_is_not_forgotten() {
    for settings in [ExtensionSettings::default(), plain()] {
        let mut conversation = Conversation::new(settings);
        watch(&mut conversation);
        conversation.put("first");
        conversation.load();
        if conversation.extension.connection().number == 0 {
            // By the plain driver, the host's first event makes the connection.
            conversation.push("message_sent", Value::Null);
        }
        conversation.render();
        assert_eq!(conversation.received_names(), ["plugin_inited", "watch_messages", "put_message"]);
    }
}

#[test]
fn a_new_connection_is_asked_again() {
    let mut conversation = Conversation::open();
    watch(&mut conversation);
    assert_eq!(conversation.extension.connection().number, 1);
    conversation.load();
    assert_eq!(conversation.extension.connection().number, 2);
    assert_eq!(conversation.received_names(), ["plugin_inited", "watch_messages", "plugin_inited", "watch_messages"]);
}

#[test]
fn a_host_that_refuses_is_not_asked_over_and_over() {
    let mut conversation = Conversation::open();
    conversation.host.set_answering(Answering::Silent);
    watch(&mut conversation);
    conversation.advance(60_000);
    watch(&mut conversation);
    assert_eq!(asked(&conversation), 1);
    assert_eq!(
        conversation.extension.connection().last_failure.as_ref().map(|failure| failure.command.as_str()),
        Some("watch_messages")
    );
}

#[test]
fn messages_come_in_order_and_the_latest_are_kept() {
    let mut conversation = Conversation::open();
    watch(&mut conversation);
    let count = limits::MESSAGES + 50;
    for number in 0..count {
        conversation.push("message", message(number));
    }
    assert_eq!(conversation.events(), vec!["message"; count], "every one reached the app");
    let kept: Vec<_> = conversation.extension.state().messages.iter().map(|message| message.message.clone()).collect();
    assert_eq!(kept, (50..count).map(|number| number.to_string()).collect::<Vec<_>>());
    assert_eq!(conversation.changes_of(Slice::Messages), count);
    conversation.push("message", json!({ "chat": "C" }));
    assert_eq!(conversation.extension.state().messages.len(), limits::MESSAGES, "a bad one changes nothing");
}

#[test]
fn the_connections_are_counted_by_either_driver() {
    for driver in [Driver::Trusted, Driver::Plain] {
        let mut settings = ExtensionSettings::default();
        settings.launch.driver = driver;
        settings.parent_origin = Some(crate::harness::HOST.to_owned());
        let mut conversation = Conversation::new(settings);
        conversation.load();
        conversation.render();
        conversation.push("message_sent", Value::Null);
        assert_eq!(conversation.extension.connection().number, 1, "{driver:?}");
    }
}
