//! When a call is repeated, and when it is not.
#![allow(clippy::unwrap_used, reason = "Clippy lets a test unwrap, but not what several tests share")]

use std::time::Duration;

use livechat_api::{
    ApiError, Attempts, Call, GetChat, GetTokenInfo, ListArchives, ListTags, RawCall, Retry, SendEvent, TagThread,
    UpdateCustomer,
};
use serde_json::json;

fn seconds(retry: &Retry) -> u64 {
    match retry {
        Retry::After(time) => time.as_secs(),
        other => panic!("{other:?}"),
    }
}

fn error(status: u16, kind: &str) -> ApiError {
    let body = json!({ "error": { "type": kind, "data": { "region": "fra-a" } } }).to_string();
    GetChat::new("C1").read(status, if kind.is_empty() { "" } else { &body }).unwrap_err()
}

fn send() -> Attempts {
    Attempts::new(&SendEvent::message("C1", "Hi"))
}

#[test]
fn throttled_calls_wait_longer_each_time_and_then_give_up() {
    for throttled in [error(429, ""), error(429, "too_many_requests"), error(400, "too_many_requests")] {
        let mut attempts = send();
        let waits: Vec<u64> = (0..6).map(|_| seconds(&attempts.after_error(&throttled, None))).collect();
        assert_eq!(waits, [1, 2, 4, 8, 16, 30]);
        assert_eq!(attempts.after_error(&throttled, None), Retry::No);
    }
}

#[test]
fn retry_after_is_honored_in_seconds() {
    let throttled = error(429, "");
    for (header, wait) in [(" 7 ", 7), ("120", 120), ("0", 1), ("-3", 1), ("Wed, 21 Oct 2026 07:28:00 GMT", 1), ("", 1)]
    {
        assert_eq!(seconds(&send().after_error(&throttled, Some(header))), wait, "{header:?}");
    }
    for header in ["121", "86400", "18446744073709551615"] {
        assert_eq!(send().after_error(&throttled, Some(header)), Retry::No, "{header:?}");
    }
    let mut attempts = send();
    for _ in 0..6 {
        assert_eq!(seconds(&attempts.after_error(&throttled, Some("1"))), 1);
    }
    assert_eq!(attempts.after_error(&throttled, Some("1")), Retry::No);
}

#[test]
fn a_misdirected_call_is_repeated_once_with_the_region() {
    for mut attempts in [send(), Attempts::new(&ListTags::new())] {
        let misdirected = error(421, "misdirected_request");
        assert_eq!(attempts.after_error(&misdirected, None), Retry::WithRegion("fra-a".into()));
        assert_eq!(attempts.after_error(&misdirected, None), Retry::No);
    }
}

#[test]
fn an_invalid_region_is_not_sent() {
    for region in [json!(null), json!(""), json!("fra\r\nX-Evil: 1"), json!("x".repeat(33)), json!(["fra"])] {
        let body = json!({ "error": { "type": "misdirected_request", "data": { "region": region } } }).to_string();
        let error = GetChat::new("C1").read(421, &body).unwrap_err();
        assert_eq!(send().after_error(&error, None), Retry::No, "{region}");
    }
}

#[test]
fn a_token_is_refreshed_once() {
    let accounts = GetTokenInfo.read(401, r#"{"error":"unauthorized"}"#).unwrap_err();
    for unauthorized in [error(401, ""), error(401, "authentication"), error(400, "authentication"), accounts] {
        let mut attempts = send();
        assert_eq!(attempts.after_error(&unauthorized, None), Retry::WithNewToken);
        assert_eq!(attempts.after_error(&unauthorized, None), Retry::No);
    }
    assert_eq!(send().after_error(&error(403, "authorization"), None), Retry::No);
}

#[test]
fn send_event_is_never_repeated_when_it_may_have_been_delivered() {
    for lost in [
        error(500, ""),
        error(502, ""),
        error(503, ""),
        error(504, ""),
        error(500, "internal"),
        error(504, "request_timeout"),
        error(503, "service_unavailable"),
        SendEvent::message("C1", "Hi").read(200, "").unwrap_err(),
        SendEvent::message("C1", "Hi").read(200, "<html>").unwrap_err(),
    ] {
        assert_eq!(send().after_error(&lost, None), Retry::No, "{lost}");
    }
    assert_eq!(send().after_no_answer(), Retry::No);
    for mut attempts in
        [Attempts::new(&TagThread::new("C1", "T1", "a")), Attempts::new(&RawCall::new("start_chat", json!({})))]
    {
        assert_eq!(attempts.after_no_answer(), Retry::No);
    }
}

#[test]
fn calls_that_may_be_made_twice_are_repeated_three_times_when_the_answer_is_lost() {
    for mut attempts in [
        Attempts::new(&ListArchives::new()),
        Attempts::new(&UpdateCustomer::new("u1")),
        Attempts::new(&RawCall::new("list_chats", json!({})).repeatable()),
    ] {
        assert_eq!(seconds(&attempts.after_no_answer()), 1);
        assert_eq!(seconds(&attempts.after_error(&error(502, ""), None)), 2);
        assert_eq!(seconds(&attempts.after_error(&error(500, "request_timeout"), None)), 4);
        assert_eq!(attempts.after_no_answer(), Retry::No);
    }
}

#[test]
fn what_is_wrong_with_the_call_stays_wrong() {
    let mut attempts = Attempts::new(&ListArchives::new());
    for kind in ["validation", "not_found", "internal", "license_expired", "brand_new"] {
        assert_eq!(attempts.after_error(&error(400, kind), None), Retry::No, "{kind}");
    }
    for status in [400, 403, 404, 500, 501] {
        assert_eq!(attempts.after_error(&error(status, ""), None), Retry::No, "{status}");
    }
    let shape = ListArchives::new().read(200, "{}").unwrap_err();
    assert_eq!(attempts.after_error(&shape, None), Retry::No);
}

#[test]
fn all_waits_together_are_a_minute() {
    let mut attempts = Attempts::new(&ListArchives::new());
    let mut total = Duration::ZERO;
    for _ in 0..100 {
        if let Retry::After(time) = attempts.after_no_answer() {
            total += time;
        }
        if let Retry::After(time) = attempts.after_error(&error(429, ""), None) {
            total += time;
        }
    }
    assert_eq!(total, Duration::from_secs(61));
}
