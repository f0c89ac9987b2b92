//! Bodies that no server should send: none causes a panic, and each is an error or a bounded answer.
#![allow(clippy::unwrap_used, reason = "Clippy lets a test unwrap, but not what several tests share")]

use livechat_api::{
    ApiError, Call, Event, GetAccount, GetAgent, GetChat, GetCustomer, GetTokenInfo, ListAgents, ListArchives,
    ListGroups, ListTags, RawCall, SendEvent, TagThread, Upload, UploadFile,
};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Decodes a body as the answer of every call, with both parsers.
fn read_by_all(status: u16, body: &str) {
    fn both<C: Call>(call: &C, status: u16, body: &str) {
        let (own, other) =
            (call.read(status, body), call.read_by(status, body, |text| serde_json::from_str::<Value>(text).ok()));
        for error in [own.err(), other.err()].into_iter().flatten() {
            // Every error has a message, however odd the body is.
            assert!(error.to_string().len() < 4_000, "{error}");
        }
    }
    both(&SendEvent::message("C1", "Hi"), status, body);
    both(&GetChat::new("C1"), status, body);
    both(&ListArchives::new(), status, body);
    both(&GetCustomer::new("u1"), status, body);
    both(&ListAgents::new(), status, body);
    both(&GetAgent::new("a"), status, body);
    both(&ListTags::new(), status, body);
    both(&ListGroups::new(), status, body);
    both(&TagThread::new("C1", "T1", "a"), status, body);
    both(&UploadFile::new(Upload::new("a", "b", *b"c")), status, body);
    both(&GetTokenInfo, status, body);
    both(&GetAccount, status, body);
    both(&RawCall::new("list_chats", Value::Null), status, body);
}

#[test]
fn very_deep_bodies_are_not_followed() {
    for (open, close) in [("[", "]"), ("{\"error\":", "}"), ("{\"thread\":", "}"), ("{\"chats\":[", "]}")] {
        for depth in [60, 127, 200, 100_000] {
            let body = format!("{}1{}", open.repeat(depth), close.repeat(depth));
            read_by_all(200, &body);
            read_by_all(500, &body);
        }
    }
    let deep = format!("{}1{}", "[".repeat(100_000), "]".repeat(100_000));
    assert_eq!(RawCall::new("a", json!({})).read(200, &deep), Err(ApiError::NotJson { status: 200 }));
}

#[test]
fn an_event_that_is_too_deep_costs_only_itself() {
    let deep = (0..100).fold(json!(1), |inner, _| json!([inner]));
    let events = json!([{ "id": "E1", "type": "new", "deep": deep }, { "id": "E2", "type": "message", "text": "Hi" }]);
    let body = json!({ "id": "C1", "thread": { "id": "T1", "events": events } }).to_string();
    let events = GetChat::new("C1").read(200, &body).unwrap().thread.unwrap().events;
    assert_eq!(events[0], Event::Other(Value::Null));
    assert_eq!(events[1].text(), Some("Hi"));
}

#[test]
fn huge_texts_are_left_out_and_huge_lists_are_errors() {
    let text = "x".repeat((1 << 20) + 1);
    let customer = GetCustomer::new("u1").read(200, &json!({ "id": "u1", "name": text }).to_string()).unwrap();
    assert_eq!(customer.name, None);
    let shape = GetCustomer::new("u1").read(200, &json!({ "id": text }).to_string()).unwrap_err();
    assert!(matches!(shape, ApiError::Shape(_)), "{shape}");
    let many = Value::from(vec![json!({ "name": "a" }); 10_001]).to_string();
    let error = ListTags::new().read(200, &many).unwrap_err().to_string();
    assert!(error.contains("a list of at most 10000 items"), "{error}");
    let events = vec![json!({ "id": "E1", "type": "message", "text": "Hi" }); 10_001];
    let chat = json!({ "id": "C1", "thread": { "id": "T1", "events": events } }).to_string();
    let error = GetChat::new("C1").read(200, &chat).unwrap_err().to_string();
    assert!(error.contains("thread.events is a list, expected a list of at most 10000 items"), "{error}");
    assert_eq!(RawCall::new("list_tags", json!({})).read(200, &many).unwrap().as_array().unwrap().len(), 10_001);
}

#[test]
fn numbers_out_of_range_are_left_out() {
    for number in ["-1", "1e400", "4294967296", "0.5", "1e-400", "99999999999999999999999999"] {
        let body = format!(r#"{{"id":"C1","chats":[],"found_chats":{number},"account_id":"a","expires_in":{number}}}"#);
        read_by_all(200, &body);
        if let Ok(page) = ListArchives::new().read(200, &body) {
            assert_eq!(page.found_chats.filter(|_| number != "1e-400"), None, "{number}");
        }
    }
}

/// Names that an answer contains, and some that it does not.
fn name() -> impl Strategy<Value = String> {
    let known = prop::sample::select(
        &[
            "error",
            "type",
            "message",
            "data",
            "region",
            "error_description",
            "sub_error",
            "id",
            "event_id",
            "chats",
            "thread",
            "threads",
            "events",
            "users",
            "access",
            "group_ids",
            "properties",
            "session_fields",
            "visit",
            "last_pages",
            "geolocation",
            "statistics",
            "next_page_id",
            "found_chats",
            "name",
            "text",
            "url",
            "template_id",
            "elements",
            "fields",
            "answer",
            "answers",
            "label",
            "deleted",
            "account_id",
            "scope",
            "expires_in",
            "agent_priorities",
            "groups",
            "agent",
            "customer",
            "file",
            "rich_message",
            "filled_form",
            "custom",
            "system_message",
            "system_message_type",
            "cards",
        ][..],
    );
    prop_oneof![8 => known.prop_map(str::to_owned), 1 => any::<String>()]
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        name().prop_map(Value::from),
    ];
    leaf.prop_recursive(6, 64, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::vec((name(), inner), 0..8)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

/// A chat in which any part may be anything.
fn likely_chat() -> impl Strategy<Value = Value> {
    let event = (name(), value(), value()).prop_map(|(kind, id, rest)| {
        let mut event =
            json!({ "id": "E1", "type": kind, "text": "Hi", "url": "u", "template_id": "cards", "fields": [] });
        if let (Value::Object(event), Value::Object(rest)) = (&mut event, rest) {
            event.extend(rest);
        }
        json!([event, id])
    });
    (event, value(), value()).prop_map(|(events, users, rest)| {
        let chat = json!({ "id": "C1", "users": users, "thread": { "id": "T1", "events": events }, "access": rest });
        json!({ "id": "C1", "chats": [chat], "users": users, "thread": { "id": "T1", "events": events } })
    })
}

proptest! {
    #[test]
    fn no_text_panics(status in any::<u16>(), body in ".*") {
        read_by_all(status, &body);
    }

    #[test]
    fn no_json_panics(success in any::<bool>(), body in value()) {
        read_by_all(if success { 200 } else { 400 }, &body.to_string());
    }

    #[test]
    fn no_list_panics(items in prop::collection::vec(value(), 0..4)) {
        read_by_all(200, &Value::from(items).to_string());
    }

    #[test]
    fn what_is_read_of_an_odd_chat_can_be_passed_on(body in likely_chat()) {
        read_by_all(200, &body.to_string());
        let chat = GetChat::new("C1").read(200, &body.to_string()).unwrap();
        let json = serde_json::to_value(&chat).unwrap();
        prop_assert_eq!(serde_json::from_value::<livechat_api::Chat>(json).unwrap(), chat);
    }

    #[test]
    fn no_body_that_is_cut_off_panics(body in likely_chat(), at in any::<prop::sample::Index>()) {
        let text = body.to_string();
        let end = (0..=at.index(text.len())).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
        read_by_all(200, &text[..end]);
    }
}
