//! Which threads are in private mode.

use livechat_protocol::{DecodeError, PrivateMode, Slice, decode, decode_noting, limits};
use serde_json::{Value, json};

use crate::harness::Conversation;

fn known(conversation: &Conversation) -> Value {
    serde_json::to_value(&conversation.extension.state().private_mode).unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn each_event_adds_to_what_was_known_before() {
    let mut conversation = Conversation::open();
    assert_eq!(known(&conversation), json!({ "threads": {} }));
    for (threads, expected) in [
        (json!({ "T1": true }), json!({ "T1": true })),
        (json!({ "T2": { "by": "ann" } }), json!({ "T1": true, "T2": { "by": "ann" } })),
        (json!({ "T1": null }), json!({ "T1": null, "T2": { "by": "ann" } })),
        (json!({}), json!({ "T1": null, "T2": { "by": "ann" } })),
    ] {
        conversation.push("private_mode", json!({ "threads": threads }));
        assert_eq!(known(&conversation), json!({ "threads": expected }));
    }
    assert_eq!(conversation.changes_of(Slice::PrivateMode), 3, "an event without news changes nothing");
    assert_eq!(conversation.extension.state().private_mode.get("T2"), Some(json!({ "by": "ann" })));
    assert_eq!(conversation.extension.state().private_mode.get("T3"), None);
}

#[test]
fn an_event_without_threads_is_refused_and_what_was_known_stays() {
    let mut conversation = Conversation::open();
    conversation.push("private_mode", json!({ "threads": { "T1": true } }));
    for data in [json!({}), json!({ "threads": ["T2"] }), Value::Null] {
        assert!(decode::<PrivateMode, Value>(&data).is_err(), "{data}");
        conversation.push("private_mode", data);
    }
    assert_eq!(conversation.extension.connection().refused, 3);
    assert_eq!(known(&conversation), json!({ "threads": { "T1": true } }));
}

#[test]
fn more_than_a_host_may_say_of_a_thread_costs_that_thread_alone() {
    let data = json!({ "threads": { "T1": "x".repeat(limits::THREAD), "T2": true } });
    let (read, skipped) = decode_noting::<PrivateMode, Value>(&data);
    assert_eq!(read.map(|it| it.iter().map(|(id, _)| id.to_owned()).collect::<Vec<_>>()), Ok(vec!["T2".to_owned()]));
    let skipped: Vec<_> = skipped.iter().map(DecodeError::to_string).collect();
    assert_eq!(skipped, ["threads.T1 is text, expected less data about a thread"]);
}

#[test]
fn the_oldest_threads_are_forgotten_first() {
    let mut conversation = Conversation::open();
    for number in 0..=limits::THREADS {
        conversation.push("private_mode", json!({ "threads": { number.to_string(): true } }));
    }
    let private_mode = &conversation.extension.state().private_mode;
    assert_eq!(private_mode.iter().count(), limits::THREADS);
    assert_eq!((private_mode.get("0"), private_mode.get("1")), (None, Some(json!(true))));
}
