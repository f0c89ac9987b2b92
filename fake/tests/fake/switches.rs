//! The switches over HTTP and on the command line.

use axum::http::Method;
use clap::Parser;
use fake_livechat::Switches;
use fake_livechat::args::Args;
use fake_livechat::switches::{ApiFault, Colon, Popup, StateAnswer};
use serde_json::{Value, json};

use crate::support::*;

/// All switches, with values other than the default.
fn all() -> (Value, Vec<&'static str>, Switches) {
    let json = json!({
        "token_without_cors": true,
        "popup": "scopes",
        "ooops": true,
        "exception": "missing_grant",
        "state": "wrong",
        "colon": "twice",
        "region": "fra-b",
        "skip_consent": true,
        "token_lifetime_seconds": 5,
        "calls_per_token": 3,
        "reusable_refresh_tokens": true,
        "api_fault": "too_many_requests",
        "api_fault_times": 4,
        "retry_after_seconds": 1,
        "misdirected": true,
        "unknown_events": true,
        "latency_ms": 9,
    });
    let flags = vec![
        "--token-without-cors",
        "--popup=scopes",
        "--ooops",
        "--exception=missing_grant",
        "--state=wrong",
        "--colon=twice",
        "--region=fra-b",
        "--skip-consent",
        "--token-lifetime-seconds=5",
        "--calls-per-token=3",
        "--reusable-refresh-tokens",
        "--api-fault=too_many_requests",
        "--api-fault-times=4",
        "--retry-after-seconds=1",
        "--misdirected",
        "--unknown-events",
        "--latency-ms=9",
    ];
    let switches = Switches {
        token_without_cors: true,
        popup: Popup::Scopes,
        ooops: true,
        exception: "missing_grant".to_owned(),
        state: StateAnswer::Wrong,
        colon: Colon::Twice,
        region: "fra-b".to_owned(),
        skip_consent: true,
        token_lifetime_seconds: 5,
        calls_per_token: Some(3),
        reusable_refresh_tokens: true,
        api_fault: ApiFault::TooManyRequests,
        api_fault_times: Some(4),
        retry_after_seconds: Some(1),
        misdirected: true,
        unknown_events: true,
        latency_ms: 9,
    };
    (json, flags, switches)
}

#[tokio::test]
async fn each_is_set_and_read_over_http() {
    let fake = fake();
    let (json, _, switches) = all();
    assert_eq!(control(&fake, Method::PUT, "/fake/switches", &json.to_string()).await.ok(), json);
    assert_eq!(control(&fake, Method::GET, "/fake/switches", "").await.ok(), json);
    assert_eq!(fake.switches(), switches);
}

#[test]
fn each_is_a_flag_of_the_same_name() {
    let (json, flags, switches) = all();
    for name in json.as_object().unwrap().keys() {
        let flag = format!("--{}", name.replace('_', "-"));
        assert!(flags.iter().any(|given| given.split('=').next() == Some(&flag)), "{flag}");
    }
    assert_eq!(Args::try_parse_from(std::iter::once("fake-livechat").chain(flags)).unwrap().switches, switches);
    assert_eq!(Args::try_parse_from(["fake-livechat"]).unwrap().switches, Switches::default());
}

#[test]
fn each_is_in_the_table_of_the_documentation() {
    let documentation = include_str!("../../src/lib.rs");
    for name in all().0.as_object().unwrap().keys() {
        assert!(documentation.contains(&format!("//! | `{name}` |")), "{name}");
    }
}

#[tokio::test]
async fn a_field_that_is_left_out_gets_its_default() {
    let fake = fake();
    control(&fake, Method::PUT, "/fake/switches", &all().0.to_string()).await.ok();
    control(&fake, Method::PUT, "/fake/switches", r#"{"latency_ms": 1}"#).await.ok();
    assert_eq!(fake.switches(), Switches { latency_ms: 1, ..Switches::default() });
    control(&fake, Method::PUT, "/fake/switches", "{}").await.ok();
    assert_eq!(fake.switches(), Switches::default());
}

#[tokio::test]
async fn wrong_switches_are_refused_and_change_nothing() {
    let fake = fake();
    for body in [
        "",
        "[]",
        "[true]",
        r#"{"latency": 1}"#,
        r#"{"latency_ms": -1}"#,
        r#"{"latency_ms": 5, "region": ""}"#,
        r#"{"latency_ms": 5, "region": "a:b"}"#,
        r#"{"latency_ms": 5, "exception": "a b"}"#,
        r#"{"api_fault": "fire"}"#,
    ] {
        let answer = control(&fake, Method::PUT, "/fake/switches", body).await;
        assert_eq!(answer.status, 422, "{body}");
        assert!(answer.json()["error"].is_string(), "{body}");
    }
    assert_eq!(fake.switches(), Switches::default());
}

#[tokio::test]
async fn all_tokens_can_be_expired_now() {
    let fake = fake();
    let details = sign_in(&fake).await;
    let token = details["access_token"].as_str().unwrap();
    assert_eq!(control(&fake, Method::POST, "/fake/expire-tokens", "").await.ok(), json!({ "expired": 1 }));
    assert_eq!(agent(&fake, token, "list_chats", json!({})).await.error(), (401, "authentication".to_owned()));
    let next = post_token(&fake, refresh_body(details["refresh_token"].as_str().unwrap())).await.ok();
    agent(&fake, next["access_token"].as_str().unwrap(), "list_chats", json!({})).await.ok();
}

#[tokio::test]
async fn a_reset_brings_back_the_samples_and_forgets_the_rest() {
    let fake = fake();
    let token = token(&fake).await;
    let message = json!({ "chat_id": CHAT, "event": { "type": "message", "text": "Hello!" } });
    agent(&fake, &token, "send_event", message).await.ok();
    for _ in 0..3 {
        accept(&fake, &[]).await.parameters('#');
    }
    control(&fake, Method::PUT, "/fake/switches", r#"{"latency_ms": 1}"#).await.ok();
    assert_eq!(control(&fake, Method::POST, "/fake/reset", "").await.ok(), json!({}));
    assert_eq!(fake.switches(), Switches::default());
    assert_eq!(agent(&fake, &token, "list_chats", json!({})).await.status, 401);
    accept(&fake, &[]).await.parameters('#');
    let token = token_with(&fake, "chats--access:ro").await;
    assert!(!agent(&fake, &token, "get_chat", json!({ "chat_id": CHAT })).await.text().contains("Hello!"));
}
