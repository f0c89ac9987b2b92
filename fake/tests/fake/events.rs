//! `GET /fake/events`.

use axum::body::Body;
use axum::http::Request;
use fake_livechat::Fake;
use http_body_util::BodyExt;
use serde_json::{Value, json};
use tower::ServiceExt;

use crate::support::*;

/// An open event stream.
struct Events(Body);

impl Events {
    async fn open(fake: &Fake, query: &str, last: Option<&str>) -> Self {
        let mut request = Request::get(format!("/fake/events{query}"));
        if let Some(last) = last {
            request = request.header("last-event-id", last);
        }
        let response = fake.api().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
        assert_eq!(response.headers()["content-type"], "text/event-stream");
        assert_eq!(response.headers()["access-control-allow-origin"], "*");
        Self(response.into_body())
    }

    /// The name, id and data of the next event.
    async fn next_of_any(&mut self) -> (String, Option<String>, Value) {
        let text = self.0.frame().await.unwrap().unwrap().into_data().unwrap();
        let text = std::str::from_utf8(&text).unwrap();
        let field = |name: &str| Some(text.lines().find_map(|line| line.strip_prefix(name))?.trim().to_owned());
        (field("event:").unwrap(), field("id:"), serde_json::from_str(&field("data:").unwrap()).unwrap())
    }

    /// The id and data of the next event named `event`.
    async fn next(&mut self) -> (String, Value) {
        loop {
            if let (name, Some(id), data) = self.next_of_any().await {
                assert_eq!(name, "event");
                return (id, data);
            }
        }
    }

    /// The switches in the next event named `switches`.
    async fn next_switches(&mut self) -> Value {
        let (name, id, data) = self.next_of_any().await;
        assert_eq!((&*name, id), ("switches", None));
        data
    }
}

async fn say(fake: &Fake, token: &str, text: &str) {
    let event = json!({ "type": "message", "text": text });
    agent(fake, token, "send_event", json!({ "chat_id": CHAT, "event": event })).await.ok();
}

#[tokio::test]
async fn what_is_sent_is_announced_to_every_stream() {
    let fake = fake();
    let token = token(&fake).await;
    say(&fake, &token, "before").await;
    let (mut one, mut other) = (Events::open(&fake, "", None).await, Events::open(&fake, "", None).await);
    say(&fake, &token, "first\nwith a second line").await;
    say(&fake, &token, "second").await;
    for events in [&mut one, &mut other] {
        let (id, data) = events.next().await;
        assert!(id.ends_with("-2"), "{id}");
        assert_eq!(data["chat_id"], CHAT);
        assert_eq!(data["thread_id"], THREAD);
        assert_eq!(data["event"]["text"], "first\nwith a second line");
        assert_eq!(data["event"]["author_id"], AGENT);
        assert_eq!(events.next().await.1["event"]["text"], "second");
    }
}

#[tokio::test]
async fn a_stream_that_waits_wakes_up() {
    let fake = fake();
    let token = token(&fake).await;
    let mut events = Events::open(&fake, "", None).await;
    let next = tokio::spawn(async move { events.next().await.1["event"]["text"].clone() });
    // The stream is polled first, and is empty.
    tokio::task::yield_now().await;
    say(&fake, &token, "late").await;
    assert_eq!(next.await.unwrap(), "late");
}

#[tokio::test]
async fn a_stream_can_begin_at_the_start_or_where_another_broke_off() {
    let fake = fake();
    let token = token(&fake).await;
    for text in ["1", "2", "3"] {
        say(&fake, &token, text).await;
    }
    let mut all = Events::open(&fake, "?after=0", None).await;
    let (first, data) = all.next().await;
    assert_eq!(data["event"]["text"], "1");
    let (second, _) = all.next().await;
    let after = format!("?after={first}");
    assert_eq!(Events::open(&fake, &after, None).await.next().await.1["event"]["text"], "2");
    assert_eq!(Events::open(&fake, &after, Some(&second)).await.next().await.1["event"]["text"], "3");
}

#[tokio::test]
async fn a_reader_of_an_earlier_run_gets_everything_of_this_one() {
    let (earlier, fake) = (fake(), fake());
    let mut last = String::new();
    for (fake, text) in [(&earlier, "1"), (&earlier, "2"), (&fake, "new")] {
        say(fake, &token(fake).await, text).await;
    }
    let mut events = Events::open(&earlier, "?after=0", None).await;
    for _ in 0..2 {
        last = events.next().await.0;
    }
    assert_eq!(Events::open(&fake, "", Some(&last)).await.next().await.1["event"]["text"], "new");
}

#[tokio::test]
async fn a_stream_begins_with_the_switches_and_has_every_change_of_them() {
    let fake = fake();
    let token = token(&fake).await;
    let mut events = Events::open(&fake, "", None).await;
    assert_eq!(events.next_switches().await["api_fault"], "none");
    let body = r#"{"api_fault": "bad_gateway", "api_fault_times": 1}"#;
    control(&fake, axum::http::Method::PUT, "/fake/switches", body).await.ok();
    assert_eq!(events.next_switches().await["api_fault"], "bad_gateway");
    // The fault ends by itself.
    assert_eq!(agent(&fake, &token, "get_chat", json!({ "chat_id": CHAT })).await.status, 502);
    assert_eq!(events.next_switches().await["api_fault"], "none");
    control(&fake, axum::http::Method::PUT, "/fake/switches", r#"{"latency_ms": 1}"#).await.ok();
    assert_eq!(events.next_switches().await["latency_ms"], 1);
    fake.reset();
    assert_eq!(events.next_switches().await["latency_ms"], 0);
}

#[tokio::test]
async fn a_refused_event_is_not_announced() {
    let fake = fake();
    let token = token(&fake).await;
    let mut events = Events::open(&fake, "", None).await;
    let event = json!({ "type": "message", "text": "" });
    assert_eq!(agent(&fake, &token, "send_event", json!({ "chat_id": CHAT, "event": event })).await.status, 400);
    say(&fake, &token, "accepted").await;
    assert_eq!(events.next().await.1["event"]["text"], "accepted");
}
