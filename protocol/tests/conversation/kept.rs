//! Messages from before the application started, buffered by the page's prelude.

use livechat_protocol::{Driver, Extension, ExtensionSettings, Kept, PutMessage, TakeOver};
use serde_json::{Value, json};

use crate::harness::{HOST, at, connected, event_frame, from_parent, handshake, posted_command, posts};

const ANSWERED: Kept = Kept { answered: true };

fn posted(extension: &mut Extension<Value>) -> Vec<Value> {
    posts(extension).map(|(frame, _)| frame).collect()
}

#[test]
fn fault_27_a_kept_handshake_is_not_answered_again_and_what_came_after_it_is_not_lost() {
    let mut extension = Extension::<Value>::new(ExtensionSettings::default(), at(0));
    extension.receive_kept(at(6_000), from_parent(HOST), ANSWERED, || handshake(0));
    let profile = json!({ "id": "C1", "name": "Mary Brown" });
    extension
        .receive_kept(at(6_000), from_parent(HOST), Kept::default(), || event_frame(0, "customer_profile", profile));
    assert_eq!(extension.connection().state, connected(Driver::Trusted));
    assert!(extension.state().customer_profile.shown().is_some_and(|customer| customer.id == "C1"));
    let frames = posted(&mut extension);
    assert_eq!(frames.len(), 1, "only the event is answered: {frames:?}");
    assert_eq!((&frames[0]["type"], &frames[0]["request"]), (&json!("response"), &json!(0)));
    extension.rendered(at(6_001));
    let frames = posted(&mut extension);
    assert_eq!(frames.iter().filter_map(posted_command).count(), 1);
    assert_eq!(posted_command(&frames[0]).map(|command| &command["message"]), Some(&json!("plugin_inited")));
}

#[test]
fn fault_37_what_the_prelude_kept_is_judged_like_everything_else() {
    let mut extension = Extension::<Value>::new(ExtensionSettings::default(), at(0));
    extension.receive_kept(at(0), from_parent("https://attacker.example"), ANSWERED, || handshake(0));
    extension.receive_kept(at(0), from_parent(HOST), Kept::default(), || event_frame(0, "change_theme", json!({})));
    assert_eq!(extension.connection().refused, 2, "another origin, and a frame before any handshake");
    assert!(posted(&mut extension).is_empty());
}

#[test]
fn fault_37_after_the_prelude_gave_way_plugin_inited_is_not_sent_again() {
    let mut extension = Extension::<Value>::new(ExtensionSettings::default(), at(0));
    extension.receive_kept(at(30_000), from_parent(HOST), ANSWERED, || handshake(0));
    extension.taken_over(&TakeOver { inited_at: vec![HOST.to_owned()], dropped: 0 });
    extension.rendered(at(30_001));
    extension.send(at(30_002), &PutMessage::new("hello").unwrap());
    let frames = posted(&mut extension);
    let names: Vec<_> = frames.iter().filter_map(posted_command).map(|command| &command["message"]).collect();
    assert_eq!(names, [&json!("put_message")]);
}

#[test]
fn fault_37_after_the_prelude_gave_way_a_new_connection_gets_plugin_inited_again() {
    let mut extension = Extension::<Value>::new(ExtensionSettings::default(), at(0));
    extension.receive_kept(at(0), from_parent(HOST), ANSWERED, || handshake(0));
    extension.taken_over(&TakeOver { inited_at: vec![HOST.to_owned()], dropped: 0 });
    extension.rendered(at(1));
    extension.receive(at(2), from_parent(HOST), || handshake(1));
    let frames = posted(&mut extension);
    assert_eq!(frames.iter().filter_map(posted_command).count(), 1);
}

#[test]
fn fault_27_a_call_that_was_answered_is_not_answered_again() {
    let mut extension = Extension::<Value>::new(ExtensionSettings::default(), at(0));
    extension.receive_kept(at(0), from_parent(HOST), ANSWERED, || handshake(0));
    let profile = json!({ "id": "C1" });
    extension.receive_kept(at(0), from_parent(HOST), ANSWERED, || event_frame(0, "customer_profile", profile));
    assert!(extension.state().customer_profile.shown().is_some());
    assert!(posted(&mut extension).is_empty());
}

#[test]
fn messages_that_there_was_no_room_for_are_counted() {
    let mut extension = Extension::<Value>::new(ExtensionSettings::default(), at(0));
    extension.taken_over(&TakeOver { inited_at: Vec::new(), dropped: 3 });
    extension.dropped(1);
    assert_eq!(extension.connection().dropped, 4);
}
