//! Refusals by LiveChat's own types, and failures without one.
#![allow(clippy::unwrap_used, reason = "Clippy lets a test unwrap, but not what several tests share")]

use livechat_api::{ApiError, Call, ErrorKind, GetChat, GetTokenInfo, ListArchives, RawCall, SendEvent, TagThread};
use serde_json::json;

fn error(status: u16, body: &str) -> ApiError {
    GetChat::new("C1").read(status, body).unwrap_err()
}

fn refusal(status: u16, body: &str) -> livechat_api::Refusal {
    match error(status, body) {
        ApiError::Refused(refusal) => *refusal,
        other => panic!("{other:?}"),
    }
}

/// The types that the vendor documents.
const TYPES: [&str; 43] = [
    "agent_offline",
    "authentication",
    "authorization",
    "chat_inactive",
    "entity_too_large",
    "internal",
    "license_expired",
    "license_not_found",
    "limit_reached",
    "misdirected_request",
    "missing_access",
    "not_found",
    "request_timeout",
    "service_unavailable",
    "too_many_requests",
    "unsupported_version",
    "validation",
    "wrong_product_version",
    "already_exists",
    "group_not_found",
    "ownership_transfer",
    "not_allowed",
    "chat_anonymized",
    "customer_banned",
    "greeting_not_found",
    "users_limit_reached",
    "bad_request",
    "invalid_request",
    "unauthorized_client",
    "unauthorized",
    "access_denied",
    "unsupported_response_type",
    "invalid_scope",
    "server_error",
    "temporarily_unavailable",
    "unsupported_grant_type",
    "invalid_grant",
    "invalid_client",
    "conflict",
    "resource_not_found",
    "join_link_expired",
    "traffic_blocked",
    "not_implemented",
];

#[test]
fn every_documented_type_has_a_kind_and_says_what_to_do() {
    for name in TYPES {
        let kind = ErrorKind::from(name.to_owned());
        assert!(!matches!(kind, ErrorKind::Other(_)), "{name}");
        assert_eq!(kind.to_string(), name);
        let advice = kind.advice();
        assert!(advice.starts_with(char::is_lowercase) && !advice.ends_with('.'), "{advice}");
    }
    let unknown = ErrorKind::from("seats_limit_exceeded".to_owned());
    assert_eq!(
        (unknown.as_str(), &unknown),
        ("seats_limit_exceeded", &ErrorKind::Other("seats_limit_exceeded".into()))
    );
}

#[test]
fn the_type_counts_and_not_the_status() {
    for status in [400, 401, 403, 422, 500] {
        let refusal = refusal(status, r#"{"error":{"type":"chat_inactive","message":"Chat not active"}}"#);
        assert_eq!((refusal.kind, refusal.status), (ErrorKind::ChatInactive, status));
    }
    assert_eq!(
        error(422, r#"{"error":{"type":"chat_inactive","message":"Chat not active"}}"#).to_string(),
        "LiveChat refused the call with `chat_inactive` (status 422): Chat not active; resume the chat with `resume_chat`"
    );
    let bare = error(403, r#"{"error":{"type":"brand_new"}}"#);
    assert_eq!(
        bare.to_string(),
        "LiveChat refused the call with `brand_new` (status 403); see LiveChat's documentation of the action"
    );
    assert_eq!((bare.kind(), bare.status()), (Some(&ErrorKind::Other("brand_new".into())), Some(403)));
}

#[test]
fn a_misdirected_request_names_its_region() {
    let body =
        json!({ "error": { "type": "misdirected_request", "message": "Wrong region", "data": { "region": "fra" } } });
    assert_eq!(refusal(421, &body.to_string()).region.as_deref(), Some("fra"));
    let without = r#"{"error":{"type":"misdirected_request","data":null}}"#;
    assert_eq!(refusal(421, without).region, None);
}

#[test]
fn errors_of_accounts_have_another_shape() {
    let body =
        r#"{"error":"access_denied","error_description":"no","sub_error":"insufficient_scope","request_id":"r1"}"#;
    let error = GetTokenInfo.read(403, body).unwrap_err();
    assert_eq!(
        error.to_string(),
        "LiveChat refused the call with `access_denied` (status 403): no (insufficient_scope); ask for the scope of the endpoint"
    );
    let refusal = refusal(403, body);
    assert_eq!(refusal.kind, ErrorKind::AccessDenied);
    assert_eq!((refusal.sub_error.as_deref(), refusal.request_id.as_deref()), (Some("insufficient_scope"), Some("r1")));
    let body = r#"{"error":"invalid_grant","error_description":null,"sub_error":null}"#;
    let error = GetTokenInfo.read(422, body).unwrap_err();
    assert_eq!(error.kind(), Some(&ErrorKind::InvalidGrant));
}

#[test]
fn without_a_type_the_status_is_the_reason() {
    for body in [
        "",
        "<html><h1>502 Bad Gateway</h1></html>",
        "null",
        "[]",
        "\"text\"",
        "{}",
        r#"{"error":7}"#,
        r#"{"error":""}"#,
        r#"{"error":{}}"#,
        r#"{"error":{"type":null,"message":"x"}}"#,
        r#"{"error":{"type":[]}}"#,
        r#"{"error":["type"]}"#,
        r#"{"errors":[{"type":"validation"}]}"#,
        "{\"error\":",
    ] {
        for status in [100, 301, 400, 502, 599] {
            let error = error(status, body);
            assert_eq!(error, ApiError::Status { status }, "{body}");
            assert_eq!((error.kind(), error.status()), (None, Some(status)));
        }
    }
    for (status, advice) in [
        (401, "refresh the access token, or sign in again"),
        (403, "ask for the scope of the action, and check the agent's role"),
        (404, "check the name of the action and the base url"),
        (413, "send less than 10 MB"),
        (429, "wait before the next call"),
        (502, "try again later"),
        (418, "check the request"),
    ] {
        let message = format!("LiveChat answered with status {status} and no reason; {advice}");
        assert_eq!(error(status, "").to_string(), message);
    }
}

#[test]
fn a_success_that_is_not_json_is_an_error_even_without_content() {
    for body in ["<html>Sign in to the Wi-Fi</html>", "OK", "{\"a\":", "\u{feff}{}"] {
        let error = TagThread::new("C1", "T1", "a").read(200, body).unwrap_err();
        assert_eq!(error, ApiError::NotJson { status: 200 });
        assert!(error.to_string().contains("not JSON; check that the server is LiveChat's"), "{error}");
    }
}

#[test]
fn a_success_of_another_shape_names_the_field() {
    for (message, error) in [
        ("id is nothing, expected text", GetChat::new("C1").read(200, "").err()),
        ("id is nothing, expected text", GetChat::new("C1").read(200, "{}").err()),
        ("id is text, expected text that is not empty", GetChat::new("C1").read(200, r#"{"id":""}"#).err()),
        ("the data is a list, expected an object", GetChat::new("C1").read(200, "[]").err()),
    ] {
        let error = error.unwrap();
        assert_eq!(
            error.to_string(),
            format!("the answer cannot be read: {message}; make the call with `RawCall` to see all of it")
        );
        assert_eq!((error.kind(), error.status()), (None, None));
    }
    let shape = |body: &str| match ListArchives::new().read(200, body).unwrap_err() {
        ApiError::Shape(error) => error.to_string(),
        other => panic!("{other:?}"),
    };
    assert_eq!(shape(r#"{"chats":{}}"#), "chats is an object, expected a list");
    assert_eq!(shape(r#"{"chats":[{"id":"C1"},{"users":[]}]}"#), "chats[1].id is nothing, expected text");
    let no_thread = r#"{"chats":[{"id":"C1","thread":{"active":true}}]}"#;
    assert_eq!(shape(no_thread), "chats[0].thread.id is nothing, expected text");
    assert_eq!(shape(r#"{"chats":[7]}"#), "chats[0] is a number, expected an object");
    assert_eq!(SendEvent::message("C1", "a").read(200, "{}").unwrap_err().to_string().matches("event_id").count(), 1);
}

#[test]
fn terminal_control_characters_are_not_shown() {
    let body = json!({ "error": { "type": "a\u{1b}[2J", "message": "b\nc" }, "sub_error": "d\r" }).to_string();
    let shown = error(400, &body).to_string();
    assert!(shown.contains("`a\u{fffd}[2J`") && shown.contains(": b\u{fffd}c (d\u{fffd});"), "{shown}");
}

#[test]
fn a_long_message_is_shown_in_part() {
    let long = "é".repeat(10_000);
    let body = json!({ "error": { "type": "validation", "message": long }, "sub_error": long }).to_string();
    let shown = error(400, &body).to_string();
    assert_eq!(shown.matches('é').count(), 600);
    assert!(shown.ends_with("; correct the field that the message names"), "{shown}");
    let body = json!({ "error": { "type": "x".repeat(129) } }).to_string();
    assert_eq!(error(400, &body), ApiError::Status { status: 400 });
}

#[test]
fn a_refusal_is_no_answer_of_a_raw_call_either() {
    let call = RawCall::new("list_chats", json!({}));
    assert_eq!(call.read(404, "").unwrap_err(), ApiError::Status { status: 404 });
    assert_eq!(call.read(200, "x").unwrap_err(), ApiError::NotJson { status: 200 });
}

#[test]
fn only_a_failure_of_livechats_leaves_open_whether_the_call_was_carried_out() {
    let refused = |status: u16, kind: &str| error(status, &json!({ "error": { "type": kind } }).to_string());
    for unknown in [
        refused(504, "request_timeout"),
        // The status of a type is not documented.
        refused(400, "request_timeout"),
        refused(422, "internal"),
        refused(500, "a_new_type"),
        error(408, ""),
        error(502, "<html>"),
        // A success that reveals no more.
        error(200, "<html>"),
        error(200, "{}"),
    ] {
        assert!(unknown.may_have_succeeded(), "{unknown:?}");
    }
    let others = TYPES.iter().filter(|kind| {
        !["internal", "request_timeout", "server_error", "service_unavailable", "temporarily_unavailable"]
            .contains(kind)
    });
    for refusal in others.map(|kind| refused(422, kind)).chain([error(429, ""), error(404, "<html>")]) {
        assert!(!refusal.may_have_succeeded(), "{refusal:?}");
    }
}
