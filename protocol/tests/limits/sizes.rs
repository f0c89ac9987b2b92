//! Too long, too many, too deep.

use livechat_protocol::{CustomerProfile, HostState, decode, limits, to_json};
use serde_json::{Map, Value, json};

use crate::harness::{Conversation, HOST, event_frame, frame};

fn nested(depth: usize) -> Value {
    (0..depth).fold(json!(1), |inner, _| Value::Array(vec![inner]))
}

#[test]
fn text_of_the_largest_size_is_read_and_one_more_is_not() {
    let profile = |length: usize| json!({ "id": "C1", "name": "x".repeat(length) });
    let read = decode::<CustomerProfile, _>(&profile(limits::TEXT)).expect("the largest");
    assert_eq!(read.name.map(|name| name.len()), Some(limits::TEXT));
    let error = decode::<CustomerProfile, _>(&profile(limits::TEXT + 1)).expect_err("too long");
    assert_eq!(error.to_string(), "name is text, expected text of at most 2^20 characters");
}

#[test]
fn a_list_of_the_largest_size_is_read_and_one_more_is_not() {
    let profile =
        |length: usize| json!({ "id": "C1", "chat": { "preChatSurvey": vec![json!({ "question": "Q" }); length] } });
    let read = decode::<CustomerProfile, _>(&profile(limits::ITEMS)).expect("the largest");
    assert_eq!(read.chat.pre_chat_survey.map(|survey| survey.len()), Some(limits::ITEMS));
    let error = decode::<CustomerProfile, _>(&profile(limits::ITEMS + 1)).expect_err("too long");
    assert_eq!(error.to_string(), "chat.preChatSurvey is a list, expected a list of at most 10000 items");
}

#[test]
fn an_object_of_the_largest_size_is_read_and_one_more_is_not() {
    let profile = |length: usize| {
        let variables: Map<_, _> = (0..length).map(|index| (index.to_string(), json!(""))).collect();
        json!({ "id": "C1", "customVariables": variables })
    };
    let read = decode::<CustomerProfile, _>(&profile(limits::ITEMS)).expect("the largest");
    assert_eq!(read.custom_variables.map(|variables| variables.iter().count()), Some(limits::ITEMS));
    let error = decode::<CustomerProfile, _>(&profile(limits::ITEMS + 1)).expect_err("too many");
    assert_eq!(error.to_string(), "customVariables is an object, expected an object of at most 10000 members");
}

#[test]
fn unknown_members_are_not_counted() {
    let mut profile: Map<_, _> = (0..limits::ITEMS * 2).map(|index| (index.to_string(), nested(10))).collect();
    profile.insert("id".into(), json!("C1"));
    assert!(decode::<CustomerProfile, _>(&Value::Object(profile)).is_ok());
}

#[test]
fn the_deepest_nesting_is_copied_and_one_deeper_is_not() {
    assert_eq!(to_json(&nested(limits::DEPTH)), Ok(nested(limits::DEPTH)));
    let error = to_json(&nested(limits::DEPTH + 1)).expect_err("too deep");
    assert_eq!(error.field, "[0]".repeat(limits::DEPTH + 1));
    assert_eq!(error.expected, "less deeply nested data");
    assert!(to_json(&nested(2_000)).is_err());
}

#[test]
fn the_most_values_are_copied_and_one_more_is_not() {
    // One for the list itself, and for each of its ten items one and what is in it.
    let lists = |last: usize| {
        let mut lists = vec![json!(vec![0; 9_999]); 9];
        lists.push(json!(vec![0; last]));
        json!(lists)
    };
    let most = limits::VALUES - 1 - 9 * 10_000 - 1;
    assert!(to_json(&lists(most)).is_ok());
    let error = to_json(&lists(most + 1)).expect_err("too many");
    assert_eq!((error.field, error.expected), (format!("[9][{most}]"), "fewer values"));
}

#[test]
fn what_is_too_large_in_one_event_leaves_the_next_alone() {
    let mut conversation = Conversation::open();
    for data in [
        json!({ "id": "x".repeat(limits::TEXT + 1) }),
        json!({ "id": "C1", "customVariables": vec![json!({ "key": "k" }); limits::ITEMS + 1] }),
        nested(1_000),
    ] {
        conversation.push("customer_profile", data);
        assert_eq!(conversation.extension.state(), &HostState::default());
    }
    assert_eq!(conversation.refusals().len(), 3);
    conversation.push("customer_profile", json!({ "id": "C1", "extra": nested(1_000) }));
    assert_eq!(conversation.extension.state().customer_profile.shown().expect("a profile").id, "C1");
}

#[test]
fn a_name_or_a_frame_that_is_too_long_is_refused() {
    let mut conversation = Conversation::open();
    let long = "x".repeat(limits::TEXT);
    conversation.deliver(HOST, event_frame(0, &long, Value::Null));
    conversation.deliver(HOST, frame(0, &format!("{long}x"), json!({}), Value::Null));
    let many = vec![Value::Null; limits::ITEMS + 1];
    conversation.deliver(HOST, frame(0, "call", json!({ "method": "handle", "args": many }), json!(1)));
    assert!(conversation.events().is_empty());
    assert_eq!(conversation.refusals().len(), 3);
}
