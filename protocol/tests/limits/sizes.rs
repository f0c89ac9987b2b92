//! Too long, too many, too deep.

use livechat_protocol::{
    CustomerProfile, CustomerProfileState, Decode, DecodeError, Payload, Reader, decode, decode_noting, limits,
    payment::Transaction, to_json,
};
use serde_json::{Map, Value, json};

use crate::harness::{Conversation, HOST, event_frame, frame};

/// The one field of a profile that is left out.
fn skipped(profile: &Value) -> DecodeError {
    let (read, mut skipped) = decode_noting::<CustomerProfile, _>(profile);
    assert_eq!((read.is_ok(), skipped.len()), (true, 1), "the rest arrives");
    skipped.remove(0)
}

fn nested(depth: usize) -> Value {
    (0..depth).fold(json!(1), |inner, _| Value::Array(vec![inner]))
}

#[test]
fn text_of_the_largest_size_is_read_and_one_more_is_not() {
    let profile = |length: usize| json!({ "id": "C1", "name": "x".repeat(length) });
    let read = decode::<CustomerProfile, _>(&profile(limits::TEXT)).expect("the largest");
    assert_eq!(read.name.map(|name| name.len()), Some(limits::TEXT));
    let error = skipped(&profile(limits::TEXT + 1));
    assert_eq!(error.to_string(), "name is text, expected text of at most 2^20 characters");
}

#[test]
fn a_list_of_the_largest_size_is_read_and_one_more_is_not() {
    let profile =
        |length: usize| json!({ "id": "C1", "chat": { "preChatSurvey": vec![json!({ "question": "Q" }); length] } });
    let read = decode::<CustomerProfile, _>(&profile(limits::ITEMS)).expect("the largest");
    assert_eq!(read.chat.pre_chat_survey.map(|survey| survey.len()), Some(limits::ITEMS));
    let error = skipped(&profile(limits::ITEMS + 1));
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
    let error = skipped(&profile(limits::ITEMS + 1));
    assert_eq!(error.to_string(), "customVariables is an object, expected an object of at most 10000 members");
}

#[test]
fn a_name_of_the_largest_size_is_read_and_one_more_is_not() {
    // Units, not bytes: each of these is two bytes in Rust and one unit in a browser.
    let profile = |length: usize| json!({ "id": "C1", "customVariables": { "é".repeat(length): "v" } });
    let read = decode::<CustomerProfile, _>(&profile(limits::NAME)).expect("the largest");
    assert_eq!(read.custom_variables.map(|variables| variables.iter().count()), Some(1));
    let error = skipped(&profile(limits::NAME + 1));
    assert_eq!(
        error.to_string(),
        "customVariables is an object, expected members whose names have at most 256 characters",
        "the name is not repeated"
    );
    // One character outside the basic plane is two units.
    assert!(to_json(&json!({ "😀".repeat(limits::NAME / 2): 1 })).is_ok());
    assert!(to_json(&json!({ "😀".repeat(limits::NAME / 2 + 1): 1 })).is_err());
}

#[test]
fn fault_16_a_member_whose_name_is_too_long_costs_no_other_member() {
    let long = "n".repeat(limits::NAME + 1);
    let mut conversation = Conversation::open();
    let variables = json!({ "plan": "gold", long.as_str(): "x", "seats": 7 });
    conversation.push("customer_profile", json!({ "id": "C1", "customVariables": variables }));
    conversation.push("page_data", json!({ "queryParams": { long.as_str(): "", "order": "A-2" } }));
    let state = conversation.extension.state();
    let variables = state.customer_profile.shown().and_then(|profile| profile.custom_variables.clone());
    let variables = variables.expect("the variables with shorter names");
    assert_eq!((variables.get("plan"), variables.get("seats"), variables.iter().count()), (Some("gold"), Some("7"), 2));
    let page = state.page_data.as_deref().expect("page data");
    assert_eq!(page.query_params.iter().collect::<Vec<_>>(), [("order", "A-2")]);
    assert_eq!(conversation.extension.connection().skipped, 2);
}

#[test]
fn a_payment_that_failed_for_too_long_a_reason_has_failed() {
    for error in [json!("x".repeat(limits::TEXT + 1)), json!({ "message": "x".repeat(limits::TEXT + 1) }), nested(99)] {
        let mut conversation = Conversation::open();
        conversation.push("transaction_failed", json!({ "error": error }));
        let transaction = &conversation.extension.state().transaction;
        assert!(matches!(transaction, Transaction::Failed { reason } if reason == "unreadable"), "{transaction:?}");
    }
}

#[test]
fn a_path_of_any_length_is_cut() {
    let deep = (0..limits::DEPTH).fold(json!("deep"), |inner, _| json!({ "n".repeat(limits::NAME): inner }));
    let error = to_json(&json!([deep])).expect_err("too deep");
    assert_eq!(error.field().chars().count(), limits::FIELD);
    assert!(error.field().starts_with("[0].nnn"));
    struct Named;
    impl Decode for Named {
        fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
            from.required::<String>(&"ł".repeat(10_000)).map(|_| Self)
        }
    }
    let error = decode::<Named, _>(&json!({})).map(drop).expect_err("missing");
    assert_eq!(error.field().chars().count(), limits::FIELD, "an app's own name is cut too");
}

#[test]
fn fault_23_the_texts_of_one_value_are_bounded_together() {
    let profile = |texts: usize| {
        let variable = json!({ "key": "", "value": "x".repeat(limits::TEXT - 1) });
        json!({ "id": "C1", "customVariables": vec![variable; texts] })
    };
    let fit = limits::TEXTS / limits::TEXT;
    let (read, noted) = decode_noting::<CustomerProfile, _>(&profile(fit - 1));
    assert_eq!((read.is_ok(), noted), (true, vec![]));
    let (read, noted) = decode_noting::<CustomerProfile, _>(&profile(100));
    assert_eq!(noted[0].expected(), "less text in total");
    let variables = read.expect("the rest").custom_variables.expect("the variables that fit");
    assert!(variables.iter().count() <= fit, "{}", variables.iter().count());
    let mut conversation = Conversation::open();
    conversation.push("customer_profile", profile(100));
    conversation.push("customer_profile", json!({ "id": "C2", "name": "Bob" }));
    let shown = conversation.extension.state().customer_profile.shown().expect("a profile");
    assert_eq!(shown.name.as_deref(), Some("Bob"), "each value has its own limit");
}

/// A type that contains itself, as an app may define.
#[derive(Debug)]
struct Tree;

impl Decode for Tree {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        from.optional::<Self>("left")?;
        from.optional::<Self>("right")?;
        from.optional::<Vec<Self>>("children")?;
        Ok(Self)
    }
}

#[test]
fn fault_18_a_type_that_contains_itself_is_followed_to_a_bounded_depth() {
    for (member, levels) in [("left", 500), ("right", limits::DEPTH + 1), ("children", limits::DEPTH)] {
        let wrap = |inner: Value| if member == "children" { json!([inner]) } else { inner };
        let tree = (0..levels).fold(json!({}), |inner, _| json!({ member: wrap(inner) }));
        let error = decode::<Tree, _>(&tree).expect_err("too deep");
        assert_eq!(error.expected(), "less deeply nested data", "{member}");
    }
    let shallow = (0..limits::DEPTH).fold(json!({}), |inner, _| json!({ "left": inner }));
    // Its last level looks for its own members.
    assert!(decode::<Tree, _>(&shallow).is_err());
    assert!(decode::<Tree, _>(&shallow["left"]).is_ok());
}

#[test]
fn fault_18_shared_parts_are_counted_as_often_as_they_are_read() {
    // 2^17 leaves when it is traversed; a host can send as much in seventeen objects.
    let full = (0..17).fold(json!({}), |inner, _| json!({ "left": inner.clone(), "right": inner }));
    assert_eq!(decode::<Tree, _>(&full).expect_err("too many").expected(), "fewer values");
    assert_eq!(to_json(&full).expect_err("too many").expected(), "fewer values");
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
    assert_eq!(error.field(), "[0]".repeat(limits::DEPTH + 1));
    assert_eq!(error.expected(), "less deeply nested data");
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
    assert_eq!((error.field().to_owned(), error.expected()), (format!("[9][{most}]"), "fewer values"));
}

#[test]
fn what_is_too_large_in_one_event_leaves_the_next_alone() {
    let mut conversation = Conversation::open();
    for data in [json!({ "id": "x".repeat(limits::TEXT + 1) }), json!({ "id": nested(1_000) }), nested(1_000)] {
        conversation.push("customer_profile", data);
        let state = &conversation.extension.state().customer_profile;
        assert!(matches!(state, CustomerProfileState::Unreadable(_)), "{state:?}");
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
