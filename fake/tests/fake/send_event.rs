//! `send_event`.

use serde_json::{Value, json};

use crate::support::*;

async fn send_to(chat: &str, event: Value) -> Answer {
    let fake = fake();
    let token = token(&fake).await;
    agent(&fake, &token, "send_event", json!({ "chat_id": chat, "event": event })).await
}

fn message() -> Value {
    json!({ "type": "message", "text": "Hello!" })
}

#[tokio::test]
async fn a_message_is_in_the_thread_afterwards() {
    let fake = fake();
    let token = token(&fake).await;
    let event = json!({ "type": "message", "text": "Hello!", "custom_id": "c1", "visibility": "agents", "unknown": 1 });
    let sent = agent(&fake, &token, "send_event", json!({ "chat_id": CHAT, "event": event })).await.ok();
    let chat = agent(&fake, &token, "get_chat", json!({ "chat_id": CHAT })).await.ok();
    let last = chat["thread"]["events"].as_array().unwrap().last().unwrap().clone();
    assert_eq!(last["id"], sent["event_id"]);
    assert!(last["created_at"].as_str().unwrap().ends_with('Z'));
    assert_eq!(last["author_id"], AGENT);
    assert_eq!(last["visibility"], "agents");
    assert_eq!(last["custom_id"], "c1");
    assert_eq!(last["text"], "Hello!");
    assert_eq!(last.get("unknown"), None);
}

#[tokio::test]
async fn every_kind_of_event_that_agents_send_is_accepted() {
    let button = json!({
        "text": "Open", "type": "webview", "value": "https://example.com", "webview_height": "tall", "user_ids": [],
        "postback_id": "p1",
    });
    for event in [
        json!({ "type": "message", "text": "Yes", "postback": { "id": "p", "thread_id": "t", "event_id": "e" } }),
        json!({ "type": "custom", "content": { "a": [1] } }),
        json!({ "type": "system_message", "system_message_type": "note", "text": "Hi", "text_vars": {} }),
        json!({ "type": "rich_message", "template_id": "cards", "elements": [
            { "title": "A", "image": { "url": "https://example.com/a.png" }, "buttons": [button, { "text": "bare" }] },
        ] }),
        json!({ "type": "rich_message", "template_id": "quick_replies" }),
        json!({ "type": "filled_form", "form_id": "f", "fields": [] }),
    ] {
        assert!(send_to(CHAT, event.clone()).await.ok()["event_id"].is_string(), "{event}");
    }
}

#[tokio::test]
async fn a_system_message_has_no_author() {
    let fake = fake();
    let token = token(&fake).await;
    let event = json!({ "type": "system_message", "system_message_type": "note" });
    agent(&fake, &token, "send_event", json!({ "chat_id": CHAT, "event": event })).await.ok();
    let chat = agent(&fake, &token, "get_chat", json!({ "chat_id": CHAT })).await.ok();
    assert_eq!(chat["thread"]["events"].as_array().unwrap().last().unwrap().get("author_id"), None);
}

#[tokio::test]
async fn what_the_documentation_forbids_is_validation() {
    let cards = |element: Value| json!({ "type": "rich_message", "template_id": "cards", "elements": [element] });
    let buttons = |button: Value, count: usize| cards(json!({ "buttons": vec![button; count] }));
    for event in [
        json!({}),
        json!({ "type": "message" }),
        json!({ "type": "message", "text": "" }),
        json!({ "type": "message", "text": 7 }),
        json!({ "type": "message", "text": "a".repeat(16 * 1024 + 1) }),
        json!({ "type": "message", "text": "a", "visibility": "everybody" }),
        json!({ "type": "message", "text": "a", "custom_id": 1 }),
        json!({ "type": "message", "text": "a", "properties": [] }),
        json!({ "type": "message", "text": "a", "postback": { "id": "p" } }),
        json!({ "type": "message", "text": "a", "postback": { "id": "p", "thread_id": "t", "event_id": "e", "type": "x" } }),
        json!({ "type": "file" }),
        json!({ "type": "file", "url": "https://example.com/elsewhere.png" }),
        json!({ "type": "custom", "content": "text" }),
        json!({ "type": "system_message" }),
        json!({ "type": "rich_message" }),
        json!({ "type": "rich_message", "template_id": "posters" }),
        json!({ "type": "rich_message", "template_id": "cards", "elements": vec![json!({ "title": "a" }); 11] }),
        cards(json!({ "title": 1 })),
        cards(json!({ "image": {} })),
        cards(json!("text")),
        buttons(json!({}), 1),
        buttons(json!({ "text": "a" }), 14),
        buttons(json!({ "text": "a", "type": "fax" }), 1),
        buttons(json!({ "text": "a", "type": "url", "webview_height": "tall" }), 1),
        buttons(json!({ "text": "a", "target": "parent" }), 1),
        buttons(json!({ "text": "a", "user_ids": "all" }), 1),
        json!({ "type": "filled_form", "form_id": "f" }),
        json!({ "type": "form" }),
        json!({ "type": "system", "source": "a" }),
    ] {
        assert_eq!(send_to(CHAT, event.clone()).await.error(), (400, "validation".to_owned()), "{event}");
    }
    send_to(CHAT, json!({ "type": "message", "text": "a".repeat(16 * 1024) })).await.ok();
    send_to(CHAT, buttons(json!({ "text": "a" }), 13)).await.ok();
}

#[tokio::test]
async fn a_chat_has_to_be_there_and_active() {
    assert_eq!(send_to("unknown", message()).await.error(), (404, "not_found".to_owned()));
    assert_eq!(send_to(ENDED_CHAT, message()).await.error(), (422, "chat_inactive".to_owned()));
}

#[tokio::test]
async fn both_fields_are_needed() {
    let fake = fake();
    let token = token(&fake).await;
    for body in [
        json!({}),
        json!({ "chat_id": CHAT }),
        json!({ "event": message() }),
        json!({ "chat_id": 1, "event": message() }),
    ] {
        let answer = agent(&fake, &token, "send_event", body.clone()).await;
        assert_eq!(answer.error(), (400, "validation".to_owned()), "{body}");
    }
}
