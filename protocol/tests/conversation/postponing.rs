//! Profiles that are read only on demand.

use livechat_protocol::{CustomerProfile, CustomerProfileState, EventError, Output, RawEvent, RefusalReason, Slice};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::harness::{Conversation, cases::cases};

fn shown(conversation: &Conversation) -> Option<String> {
    conversation.extension.state().customer_profile.shown().map(|profile| profile.id.clone())
}

fn events_told(conversation: &Conversation) -> usize {
    conversation.extension_said.iter().filter(|output| matches!(output, Output::Event { .. })).count()
}

#[test]
fn a_postponed_profile_is_announced_immediately_and_read_on_demand() {
    let mut conversation = Conversation::postponing();
    conversation.push("customer_profile", json!({ "id": "C1" }));
    assert_eq!((shown(&conversation), conversation.extension.is_behind()), (None, true));
    assert_eq!((conversation.changes_of(Slice::CustomerProfile), events_told(&conversation)), (1, 1));
    conversation.extension.catch_up();
    assert_eq!((shown(&conversation), conversation.extension.is_behind()), (Some("C1".into()), false));
}

#[test]
fn of_many_the_last_counts_and_every_one_reaches_listeners() {
    let mut conversation = Conversation::postponing();
    let many = 1_000;
    for number in 1..=many {
        conversation.push("customer_profile", json!({ "id": format!("C{number}") }));
    }
    conversation.extension.catch_up();
    assert_eq!(shown(&conversation), Some(format!("C{many}")));
    assert_eq!(events_told(&conversation), many);
}

#[test]
fn fault_16_a_profile_without_a_readable_id_is_never_postponed_and_hides_the_one_before_it() {
    let mut conversation = Conversation::postponing();
    conversation.push("customer_profile", json!({ "id": "C1" }));
    conversation.push("customer_profile", json!({ "id": {} }));
    assert!(!conversation.extension.is_behind());
    let state = &conversation.extension.state().customer_profile;
    let CustomerProfileState::Unreadable(error) = state else { panic!("{state:?} has a profile") };
    assert_eq!(error.to_string(), "id is an object, expected text");
    let refusal = conversation.extension.connection().last_refusal.clone().expect("it was refused");
    assert_eq!(
        refusal.reason,
        RefusalReason::Event(EventError { event: "customer_profile".into(), error: error.clone() })
    );
}

#[test]
fn a_burst_counts_every_refusal_though_profiles_are_postponed_and_a_listener_reports_it_too() {
    let mut conversation = Conversation::postponing();
    for refused in 1..=3 {
        conversation.push("customer_profile", json!({ "id": format!("C{refused}") }));
        conversation.push("customer_profile", json!({ "id": null }));
        let unread = RawEvent { name: "customer_profile".to_owned(), data: json!({ "id": null }) }
            .read::<CustomerProfile>()
            .expect("of this name")
            .expect_err("it has no id");
        conversation.extension.event_unread(unread);
        conversation.push("customer_profile", json!({ "id": "C9", "name": "last" }));
        assert_eq!(conversation.extension.connection().refused, refused);
    }
    conversation.extension.catch_up();
    assert_eq!((shown(&conversation), conversation.extension.connection().refused), (Some("C9".into()), 3));
}

#[test]
fn skipped_fields_of_a_postponed_profile_are_counted_when_it_is_read() {
    let mut conversation = Conversation::postponing();
    conversation.push("customer_profile", json!({ "id": "C1", "name": [] }));
    assert_eq!(conversation.extension.connection().skipped, 0);
    conversation.extension.catch_up();
    let connection = conversation.extension.connection();
    assert_eq!((connection.skipped, connection.refused), (1, 0));
    assert_eq!(connection.last_skipped[0].to_string(), "event `customer_profile`: name is a list, expected text");
}

fn any_event() -> impl Strategy<Value = (&'static str, Value)> {
    let id = prop::sample::select(vec![json!("C1"), json!("C2"), json!("C3"), json!(7), json!([]), Value::Null]);
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
        let (mut eager, mut late) = (Conversation::open(), Conversation::postponing());
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
        prop_assert_eq!(late.extension.connection().refused, eager.extension.connection().refused);
    }
}
