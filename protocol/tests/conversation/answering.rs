//! When the extension's answers are posted.

use livechat_protocol::{Extension, ExtensionSettings, PutMessage};
use serde_json::{Value, json};

use crate::harness::{HOST, at, event_frame, frame, from_parent, handshake, posts};

/// The types of the posted messages, and whether they can wait.
fn posted(extension: &mut Extension<Value>) -> Vec<(Value, bool)> {
    posts(extension).map(|(frame, can_wait)| (frame["type"].clone(), can_wait)).collect()
}

#[test]
fn only_an_answer_to_an_event_can_wait() {
    let mut extension = Extension::<Value>::new(ExtensionSettings::default(), at(0));
    extension.receive(at(0), from_parent(HOST), || handshake(0));
    assert_eq!(posted(&mut extension), [(json!("response"), false)], "the answer to a handshake");

    extension.rendered(at(0));
    extension.send(at(0), &PutMessage::new("hello").unwrap());
    let commands = posted(&mut extension);
    assert_eq!(commands, vec![(json!("call"), false); 2], "plugin_inited and put_message");

    for number in 0..2 {
        let profile = json!({ "id": format!("C{number}"), "chat": {} });
        extension.receive(at(0), from_parent(HOST), || event_frame(0, "customer_profile", profile));
        assert_eq!(posted(&mut extension), [(json!("response"), true)], "event {number}");
    }

    let unknown = json!({ "method": "unknown", "args": [] });
    extension.receive(at(0), from_parent(HOST), || frame(0, "call", unknown, json!(9)));
    assert_eq!(posted(&mut extension), [(json!("response"), false)], "an error");
}
