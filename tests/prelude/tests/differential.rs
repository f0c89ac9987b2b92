//! Random conversations.

use std::collections::BTreeMap;

use livechat_protocol::{FINGERPRINT, limits};
use prelude_tests::{Message, Place};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::{
    frames::{ATTACKER, HOST, OTHER_HOST, call, event, event_call, frame, handshake},
    worlds::{Conversation, Seen, named},
};

fn owner() -> impl Strategy<Value = &'static str> + Clone {
    prop_oneof![4 => Just("a"), 1 => Just("b")]
}

/// Events, each with data that can be read.
fn readable() -> impl Strategy<Value = (&'static str, Value)> {
    (0..16, 0..4_u8).prop_map(|(kind, number)| {
        let id = format!("C{number}");
        match kind {
            0..=2 => ("customer_profile", json!({ "id": id, "name": id })),
            3 => ("customer_profile_hidden", json!({ "id": id })),
            4 => ("authorize", json!({ "session_id": id })),
            5 => ("authorize_error", Value::Null),
            6 => ("change_theme", json!({ "theme": if number > 1 { "dark" } else { "light" } })),
            7 | 8 => ("message", json!({ "chat": "T", "message": id, "message_id": id, "message_source": "visitor" })),
            9 => ("message_box_text", json!({ "value": id })),
            10 => ("page_data", json!({ "queryParams": { "page": id } })),
            11 => ("ticket_info", json!({ "id": id })),
            12 => ("transaction_accepted", json!({ "chargeId": id })),
            13 => ("transaction_failed", json!({ "error": id })),
            14 => ("message_sent", Value::Null),
            _ => ("shift", json!({ "number": number })),
        }
    })
}

/// Data that no known event accepts, and values that are not events.
fn unreadable() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(event("customer_profile", json!({ "name": "without id" }))),
        Just(event("change_theme", json!({ "theme": 7 }))),
        Just(event("message_box_text", json!(null))),
        Just(json!({ "event_name": "livechat:" })),
        Just(json!({ "event_name": "other:page_data", "event_data": {} })),
        Just(json!({ "event_name": ["livechat:customer_profile"], "event_data": { "id": "X" } })),
        Just(json!({ "event_name": { "toString": 7 } })),
        Just(json!({ FINGERPRINT: "true" })),
        Just(json!(null)),
        Just(json!("livechat:customer_profile")),
        Just(json!([])),
        Just(json!(7)),
    ]
}

/// A frame with one member of another kind.
fn malformed() -> impl Strategy<Value = Value> {
    let member = prop_oneof![
        Just("owner"),
        Just("instance"),
        Just("request"),
        Just("origin"),
        Just("type"),
        Just("data"),
        Just(FINGERPRINT),
    ];
    let value = prop_oneof![
        Just(json!(null)),
        Just(json!(7)),
        Just(json!(1.5)),
        Just(json!(9_007_199_254_740_992_i64)),
        Just(json!("text")),
        Just(json!([])),
        Just(json!({})),
        Just(json!({ "method": 7, "args": [] })),
        Just(json!({ "method": "handle", "args": {} })),
        Just(json!({ "method": "handle" })),
        Just(json!({ "method": "handle", "args": [] })),
        Just(json!(true)),
    ];
    (any::<bool>(), 0..4_i64, member, value).prop_map(|(is_call, instance, member, value)| {
        let mut frame =
            if is_call { event_call("a", instance, "message_sent", Value::Null, 3) } else { handshake("a", instance) };
        frame[member] = value;
        frame
    })
}

/// The messages of a host, readable or not.
fn said(is_plain: bool, is_tidy: bool) -> BoxedStrategy<Value> {
    let odd = if is_tidy { 0 } else { 2 };
    if is_plain {
        return prop_oneof![
            8 => readable().prop_map(|(name, data)| event(name, data)),
            odd => unreadable(),
            1 => Just(handshake("a", 0)),
        ]
        .boxed();
    }
    let link = (owner(), 0..4_i64);
    prop_oneof![
        4 => link.clone().prop_map(|(owner, instance)| handshake(owner, instance)),
        16 => (link.clone(), readable(), 0..9_i64).prop_map(|((owner, instance), (name, data), request)| {
            event_call(owner, instance, name, data, request)
        }),
        odd => (link.clone(), unreadable()).prop_map(|((owner, instance), data)| {
            call(owner, instance, "handle", json!([data]), 5)
        }),
        1 => link.clone().prop_map(|(owner, instance)| call(owner, instance, "other", json!([]), 6)),
        1 => link.prop_map(|(owner, instance)| frame(owner, instance, "response", json!({ "error": false }), json!(0))),
        odd => malformed(),
        odd => unreadable(),
        1 => readable().prop_map(|(name, data)| event(name, data)),
    ]
    .boxed()
}

fn message(is_plain: bool, is_tidy: bool) -> impl Strategy<Value = Message> {
    let sender = prop_oneof![
        12 => Just((HOST, true, true)),
        1 => Just((OTHER_HOST, true, true)),
        1 => Just((ATTACKER, true, true)),
        1 => Just(("http://localhost:3333", true, true)),
        1 => Just((HOST, false, true)),
        1 => Just((HOST, true, false)),
    ];
    (sender, said(is_plain, is_tidy)).prop_map(|((origin, from_parent, is_trusted), data)| Message {
        origin: origin.to_owned(),
        from_parent,
        is_trusted,
        data,
    })
}

/// Messages, some of them repeated many times in a row. All messages of a flood are readable. `customer_profile_hidden` is
/// not repeated: a flood of it may be shortened.
fn messages(is_plain: bool, is_flood: bool) -> impl Strategy<Value = Vec<Message>> {
    let times = if is_flood { prop_oneof![3 => Just(1), 1 => 1..150_usize].boxed() } else { Just(1).boxed() };
    prop::collection::vec((message(is_plain, is_flood), times), 0..24).prop_map(|runs| {
        let run = |(message, times): (Message, usize)| {
            let leaves = message.data.to_string().contains("customer_profile_hidden");
            std::iter::repeat_n(message, if leaves { 1 } else { times })
        };
        runs.into_iter().flat_map(run).collect()
    })
}

fn conversation() -> impl Strategy<Value = Conversation> {
    (any::<bool>(), prop::bool::weighted(0.1)).prop_flat_map(|(is_plain, is_flood)| {
        // The browser reports the origin that sends the messages; only a conversation without drops may have another one.
        let named = if is_flood { None } else { Some(HOST) };
        let ancestor = prop_oneof![Just(None), Just(named), Just(Some(ATTACKER))];
        let fails_after = prop::option::weighted(0.4, 0..30_usize);
        let texts = prop::collection::vec("[a-z]{1,3}", 0..3);
        (ancestor, messages(is_plain, is_flood), fails_after, messages(is_plain, false), texts).prop_map(
            move |(ancestor, early, fails_after, late, texts)| Conversation {
                place: Place { ancestor: ancestor.map(str::to_owned), ..Place::default() },
                is_plain,
                early,
                fails_after,
                late,
                texts,
            },
        )
    })
}

/// Whether it is from another window and does not imitate a host.
fn is_a_popups(Message { from_parent, is_trusted, data, .. }: &Message) -> bool {
    let is_frame = data.get(FINGERPRINT) == Some(&json!(true));
    let is_event = livechat_protocol::RawEvent::from_wire(data).is_some();
    *is_trusted && !from_parent && !is_frame && !is_event
}

/// The commands of a conversation, and the connections that they were sent on.
fn commands(seen: &Seen) -> Vec<(String, String)> {
    seen.commands.iter().map(named).collect()
}

/// How often `plugin_inited` was sent on each connection. A trusted host begins a new connection with every new owner and
/// instance that is answered; the plain driver has one connection for each origin.
fn inits(seen: &Seen) -> BTreeMap<(usize, String), usize> {
    let mut inits = BTreeMap::new();
    let (mut link, mut number) = (None, 0);
    for post in &seen.posts {
        let (target, frame) = post;
        let is_new = link.as_ref().is_some_and(|link| link != &(frame["owner"].clone(), frame["instance"].clone()));
        number += usize::from(is_new);
        link = Some((frame["owner"].clone(), frame["instance"].clone()));
        if named(post).1 == "plugin_inited" {
            *inits.entry((number, target.clone())).or_default() += 1;
        }
    }
    inits
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(
        std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(300)
    ))]

    #[test]
    fn fault_39_prelude_and_machine_together_behave_like_the_machine_alone(conversation in conversation()) {
        let (with, alone) = (conversation.with_prelude(), conversation.without_prelude());
        let dropped = with.connection.dropped;

        // The state on screen.
        prop_assert_eq!(&with.connection.state, &alone.connection.state);
        let (mut state, mut expected) = (with.state.clone(), alone.state.clone());
        if dropped > 0 {
            let messages: Vec<_> = state.messages.drain(..).collect();
            let all: Vec<_> = expected.messages.drain(..).collect();
            prop_assert!(all.ends_with(&messages), "the latest messages are the ones that stay");
        }
        prop_assert_eq!(state, expected);

        // The answers: to every message, dropped or not, in order.
        prop_assert_eq!(&with.answers, &alone.answers);

        // The counters.
        if dropped == 0 {
            prop_assert_eq!(with.connection.refused, alone.connection.refused);
            prop_assert_eq!(&with.connection.last_refusal, &alone.connection.last_refusal);
            prop_assert_eq!(with.connection.number, alone.connection.number);
        }
        // A popup's messages are not buffered.
        let buffered = conversation.early.iter().filter(|message| !is_a_popups(message)).count();
        prop_assert_eq!(dropped, buffered.saturating_sub(limits::EARLY_MESSAGES) as u64);

        // The commands.
        if conversation.fails_after.is_none() {
            prop_assert_eq!(commands(&with), commands(&alone));
        }
        let others = |seen: &Seen| -> Vec<_> {
            commands(seen).into_iter().filter(|(_, name)| name != "plugin_inited").collect()
        };
        prop_assert_eq!(others(&with), others(&alone));
        let (with, alone) = (inits(&with), inits(&alone));
        prop_assert!(with.values().all(|count| *count == 1), "once a connection: {:?}", with);
        prop_assert!(alone.keys().all(|connection| with.contains_key(connection)), "{:?} {:?}", with, alone);
    }
}
