//! `get_chat`, `list_chats`, `list_threads`; tags; and the requirements of every action.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use fake_livechat::Switches;
use serde_json::{Value, json};

use crate::support::*;

fn ids(list: &Value) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn a_chat_has_the_simulators_conversation() {
    let fake = fake();
    let token = token(&fake).await;
    let chat = agent(&fake, &token, "get_chat", json!({ "chat_id": CHAT })).await.ok();
    assert_eq!(chat["id"], CHAT);
    let thread = &chat["thread"];
    assert_eq!(thread["id"], THREAD);
    assert_eq!(thread["active"], true);
    assert_eq!(thread["access"]["group_ids"], json!([4]));
    assert_eq!(thread["user_ids"], json!([MARY, AGENT, ADMIN]));
    let events = thread["events"].as_array().unwrap();
    assert_eq!(events[0]["type"], "filled_form");
    assert_eq!(events[0]["fields"][1]["answer"], "A-20418");
    assert_eq!(events[2]["text"], "Hi! My order was due on Tuesday and it still isn't here.");
    assert_eq!(events[2]["author_id"], MARY);
    assert_eq!(events[3]["author_id"], AGENT);
    let types: Vec<&str> =
        chat["users"].as_array().unwrap().iter().map(|user| user["type"].as_str().unwrap()).collect();
    assert_eq!(types, ["customer", "agent", "agent"]);
    assert_eq!(chat["users"][0]["name"], "Mary Brown");
}

#[tokio::test]
async fn a_past_thread_is_found_by_its_id_and_names_its_neighbors() {
    let fake = fake();
    let token = token(&fake).await;
    let get = async |thread: &Value| {
        agent(&fake, &token, "get_chat", json!({ "chat_id": CHAT, "thread_id": thread })).await.ok()["thread"].clone()
    };
    let latest = get(&json!(THREAD)).await;
    assert_eq!(latest.get("next_thread_id"), None);
    let previous = get(&latest["previous_thread_id"]).await;
    assert_eq!(previous["active"], false);
    assert_eq!(previous["next_thread_id"], THREAD);
}

#[tokio::test]
async fn missing_chats_and_threads_are_not_found() {
    let fake = fake();
    let token = token(&fake).await;
    for (action, body) in [
        ("get_chat", json!({ "chat_id": "unknown" })),
        ("get_chat", json!({ "chat_id": CHAT, "thread_id": "unknown" })),
        ("list_threads", json!({ "chat_id": "unknown" })),
        ("tag_thread", json!({ "chat_id": "unknown", "thread_id": THREAD, "tag": "refund" })),
        ("untag_thread", json!({ "chat_id": CHAT, "thread_id": "unknown", "tag": "refund" })),
        ("no_such_action", json!({})),
        ("list_tags", json!({})),
    ] {
        assert_eq!(agent(&fake, &token, action, body).await.error(), (404, "not_found".to_owned()), "{action}");
    }
}

#[tokio::test]
async fn chats_are_listed_by_their_latest_thread() {
    let fake = fake();
    let token = token(&fake).await;
    let answer = agent(&fake, &token, "list_chats", json!({})).await.ok();
    assert_eq!(answer["found_chats"], 6);
    assert_eq!(answer["chats_summary"].as_array().unwrap().len(), 6);
    assert_eq!(answer.get("next_page_id"), None);
    let mary = answer["chats_summary"].as_array().unwrap().iter().find(|chat| chat["id"] == CHAT).unwrap();
    assert_eq!(mary["last_thread_summary"]["id"], THREAD);
    assert_eq!(mary["last_thread_summary"].get("events"), None);
    let last = &mary["last_event_per_type"]["message"];
    assert_eq!(last["thread_id"], THREAD);
    assert_eq!(last["event"]["text"], "Great. I'd need it by Friday, if that's still possible.");
    let created: Vec<&str> = answer["chats_summary"]
        .as_array()
        .unwrap()
        .iter()
        .map(|chat| chat["last_thread_summary"]["created_at"].as_str().unwrap())
        .collect();
    assert!(created.is_sorted_by(|a, b| a >= b), "{created:?}");
    let ascending = agent(&fake, &token, "list_chats", json!({ "sort_order": "asc" })).await.ok();
    let mut reversed = ids(&ascending["chats_summary"]);
    reversed.reverse();
    assert_eq!(reversed, ids(&answer["chats_summary"]));
}

#[tokio::test]
async fn chats_are_filtered_by_activity_and_group() {
    let fake = fake();
    let token = token(&fake).await;
    for (filters, count) in [
        (json!({ "active": true }), 4),
        (json!({ "active": false }), 2),
        (json!({ "active": null }), 6),
        (json!({ "group_ids": [4] }), 2),
        (json!({ "group_ids": [2], "active": true }), 1),
        (json!({ "include_chats_without_threads": false }), 6),
    ] {
        let answer = agent(&fake, &token, "list_chats", json!({ "filters": filters })).await.ok();
        assert_eq!(answer["found_chats"], count, "{filters}");
    }
    let filters = json!({ "filters": { "properties": {} } });
    assert_eq!(agent(&fake, &token, "list_chats", filters).await.error(), (501, "not_faked".to_owned()));
}

#[tokio::test]
async fn pages_lead_forward_and_back() {
    let fake = fake();
    let token = token(&fake).await;
    let all = agent(&fake, &token, "list_chats", json!({ "limit": 100 })).await.ok();
    let mut seen: Vec<String> = Vec::new();
    let mut page = agent(&fake, &token, "list_chats", json!({ "limit": 4 })).await.ok();
    assert_eq!(page.get("previous_page_id"), None);
    let first = page.clone();
    loop {
        seen.extend(ids(&page["chats_summary"]).into_iter().map(str::to_owned));
        let Some(next) = page.get("next_page_id") else { break };
        page = agent(&fake, &token, "list_chats", json!({ "page_id": next })).await.ok();
    }
    assert_eq!(seen, ids(&all["chats_summary"]));
    let back = agent(&fake, &token, "list_chats", json!({ "page_id": page["previous_page_id"] })).await.ok();
    assert_eq!(back, first);
}

#[tokio::test]
async fn a_page_id_is_alone_and_of_the_same_action() {
    let fake = fake();
    let token = token(&fake).await;
    let page = agent(&fake, &token, "list_chats", json!({ "limit": 2 })).await.ok()["next_page_id"].clone();
    for (action, body) in [
        ("list_chats", json!({ "page_id": page, "filters": {} })),
        ("list_chats", json!({ "page_id": page, "limit": 2 })),
        ("list_chats", json!({ "page_id": page, "sort_order": "asc" })),
        ("list_chats", json!({ "page_id": "unknown" })),
        ("list_chats", json!({ "page_id": 7 })),
        ("list_archives", json!({ "page_id": page })),
        ("list_chats", json!({ "limit": 0 })),
        ("list_chats", json!({ "limit": 101 })),
        ("list_chats", json!({ "sort_order": "up" })),
    ] {
        let answer = agent(&fake, &token, action, body.clone()).await;
        assert_eq!(answer.error(), (400, "validation".to_owned()), "{action} {body}");
    }
}

#[tokio::test]
async fn threads_come_in_threes_and_by_time() {
    let fake = fake();
    let token = token(&fake).await;
    let answer = agent(&fake, &token, "list_threads", json!({ "chat_id": CHAT })).await.ok();
    assert_eq!(answer["found_threads"], 13);
    assert_eq!(ids(&answer["threads"]), [THREAD, "TP01MARYK3", "TP02MARYK3"]);
    let next = json!({ "page_id": answer["next_page_id"], "chat_id": CHAT });
    let answer = agent(&fake, &token, "list_threads", next).await.ok();
    assert_eq!(ids(&answer["threads"]), ["TP03MARYK3", "TP04MARYK3", "TP05MARYK3"]);
    let oldest =
        agent(&fake, &token, "list_threads", json!({ "chat_id": CHAT, "sort_order": "asc", "limit": 1 })).await.ok();
    assert_eq!(ids(&oldest["threads"]), ["TP12MARYK3"]);
    let period = json!({ "to": oldest["threads"][0]["created_at"] });
    let answer = agent(&fake, &token, "list_threads", json!({ "chat_id": CHAT, "filters": period })).await.ok();
    assert_eq!(ids(&answer["threads"]), ["TP12MARYK3"]);
}

#[tokio::test]
async fn threads_can_be_limited_by_their_events() {
    let fake = fake();
    let token = token(&fake).await;
    // The latest has a form and six messages, the others two messages each.
    for (count, threads) in [(1, 1), (7, 1), (8, 2), (9, 2), (10, 3), (100, 13)] {
        let body = json!({ "chat_id": CHAT, "min_events_count": count });
        let answer = agent(&fake, &token, "list_threads", body).await.ok();
        assert_eq!(answer["threads"].as_array().unwrap().len(), threads, "{count}");
    }
    for body in [
        json!({ "chat_id": CHAT, "min_events_count": 0 }),
        json!({ "chat_id": CHAT, "min_events_count": 101 }),
        json!({ "chat_id": CHAT, "min_events_count": 5, "limit": 3 }),
        json!({ "chat_id": CHAT, "min_events_count": 5, "filters": {} }),
        json!({ "chat_id": CHAT, "filters": { "from": "yesterday" } }),
        json!({}),
    ] {
        let answer = agent(&fake, &token, "list_threads", body.clone()).await;
        assert_eq!(answer.error(), (400, "validation".to_owned()), "{body}");
    }
}

#[tokio::test]
async fn a_tag_is_added_once_and_removed() {
    let fake = fake();
    let token = token(&fake).await;
    let tags = async || {
        let chat = agent(&fake, &token, "get_chat", json!({ "chat_id": CHAT })).await.ok();
        chat["thread"].get("tags").cloned()
    };
    let body = json!({ "chat_id": CHAT, "thread_id": THREAD, "tag": "refund" });
    assert_eq!(tags().await, None);
    for _ in 0..2 {
        assert_eq!(agent(&fake, &token, "tag_thread", body.clone()).await.ok(), json!({}));
        assert_eq!(tags().await, Some(json!(["refund"])));
    }
    assert_eq!(agent(&fake, &token, "untag_thread", body).await.ok(), json!({}));
    assert_eq!(tags().await, None);
}

#[tokio::test]
async fn a_tag_has_to_exist_in_the_threads_group_letter_for_letter() {
    let fake = fake();
    let token = token(&fake).await;
    for tag in ["unknown", "Refund", "wholesale"] {
        let body = json!({ "chat_id": CHAT, "thread_id": THREAD, "tag": tag });
        assert_eq!(agent(&fake, &token, "tag_thread", body).await.error(), (400, "validation".to_owned()), "{tag}");
    }
}

#[tokio::test]
async fn a_token_is_needed_and_has_to_be_known() {
    let fake = fake();
    let unknown = agent(&fake, "dal:unknown", "get_chat", json!({ "chat_id": CHAT })).await;
    assert_eq!(unknown.error(), (401, "authentication".to_owned()));
    assert_eq!(unknown.json()["error"]["message"], "Invalid access token");
    for authorization in [None, Some("Basic YTpi"), Some("Bearer"), Some("Bearer ")] {
        let mut request = Request::post("/v3.6/agent/action/get_chat");
        if let Some(authorization) = authorization {
            request = request.header(header::AUTHORIZATION, authorization);
        }
        let answer = send(fake.api(), request.body("{}".into()).unwrap()).await;
        assert_eq!(answer.error(), (401, "authentication".to_owned()), "{authorization:?}");
    }
}

#[tokio::test]
async fn every_action_demands_its_scope() {
    let fake = fake();
    let other = token_with(&fake, "accounts--my:ro,chats--my:rw").await;
    for (path, scope) in [
        ("agent/action/send_event", "chats--access:rw"),
        ("agent/action/get_chat", "chats--access:ro"),
        ("agent/action/list_chats", "chats--access:ro"),
        ("agent/action/list_threads", "chats--access:ro"),
        ("agent/action/list_archives", "chats--access:ro"),
        ("agent/action/tag_thread", "chats--access:rw"),
        ("agent/action/untag_thread", "chats--access:rw"),
        ("agent/action/get_customer", "customers:ro"),
        ("agent/action/update_customer", "customers:rw"),
        ("configuration/action/list_agents", "agents--all:ro"),
        ("configuration/action/get_agent", "agents--my:ro"),
        ("configuration/action/list_tags", "tags--groups:ro"),
        ("configuration/action/list_groups", "groups--all:ro"),
    ] {
        let answer = call(&fake, &other, path, json!({})).await;
        assert_eq!(answer.error(), (403, "authorization".to_owned()), "{path}");
        assert!(answer.text().contains(scope), "{path}");
        // With it, only the body can be wrong.
        let token = token_with(&fake, scope).await;
        let answer = call(&fake, &token, path, json!({})).await;
        assert!(answer.status == StatusCode::OK || answer.error().1 == "validation", "{path}: {}", answer.text());
    }
    let read_only = token_with(&fake, "chats--access:ro,customers:ro").await;
    let body = json!({ "chat_id": CHAT, "event": { "type": "message", "text": "a" } });
    assert_eq!(agent(&fake, &read_only, "send_event", body).await.status, StatusCode::FORBIDDEN);
    let all = token_of(&fake, "chats--all:ro", ADMIN).await;
    agent(&fake, &all, "get_chat", json!({ "chat_id": CHAT })).await.ok();
}

#[tokio::test]
async fn a_body_is_a_json_object() {
    let fake = fake();
    let token = token(&fake).await;
    for body in ["", "[]", "null", "\"{}\"", "{", "chat_id=1"] {
        let request = api_request(&token, "agent/action/list_chats").body(body.into()).unwrap();
        assert_eq!(send(fake.api(), request).await.error(), (400, "validation".to_owned()), "{body}");
    }
}

#[tokio::test]
async fn other_versions_and_methods_are_refused() {
    let fake = fake();
    let request = Request::post("/v3.7/agent/action/get_chat").body("{}".into()).unwrap();
    assert_eq!(send(fake.api(), request).await.error(), (400, "unsupported_version".to_owned()));
    let request =
        Request::builder().method(Method::GET).uri("/v3.6/agent/action/get_chat").body(Body::empty()).unwrap();
    assert_eq!(send(fake.api(), request).await.status, StatusCode::METHOD_NOT_ALLOWED);
}

#[tokio::test]
async fn every_thread_can_end_with_an_unknown_event() {
    let fake = fake_with(Switches { unknown_events: true, ..Switches::default() });
    let token = token(&fake).await;
    let chat = agent(&fake, &token, "get_chat", json!({ "chat_id": CHAT })).await.ok();
    let threads = agent(&fake, &token, "list_threads", json!({ "chat_id": CHAT })).await.ok();
    let archives = agent(&fake, &token, "list_archives", json!({})).await.ok();
    for thread in [&chat["thread"], &threads["threads"][1], &archives["chats"][0]["thread"]] {
        let events = thread["events"].as_array().unwrap();
        assert_eq!(events.last().unwrap()["type"], "hologram");
        assert_eq!(events.iter().filter(|event| event["type"] == "hologram").count(), 1);
    }
}
