//! `list_archives`.

use fake_livechat::Fake;
use serde_json::{Value, json};

use crate::support::*;

async fn found(fake: &Fake, token: &str, filters: Value) -> Value {
    agent(fake, token, "list_archives", json!({ "filters": filters, "limit": 100 })).await.ok()
}

#[tokio::test]
async fn only_ended_threads_are_there_the_latest_first() {
    let fake = fake();
    let token = token(&fake).await;
    let archives = found(&fake, &token, json!({})).await;
    assert_eq!(archives["found_chats"], 17);
    let chats = archives["chats"].as_array().unwrap();
    assert_eq!(chats.len(), 17);
    assert!(chats.iter().all(|chat| chat["thread"]["active"] == false));
    let created: Vec<&str> = chats.iter().map(|chat| chat["thread"]["created_at"].as_str().unwrap()).collect();
    assert!(created.is_sorted_by(|a, b| a >= b), "{created:?}");
}

#[tokio::test]
async fn the_archives_of_a_customer_come_in_pages_of_ten() {
    let fake = fake();
    let token = token(&fake).await;
    let filters = json!({ "filters": { "customer_id": MARY } });
    let first = agent(&fake, &token, "list_archives", filters).await.ok();
    assert_eq!(first["found_chats"], 12);
    assert_eq!(first["chats"].as_array().unwrap().len(), 10);
    let second = agent(&fake, &token, "list_archives", json!({ "page_id": first["next_page_id"] })).await.ok();
    assert_eq!(second["chats"].as_array().unwrap().len(), 2);
    assert_eq!(second.get("next_page_id"), None);
    for page in [first, second] {
        assert!(
            page["chats"].as_array().unwrap().iter().all(|chat| chat["id"] == CHAT && chat["users"][0]["id"] == MARY)
        );
    }
}

#[tokio::test]
async fn a_page_id_with_filters_is_validation() {
    let fake = fake();
    let token = token(&fake).await;
    let page = agent(&fake, &token, "list_archives", json!({ "limit": 1 })).await.ok()["next_page_id"].clone();
    let answer = agent(&fake, &token, "list_archives", json!({ "page_id": page, "filters": { "query": "a" } })).await;
    assert_eq!(answer.error(), (400, "validation".to_owned()));
    assert!(answer.text().contains("page_id"));
}

#[tokio::test]
async fn filters_narrow_it() {
    let fake = fake();
    let token = token(&fake).await;
    for (filters, count) in [
        (json!({ "query": "GIFT cards" }), 1),
        (json!({ "query": "mary brown" }), 12),
        (json!({ "query": "riverside-bakery" }), 1),
        (json!({ "query": "nobody wrote this" }), 0),
        (json!({ "chat_ids": [ENDED_CHAT] }), 1),
        (json!({ "thread_ids": ["TP01MARYK3", "TP02MARYK3"] }), 2),
        (json!({ "group_ids": [11] }), 2),
        (json!({ "customer_email": "tomasz@lis.example" }), 1),
        (json!({ "customer_id": MARY, "query": "refund" }), 1),
        (json!({ "tags": { "values": ["refund", "complaint"] } }), 3),
        (json!({ "tags": { "values": ["refund", "complaint"], "require_every_value": true } }), 0),
        (json!({ "tags": { "exists": true } }), 9),
        (json!({ "tags": { "exists": false } }), 8),
        (json!({ "tags": { "exclude_values": ["delivery"] } }), 14),
        (json!({ "agents": { "values": [AGENT] } }), 17),
        (json!({ "agents": { "exclude_values": [AGENT] } }), 0),
        (json!({ "event_types": { "values": ["message"] } }), 17),
        (json!({ "event_types": { "values": ["file"] } }), 0),
    ] {
        assert_eq!(found(&fake, &token, filters.clone()).await["found_chats"], count, "{filters}");
    }
}

#[tokio::test]
async fn both_ends_of_a_period_are_in_it_in_any_offset() {
    let fake = fake();
    let token = token(&fake).await;
    let all = found(&fake, &token, json!({ "customer_id": MARY })).await;
    let at = |index: usize| all["chats"][index]["thread"]["created_at"].as_str().unwrap().to_owned();
    let (from, to) = (at(4), at(2));
    assert_eq!(found(&fake, &token, json!({ "customer_id": MARY, "from": from, "to": to })).await["found_chats"], 3);
    let offset = from.replace('Z', "+00:00");
    assert_eq!(found(&fake, &token, json!({ "customer_id": MARY, "to": offset })).await["found_chats"], 8);
}

#[tokio::test]
async fn wrong_filters_are_validation() {
    let fake = fake();
    let token = token(&fake).await;
    for filters in [
        json!([]),
        json!({ "from": "2026-01-01" }),
        json!({ "chat_ids": "one" }),
        json!({ "chat_ids": vec!["a"; 1001] }),
        json!({ "thread_ids": vec!["a"; 21] }),
        json!({ "thread_ids": ["a"], "query": "b" }),
        json!({ "group_ids": vec![1; 201] }),
        json!({ "group_ids": ["4"] }),
        json!({ "tags": {} }),
        json!({ "tags": { "exists": true, "values": ["a"] } }),
    ] {
        let answer = agent(&fake, &token, "list_archives", json!({ "filters": filters })).await;
        assert_eq!(answer.error(), (400, "validation".to_owned()), "{filters}");
    }
}

#[tokio::test]
async fn filters_that_the_fake_lacks_are_refused_and_not_ignored() {
    let fake = fake();
    let token = token(&fake).await;
    for body in [
        json!({ "filters": { "greetings": { "exists": true } } }),
        json!({ "filters": { "properties": {} } }),
        json!({ "highlights": { "pre_tag": "<b>", "post_tag": "</b>" } }),
    ] {
        let answer = agent(&fake, &token, "list_archives", body.clone()).await;
        assert_eq!(answer.error(), (501, "not_faked".to_owned()), "{body}");
    }
}
