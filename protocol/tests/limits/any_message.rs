//! Nothing that a window can send is a panic, and nothing but a valid event changes the state.

use livechat_protocol::{Driver, ExtensionSettings, Host, HostState, LIKELY_HOSTS, from_json, to_json};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::{
    generators::{likely_event, likely_frame, value},
    harness::{Conversation, EXTENSION, HOST, cases::cases, frame, plain},
    oracle::expected,
};

proptest! {
    #![proptest_config(cases(2_000, "proptest-regressions/limits.txt"))]

    #[test]
    fn any_plain_message_is_an_event_or_nothing(message in prop_oneof![value(), likely_event()]) {
        let mut conversation = Conversation::new(plain());
        conversation.render();
        conversation.deliver(HOST, message.clone());
        prop_assert_eq!(conversation.extension.state(), &expected(Some(&message)));
        if !conversation.is_connected() {
            prop_assert_eq!(conversation.inited_at(), LIKELY_HOSTS);
        }
    }

    #[test]
    fn any_argument_of_a_call_is_an_event_or_nothing(argument in prop_oneof![value(), likely_event()]) {
        let mut conversation = Conversation::open();
        let posted = conversation.from_extension.len();
        conversation.deliver(HOST, frame(0, "call", json!({ "method": "handle", "args": [argument.clone()] }), json!(0)));
        prop_assert_eq!(conversation.extension.state(), &expected(Some(&argument)));
        prop_assert_eq!(conversation.from_extension.len(), posted + 1, "it is answered all the same");
    }

    #[test]
    fn any_frame_leaves_the_machine_at_work(message in prop_oneof![value(), likely_event(), likely_frame()]) {
        let mut conversation = Conversation::open();
        let call = conversation.put("hello");
        conversation.deliver(HOST, message.clone());
        // Only a call can carry an event.
        let argument = (message["type"] == "call").then(|| &message["data"]["args"][0]);
        let state = conversation.extension.state().clone();
        prop_assert!(state == HostState::default() || state == expected(argument));
        prop_assert_eq!(conversation.ends_of(call), [Ok(())]);

        // Whatever it was, a host that reloads the iframe is accepted.
        conversation.host = Host::new(Driver::Trusted, "another owner");
        conversation.load();
        conversation.push("customer_profile", json!({ "id": "the last" }));
        let shown = conversation.extension.state().customer_profile.shown().map(|profile| profile.id.clone());
        prop_assert_eq!(shown.as_deref(), Some("the last"));
    }

    #[test]
    fn any_frame_before_the_handshake_is_refused_or_shakes_hands(
        message in prop_oneof![value(), likely_event(), likely_frame()],
    ) {
        let mut conversation = Conversation::new(ExtensionSettings::default());
        conversation.deliver(HOST, message.clone());
        prop_assert_eq!(conversation.extension.state(), &HostState::default());
        let is_handshake = message["type"] == "handshake" && message["@@livechat/postmessenger"] == true;
        prop_assert!(is_handshake || !conversation.is_connected());
        prop_assert_eq!(conversation.refusals().len(), usize::from(!conversation.is_connected()));
    }

    #[test]
    fn a_host_takes_any_message(message in prop_oneof![value(), likely_frame()]) {
        let mut conversation = Conversation::open();
        conversation.host.receive(EXTENSION, &message);
        conversation.carry();
        conversation.push("message_sent", Value::Null);
        prop_assert_eq!(conversation.events(), ["message_sent"]);
    }

    #[test]
    fn json_that_is_small_enough_is_copied_unchanged(value in value()) {
        // Numbers as JavaScript represents them.
        let value: Value = from_json(&value);
        prop_assert_eq!(to_json(&value), Ok(value));
    }
}
