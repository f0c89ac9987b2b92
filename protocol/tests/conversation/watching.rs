//! The chats' messages: requested on first use, in order, none lost.

use livechat_protocol::{Answering, Author, Driver, ExtensionSettings, Slice, limits};
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
fn the_host_is_asked_only_once_messages_are_used() {
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
fn a_request_before_the_connection_is_not_forgotten() {
    for settings in [ExtensionSettings::default(), plain()] {
        let mut conversation = Conversation::new(settings);
        watch(&mut conversation);
        conversation.put("first");
        conversation.load();
        if conversation.extension.connection().number == 0 {
            // With the plain driver, the host's first event makes the connection.
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
    let kept: Vec<_> =
        conversation.extension.state().messages.iter().map(|message| message.text().to_owned()).collect();
    assert_eq!(kept, (50..count).map(|number| number.to_string()).collect::<Vec<_>>());
    assert_eq!(conversation.changes_of(Slice::Messages), count);
    conversation.push("message", json!({ "message": "of no chat" }));
    let last = conversation.extension.state().messages.last().expect("a message").text().to_owned();
    assert_eq!(last, (count - 1).to_string(), "one that does not say of which chat it is changes nothing");
}

#[test]
fn a_message_without_text_such_as_a_file_is_a_message() {
    let mut conversation = Conversation::open();
    watch(&mut conversation);
    conversation.push("message", json!({ "chat": "C", "message_id": 7, "message_source": "visitor" }));
    conversation.push("message", json!({ "chat": "C", "message": { "url": "f.png" }, "message_source": "bot" }));
    let messages = &conversation.extension.state().messages;
    let [file, card] = [0, 1].map(|index| &messages[index]);
    assert_eq!((file.message.as_deref(), file.message_id.as_deref()), (None, Some("7")));
    assert_eq!((&file.author, file.is_from_customer()), (&Some(Author::Customer), true));
    assert_eq!((card.text(), &card.author), ("", &Some(Author::Other("bot".to_owned()))));
    let skipped = &conversation.extension.connection().last_skipped;
    assert_eq!(
        skipped.iter().map(ToString::to_string).collect::<Vec<_>>(),
        ["event `message`: message is an object, expected text"]
    );
}

#[test]
fn messages_that_nobody_watches_reach_listeners_and_are_not_stored() {
    let mut conversation = Conversation::open();
    conversation.push("message", message(1));
    assert!(conversation.extension.state().messages.is_empty());
    assert_eq!((conversation.events(), conversation.changes_of(Slice::Messages)), (vec!["message"], 0));
    watch(&mut conversation);
    conversation.push("message", message(2));
    assert_eq!(conversation.extension.state().messages.len(), 1);
}

#[test]
fn messages_that_come_before_the_app_has_rendered_are_stored_for_a_component_that_wants_them() {
    for wanted in [true, false] {
        let mut conversation = Conversation::new(ExtensionSettings::default());
        conversation.load();
        conversation.push("message", message(1));
        if wanted {
            watch(&mut conversation);
        }
        conversation.render();
        assert_eq!(conversation.extension.state().messages.len(), usize::from(wanted));
    }
}

#[test]
fn the_stored_messages_are_bounded_in_bytes_and_the_latest_is_always_stored() {
    let mut conversation = Conversation::open();
    watch(&mut conversation);
    let stored = |conversation: &Conversation| -> usize {
        conversation.extension.state().messages.iter().map(|message| message.text().len()).sum()
    };
    for number in 0..10 {
        let text = number.to_string().repeat(limits::TEXT / 4);
        conversation.push("message", json!({ "chat": "C", "message": text }));
        assert!(stored(&conversation) <= limits::MESSAGES_TEXT);
    }
    let messages = &conversation.extension.state().messages;
    assert_eq!(messages.len(), limits::MESSAGES_TEXT / (limits::TEXT / 4) - 1, "their chats are counted, too");
    assert!(messages.last().is_some_and(|latest| latest.text().starts_with('9')));
    let full = "x".repeat(limits::TEXT);
    conversation.push("message", json!({ "chat": full, "message": full, "message_id": full }));
    assert_eq!(conversation.extension.state().messages.len(), 1);
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
