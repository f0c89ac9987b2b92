//! One test for each earlier bug.

use livechat_protocol::{CustomerProfileState, HostState, LIKELY_HOSTS, Theme, limits};
use prelude_tests::{Message, Place};
use serde_json::{Value, json};

use crate::{
    frames::{ATTACKER, HOST, OTHER_HOST, call, event, event_call, frame, handshake},
    worlds::{Conversation, Seen, named},
};

fn host(data: Value) -> Message {
    Message::from_parent(HOST, data)
}

fn profile(id: &str, request: i64) -> Message {
    host(event_call("a", 0, "customer_profile", json!({ "id": id }), request))
}

fn chat_message(request: i64) -> Message {
    let data = json!({ "chat": "T", "message": "hi", "message_id": request.to_string(), "message_source": "visitor" });
    host(event_call("a", 0, "message", data, request))
}

fn shown(seen: &Seen) -> Option<&str> {
    shown_of(&seen.state)
}

fn shown_of(state: &HostState) -> Option<&str> {
    match &state.customer_profile {
        CustomerProfileState::Shown(profile) => Some(&profile.id),
        _ => None,
    }
}

/// The requests that were answered, in order.
fn answered(seen: &Seen) -> Vec<Option<i64>> {
    seen.answers.iter().map(|(_, frame)| frame["request"].as_i64()).collect()
}

#[test]
fn fault_39_more_messages_than_there_is_room_for_lose_neither_customer_nor_session_and_each_is_answered() {
    let early = [host(handshake("a", 0)), profile("C1", 0), host(event_call("a", 0, "authorize", json!("S1"), 1))];
    let conversation = Conversation::of(early.into_iter().chain((2..1_000).map(chat_message)));
    let seen = conversation.with_prelude();
    assert_eq!(shown(&seen), Some("C1"));
    assert_eq!(seen.state.session, conversation.without_prelude().state.session);
    let expected: Vec<_> = std::iter::once(None).chain((0..1_000).map(Some)).collect();
    assert_eq!(answered(&seen), expected);
    assert_eq!(seen.connection.dropped, 1_001 - limits::EARLY_MESSAGES as u64);
    let last = seen.state.messages.last().map(|message| message.message_id.clone()).unwrap_or_default();
    assert_eq!(last.as_deref(), Some("999"));
}

#[test]
fn fault_39_of_a_flood_of_profiles_the_latest_is_shown() {
    let conversation = Conversation::of(
        std::iter::once(host(handshake("a", 0))).chain((0..1_000).map(|id| profile(&format!("C{id}"), id))),
    );
    assert_eq!(shown(&conversation.with_prelude()), Some("C999"));
}

#[test]
fn fault_39_a_customer_who_has_left_is_not_shown_again_when_much_comes_after() {
    let hidden = |id: &str| host(event_call("a", 0, "customer_profile_hidden", json!({ "id": id }), 1));
    let theme = host(event_call("a", 0, "change_theme", json!({ "theme": "dark" }), 2));
    let early = [host(handshake("a", 0)), profile("C1", 0), hidden("C1"), theme];
    let after = |flood| Conversation::of(early.iter().cloned().chain(std::iter::repeat_n(flood, 300)));
    let conversation = after(chat_message(3));
    let state = conversation.with_prelude().state;
    assert_eq!(state.customer_profile, conversation.without_prelude().state.customer_profile);
    let seen = after(hidden("Z")).with_prelude();
    assert_eq!((shown(&seen), seen.state.theme), (None, Theme::Dark), "nobody, and nothing else is lost");
}

#[test]
fn fault_39_noise_takes_no_place_from_the_host() {
    let noise = [
        Message::from_parent(ATTACKER, handshake("x", 0)),
        Message { from_parent: false, ..host(handshake("a", 9)) },
        Message { is_trusted: false, ..host(handshake("a", 9)) },
        host(json!("noise")),
    ];
    let flood = std::iter::repeat_n(noise, 300).flatten();
    let early = [host(handshake("a", 0)), profile("C1", 0), host(event_call("a", 0, "shift", json!(1), 1))];
    let conversation = Conversation::of(early.into_iter().chain(flood).chain([profile("C2", 2)]));
    let seen = conversation.with_prelude();
    assert_eq!(shown(&seen), Some("C2"));
    assert_eq!(answered(&seen), [None, Some(0), Some(1), Some(2)]);
    let left = conversation.page().take_over();
    let of_host = left.buffered.iter().filter(|buffered| buffered.answered).count();
    assert_eq!((of_host, left.buffered.len()), (4, limits::EARLY_MESSAGES));
}

#[test]
fn messages_of_a_popup_are_neither_buffered_nor_counted() {
    let popup =
        Message { from_parent: false, ..Message::from_parent("https://shop.example", json!({ "code": "abc" })) };
    let early = std::iter::repeat_n(popup, 300).chain([host(handshake("a", 0)), profile("C1", 0)]);
    let conversation = Conversation::of(early);
    assert_eq!(conversation.page().take_over().buffered.len(), 2);
    let (with, alone) = (conversation.with_prelude(), conversation.without_prelude());
    assert_eq!((with.connection.refused, with.connection.dropped), (0, 0));
    assert_eq!(with.connection, alone.connection);
    assert_eq!(shown(&with), Some("C1"));
}

#[test]
fn fault_39_with_the_plain_driver_too_the_first_origin_stays_the_host() {
    let of = |origin, id: &str| Message::from_parent(origin, event("customer_profile", json!({ "id": id })));
    let flood = std::iter::repeat_n(of(OTHER_HOST, "X"), 300);
    let conversation = Conversation { is_plain: true, ..Conversation::of([of(HOST, "C1")].into_iter().chain(flood)) };
    let (with, alone) = (conversation.with_prelude(), conversation.without_prelude());
    assert_eq!((with.connection.state, shown_of(&with.state)), (alone.connection.state, Some("C1")));
}

#[test]
fn fault_39_the_same_handshake_twice_voids_nothing() {
    let conversation = Conversation::of([host(handshake("a", 0)), profile("C1", 0), host(handshake("a", 0))]);
    let seen = conversation.with_prelude();
    assert_eq!(shown(&seen), Some("C1"));
    assert_eq!(answered(&seen), [None, Some(0), None]);
    assert_eq!(seen.connection.number, 1);
}

#[test]
fn fault_39_a_new_connection_keeps_what_came_before_it() {
    let second = host(event_call("a", 1, "change_theme", json!({ "theme": "dark" }), 0));
    let conversation = Conversation::of([host(handshake("a", 0)), profile("C1", 0), host(handshake("a", 1)), second]);
    let seen = conversation.with_prelude();
    assert_eq!(shown(&seen), Some("C1"));
    assert_eq!(seen.state, conversation.without_prelude().state);
    assert_eq!(seen.connection.number, 2);
}

#[test]
fn fault_39_an_older_handshake_replaces_no_newer_one() {
    let conversation = Conversation::of([host(handshake("a", 5)), host(handshake("a", 4))]);
    let seen = conversation.with_prelude();
    assert_eq!(seen.answers.len(), 1, "nobody listens on the older one");
    assert_eq!(seen.answers[0].1["instance"], 5);
    assert_eq!(seen.connection.refused, 1);
}

#[test]
fn fault_39_a_malformed_handshake_is_not_answered_and_leaves_the_connection_alone() {
    let good = handshake("a", 0);
    for (member, value) in [
        ("owner", json!(7)),
        ("owner", Value::Null),
        ("instance", json!("0")),
        ("instance", json!(0.5)),
        ("instance", json!(9_007_199_254_740_992_i64)),
        ("request", json!("0")),
        ("request", json!({})),
        ("origin", json!(7)),
        ("type", json!(7)),
    ] {
        let mut bad = good.clone();
        bad[member] = value.clone();
        let conversation = Conversation::of([host(good.clone()), host(bad), profile("C1", 0)]);
        let seen = conversation.with_prelude();
        assert_eq!(answered(&seen), [None, Some(0)], "{member}: {value}");
        assert_eq!(shown(&seen), Some("C1"), "{member}: {value}");
        assert_eq!(seen.connection.refused, 1, "{member}: {value}");
    }
}

#[test]
fn fault_39_a_call_of_another_method_gets_the_same_error() {
    let conversation = Conversation::of([host(handshake("a", 0)), host(call("a", 0, "other", json!([]), 7))]);
    let seen = conversation.with_prelude();
    assert_eq!(seen.answers, conversation.without_prelude().answers);
    assert_eq!(seen.answers[1].1["data"]["error"], true);
}

#[test]
fn fault_39_handshakes_that_were_dropped_do_not_make_a_later_one_old() {
    let early = (0..300).flat_map(|_| [host(handshake("a", 5)), host(handshake("b", 0)), host(handshake("a", 3))]);
    let last = host(event_call("a", 3, "customer_profile", json!({ "id": "C1" }), 0));
    let conversation = Conversation::of(early.chain([last]));
    let (with, alone) = (conversation.with_prelude(), conversation.without_prelude());
    assert_eq!(with.state, alone.state);
    assert_eq!(shown(&with), Some("C1"));
}

#[test]
fn fault_40_a_page_that_cannot_start_says_plugin_inited_once_when_the_application_comes_after_all() {
    let plain = Conversation {
        is_plain: true,
        fails_after: Some(1),
        ..Conversation::of([host(event("customer_profile", json!({ "id": "C1" })))])
    };
    let unreadable = Conversation {
        is_plain: true,
        fails_after: Some(0),
        late: vec![host(event("customer_profile", json!({ "id": "C1" })))],
        ..Conversation::of([host(event("customer_profile", json!({ "name": "without id" })))])
    };
    let guessed = Conversation {
        is_plain: true,
        fails_after: Some(0),
        place: Place { ancestor: Some(HOST.to_owned()), ..Place::default() },
        ..Conversation::default()
    };
    let trusted = Conversation { fails_after: Some(1), ..Conversation::of([host(handshake("a", 0))]) };
    let early = Conversation { fails_after: Some(0), ..trusted.clone() };
    for conversation in [plain, unreadable, guessed, trusted, early] {
        let posted = conversation.page().posted();
        assert!(posted.iter().any(|post| named(post).1 == "plugin_inited"), "without application: {conversation:?}");
        let seen = conversation.with_prelude();
        let mut inited: Vec<_> = seen.commands.iter().map(named).filter(|(_, name)| name == "plugin_inited").collect();
        let count = inited.len();
        inited.sort();
        inited.dedup();
        assert_eq!(inited.len(), count, "once for each host: {conversation:?}");
    }
}

#[test]
fn fault_40_a_page_that_cannot_start_notifies_likely_hosts_once_if_the_browser_does_not_reveal_the_host() {
    let targets = |conversation: &Conversation| -> Vec<_> {
        let posted = conversation.page().posted();
        assert!(posted.iter().all(|post| named(post).1 == "plugin_inited"));
        posted.into_iter().map(|(target, _)| target).collect()
    };
    let unknown =
        |fails_after, early| Conversation { is_plain: true, fails_after: Some(fails_after), ..Conversation::of(early) };
    let theme = |origin| Message::from_parent(origin, event("change_theme", json!({ "theme": "dark" })));
    assert_eq!(targets(&unknown(0, vec![])), LIKELY_HOSTS);
    assert_eq!(targets(&unknown(0, vec![theme(HOST), theme(ATTACKER)])), LIKELY_HOSTS, "not again");
    let elsewhere = "https://app.text.com";
    assert_eq!(targets(&unknown(0, vec![theme(elsewhere)])), [LIKELY_HOSTS[0], LIKELY_HOSTS[1], elsewhere]);
    assert_eq!(targets(&unknown(1, vec![theme(elsewhere)])), [elsewhere], "it is known by then");
    let mut narrowed = unknown(0, vec![]);
    narrowed.place.origins = Some(OTHER_HOST.to_owned());
    assert_eq!(targets(&narrowed), [OTHER_HOST]);
    let trusted = Conversation { is_plain: false, ..unknown(0, vec![]) };
    assert_eq!(targets(&trusted), [""; 0]);
}

#[test]
fn fault_40_each_connection_of_a_page_that_cannot_start_is_told_so() {
    let conversation = Conversation {
        fails_after: Some(1),
        ..Conversation::of([host(handshake("a", 0)), host(handshake("a", 0)), host(handshake("a", 1))])
    };
    let inited: Vec<_> =
        conversation.page().posted().iter().filter(|post| named(post).1 == "plugin_inited").map(named).collect();
    assert_eq!(inited.len(), 2, "{inited:?}");
    assert!(inited[0].0.ends_with(" 0") && inited[1].0.ends_with(" 1"), "{inited:?}");
}

#[test]
fn fault_40_a_page_that_cannot_start_tells_no_page_that_is_not_the_agent_app() {
    let mut conversation = Conversation {
        is_plain: true,
        fails_after: Some(1),
        ..Conversation::of([Message::from_parent(ATTACKER, event("customer_profile", json!({ "id": "C1" })))])
    };
    conversation.place.ancestor = Some(ATTACKER.to_owned());
    assert_eq!(conversation.page().posted(), []);
}

#[test]
fn messages_of_other_connections_are_refused_and_counted_as_without_the_prelude() {
    let other = host(event_call("b", 0, "customer_profile", json!({ "id": "X" }), 0));
    let response = host(frame("a", 0, "response", json!({ "error": false }), json!(0)));
    let conversation = Conversation::of([other.clone(), host(handshake("a", 0)), other, response, host(json!(7))]);
    let (with, alone) = (conversation.with_prelude(), conversation.without_prelude());
    assert_eq!(with.connection, alone.connection);
    assert_eq!(with.connection.refused, 3);
}
