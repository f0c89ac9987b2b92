//! Profiles that are read only when somebody asks.

use livechat_protocol::{CustomerProfile, EventError, Output, RawEvent, RefusalReason, Slice, limits};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::harness::{Conversation, cases::cases, settings};

fn postponing() -> Conversation {
    let mut conversation = Conversation::new(settings(|settings| settings.postpone_profiles = true));
    conversation.load();
    conversation.render();
    conversation
}

fn shown(conversation: &Conversation) -> Option<String> {
    conversation.extension.state().customer_profile.shown().map(|profile| profile.id.clone())
}

fn events_told(conversation: &Conversation) -> usize {
    conversation.extension_said.iter().filter(|output| matches!(output, Output::Event(_))).count()
}

#[test]
fn a_profile_waits_until_somebody_asks_and_is_told_of_at_once() {
    let mut conversation = postponing();
    conversation.push("customer_profile", json!({ "id": "C1" }));
    assert_eq!((shown(&conversation), conversation.extension.is_behind()), (None, true));
    assert_eq!((conversation.changes_of(Slice::CustomerProfile), events_told(&conversation)), (1, 1));
    conversation.extension.catch_up();
    assert_eq!((shown(&conversation), conversation.extension.is_behind()), (Some("C1".into()), false));
}

#[test]
fn of_many_the_last_counts_and_every_one_reaches_who_listens() {
    let mut conversation = postponing();
    let many = 3 * limits::POSTPONED;
    for number in 1..=many {
        conversation.push("customer_profile", json!({ "id": format!("C{number}") }));
    }
    conversation.extension.catch_up();
    assert_eq!(shown(&conversation), Some(format!("C{many}")));
    assert_eq!(events_told(&conversation), many);
}

#[test]
fn one_that_cannot_be_read_is_refused_once_and_the_one_before_it_shows() {
    let mut conversation = postponing();
    conversation.push("customer_profile", json!({ "id": "C1" }));
    conversation.push("customer_profile", json!({ "id": 7 }));
    conversation.extension.catch_up();
    assert_eq!(shown(&conversation), Some("C1".into()));
    let refusal = conversation.extension.connection().last_refusal.clone().expect("it was refused");
    let RefusalReason::Event(EventError { event, error }) = refusal.reason else { panic!("{refusal}") };
    assert_eq!((event.as_str(), error.field.as_str()), ("customer_profile", "id"));
    assert_eq!(conversation.extension.connection().refused, 1);
}

#[test]
fn each_of_several_that_cannot_be_read_for_the_same_reason_is_refused_once_though_a_listener_says_so_too() {
    let mut conversation = postponing();
    for refused in 1..=3 {
        conversation.push("customer_profile", json!({ "id": 7 }));
        let unread = RawEvent { name: "customer_profile".to_owned(), data: json!({ "id": 7 }) }
            .read::<CustomerProfile>()
            .expect("of this name")
            .expect_err("its id is a number");
        conversation.extension.event_unread(unread);
        conversation.extension.catch_up();
        assert_eq!(conversation.extension.connection().refused, refused);
    }
}

fn any_event() -> impl Strategy<Value = (&'static str, Value)> {
    let id = prop::sample::select(vec![json!("C1"), json!("C2"), json!("C3"), json!(7), Value::Null]);
    prop_oneof![
        8 => id.clone().prop_map(|id| ("customer_profile", json!({ "id": id }))),
        2 => id.prop_map(|id| ("customer_profile_hidden", json!({ "id": id }))),
        1 => Just(("change_theme", json!({ "theme": "dark" }))),
        1 => Just(("authorize", json!("s1"))),
        1 => Just(("something_else", json!(1))),
    ]
}

proptest! {
    #![proptest_config(cases(1_000, "proptest-regressions/conversation.txt"))]

    #[test]
    fn whatever_comes_the_state_is_what_it_would_be_without_postponing(
        events in prop::collection::vec((any_event(), any::<bool>()), 0..40),
    ) {
        let (mut eager, mut late) = (Conversation::open(), postponing());
        for ((name, data), asked) in events {
            eager.push(name, data.clone());
            late.push(name, data);
            if asked {
                late.extension.catch_up();
                prop_assert_eq!(late.extension.state(), eager.extension.state());
            }
        }
        late.extension.catch_up();
        prop_assert_eq!(late.extension.state(), eager.extension.state());
    }
}
