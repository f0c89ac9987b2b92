//! Faults of the API.

use std::time::Duration;

use axum::http::StatusCode;
use fake_livechat::switches::ApiFault;
use fake_livechat::{Fake, Switches};
use serde_json::{Value, json};
use tokio::time::Instant;

use crate::support::*;

fn failing(api_fault: ApiFault) -> Fake {
    fake_with(Switches { api_fault, ..Switches::default() })
}

fn message() -> Value {
    json!({ "chat_id": CHAT, "event": { "type": "message", "text": "Hello!" } })
}

#[tokio::test]
async fn writing_to_a_chat_can_be_refused_while_reading_works() {
    for (fault, error) in
        [(ApiFault::NotChatUser, (403, "authorization")), (ApiFault::ChatInactive, (422, "chat_inactive"))]
    {
        let fake = failing(fault);
        let token = token(&fake).await;
        let tag = json!({ "chat_id": CHAT, "thread_id": THREAD, "tag": "refund" });
        for (action, body) in [("send_event", message()), ("tag_thread", tag.clone()), ("untag_thread", tag)] {
            assert_eq!(agent(&fake, &token, action, body).await.error(), (error.0, error.1.to_owned()), "{action}");
        }
        agent(&fake, &token, "get_chat", json!({ "chat_id": CHAT })).await.ok();
        agent(&fake, &token, "get_customer", json!({ "id": MARY })).await.ok();
    }
}

#[tokio::test]
async fn too_many_requests_come_with_and_without_retry_after() {
    let fake = failing(ApiFault::TooManyRequests);
    let token = token(&fake).await;
    let answer = agent(&fake, &token, "list_chats", json!({})).await;
    assert_eq!(answer.error(), (429, "too_many_requests".to_owned()));
    assert_eq!(answer.header("retry-after"), None);
    let switches = Switches { retry_after_seconds: Some(2), ..fake.switches() };
    fake.set_switches(switches).unwrap();
    let answer = configuration(&fake, &token, "list_tags", json!({})).await;
    assert_eq!(answer.error(), (429, "too_many_requests".to_owned()));
    assert_eq!(answer.header("retry-after"), Some("2"));
    assert_eq!(answer.header("access-control-expose-headers"), Some("retry-after"));
}

#[tokio::test]
async fn a_gateway_can_answer_with_html_and_the_call_does_nothing() {
    let fake = failing(ApiFault::BadGateway);
    let token = token(&fake).await;
    let answer = agent(&fake, &token, "send_event", message()).await;
    assert_eq!(answer.status, StatusCode::BAD_GATEWAY);
    assert!(answer.header("content-type").unwrap().starts_with("text/html"));
    assert!(answer.text().starts_with("<html>"));
    fake.set_switches(Switches::default()).unwrap();
    let chat = agent(&fake, &token, "get_chat", json!({ "chat_id": CHAT })).await;
    assert!(!chat.text().contains("Hello!"));
}

#[tokio::test]
async fn a_body_can_be_empty_and_the_call_does_its_work() {
    let fake = failing(ApiFault::EmptyBody);
    let token = token(&fake).await;
    let answer = agent(&fake, &token, "send_event", message()).await;
    assert_eq!((answer.status, answer.body.len()), (StatusCode::OK, 0));
    assert_eq!(agent(&fake, &token, "send_event", json!({})).await.error(), (400, "validation".to_owned()));
    fake.set_switches(Switches::default()).unwrap();
    let chat = agent(&fake, &token, "get_chat", json!({ "chat_id": CHAT })).await;
    assert!(chat.text().contains("Hello!"));
}

#[tokio::test]
async fn a_fault_can_end_by_itself() {
    let fake =
        fake_with(Switches { api_fault: ApiFault::TooManyRequests, api_fault_times: Some(2), ..Switches::default() });
    let token = token(&fake).await;
    for left in [Some(1), None] {
        assert_eq!(agent(&fake, &token, "list_chats", json!({})).await.status, 429);
        assert_eq!(fake.switches().api_fault_times, left);
    }
    assert_eq!(fake.switches(), Switches::default());
    agent(&fake, &token, "list_chats", json!({})).await.ok();
}

#[tokio::test]
async fn calls_that_a_fault_spares_do_not_use_it_up() {
    let fake =
        fake_with(Switches { api_fault: ApiFault::ChatInactive, api_fault_times: Some(1), ..Switches::default() });
    let token = token(&fake).await;
    agent(&fake, &token, "list_chats", json!({})).await.ok();
    assert_eq!(agent(&fake, &token, "send_event", message()).await.error(), (422, "chat_inactive".to_owned()));
    agent(&fake, &token, "send_event", message()).await.ok();
}

#[tokio::test]
async fn zero_times_is_not_a_fault() {
    let fake = fake_with(Switches { api_fault: ApiFault::BadGateway, api_fault_times: Some(0), ..Switches::default() });
    let token = token(&fake).await;
    agent(&fake, &token, "list_chats", json!({})).await.ok();
}

#[tokio::test]
async fn a_request_is_misdirected_until_it_names_the_region() {
    let fake = fake_with(Switches { misdirected: true, region: "fra-a".to_owned(), ..Switches::default() });
    let token = token(&fake).await;
    for region in [None, Some("dal")] {
        let mut request = api_request(&token, "agent/action/list_chats");
        if let Some(region) = region {
            request = request.header("x-region", region);
        }
        let answer = send(fake.api(), request.body("{}".into()).unwrap()).await;
        assert_eq!(answer.error(), (421, "misdirected_request".to_owned()));
        assert_eq!(answer.json()["error"]["data"]["region"], "fra-a");
    }
    let request = api_request(&token, "agent/action/list_chats").header("x-region", "fra-a");
    send(fake.api(), request.body("{}".into()).unwrap()).await.ok();
}

#[tokio::test]
async fn a_token_can_end_after_some_calls_and_the_next_one_works() {
    let fake = fake_with(Switches { calls_per_token: Some(2), ..Switches::default() });
    let details = sign_in(&fake).await;
    let token = details["access_token"].as_str().unwrap();
    for _ in 0..2 {
        agent(&fake, token, "list_chats", json!({})).await.ok();
    }
    assert_eq!(agent(&fake, token, "list_chats", json!({})).await.error(), (401, "authentication".to_owned()));
    let next = post_token(&fake, refresh_body(details["refresh_token"].as_str().unwrap())).await.ok();
    agent(&fake, next["access_token"].as_str().unwrap(), "list_chats", json!({})).await.ok();
}

#[tokio::test(start_paused = true)]
async fn both_servers_can_be_slow_and_their_switches_are_not() {
    let fake = fake_with(Switches { latency_ms: 700, ..Switches::default() });
    let start = Instant::now();
    let token = token(&fake).await;
    assert_eq!(start.elapsed(), Duration::from_millis(700));
    agent(&fake, &token, "list_chats", json!({})).await.ok();
    assert_eq!(start.elapsed(), Duration::from_millis(1400));
    control(&fake, axum::http::Method::GET, "/fake/switches", "").await.ok();
    assert_eq!(start.elapsed(), Duration::from_millis(1400));
}
