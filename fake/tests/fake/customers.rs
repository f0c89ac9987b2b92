//! `get_customer` and `update_customer`.

use serde_json::json;

use crate::support::*;

#[tokio::test]
async fn a_customer_is_the_simulators() {
    let fake = fake();
    let token = token(&fake).await;
    let mary = agent(&fake, &token, "get_customer", json!({ "id": MARY })).await.ok();
    assert_eq!(mary["type"], "customer");
    assert_eq!(mary["name"], "Mary Brown");
    assert_eq!(mary["email"], "mary.brown@example.com");
    assert_eq!(mary["chat_ids"], json!([CHAT]));
    assert_eq!(mary["statistics"]["threads_count"], 13);
    assert!(mary["session_fields"].as_array().unwrap().contains(&json!({ "plan": "team" })));
    assert_eq!(mary["visit"]["geolocation"]["latitude"], "51.1093", "a string");
}

#[tokio::test]
async fn what_is_not_known_is_left_out() {
    let fake = fake();
    let token = token(&fake).await;
    let visitor = agent(&fake, &token, "get_customer", json!({ "id": "Q7T3G6" })).await.ok();
    for field in ["name", "email", "phone_number", "session_fields", "chat_ids", "address", "omnichannel", "avatar"] {
        assert_eq!(visitor.get(field), None, "{field}");
    }
}

#[tokio::test]
async fn an_update_changes_what_it_names_and_replaces_all_session_fields() {
    let fake = fake();
    let token = token(&fake).await;
    let update = json!({
        "id": MARY,
        "phone_number": "+48123456789",
        "session_fields": [{ "score": "7" }],
        "address": { "city": "Gdynia" },
    });
    assert_eq!(agent(&fake, &token, "update_customer", update).await.ok(), json!({}));
    let mary = agent(&fake, &token, "get_customer", json!({ "id": MARY })).await.ok();
    assert_eq!(mary["name"], "Mary Brown");
    assert_eq!(mary["phone_number"], "+48123456789");
    assert_eq!(mary["session_fields"], json!([{ "score": "7" }]));
    assert_eq!(mary["address"], json!({ "city": "Gdynia" }));
    agent(&fake, &token, "update_customer", json!({ "id": MARY, "session_fields": [] })).await.ok();
    let mary = agent(&fake, &token, "get_customer", json!({ "id": MARY })).await.ok();
    assert_eq!(mary.get("session_fields"), None);
    assert_eq!(mary["phone_number"], "+48123456789");
    let chat = agent(&fake, &token, "get_chat", json!({ "chat_id": CHAT })).await.ok();
    assert_eq!(chat["users"][0]["phone_number"], "+48123456789");
}

#[tokio::test]
async fn a_wrong_update_is_validation_and_changes_nothing() {
    let fake = fake();
    let token = token(&fake).await;
    for update in [
        json!({}),
        json!({ "id": MARY }),
        json!({ "name": "Mary" }),
        json!({ "id": MARY, "name": 7 }),
        json!({ "id": MARY, "email": "mary" }),
        json!({ "id": MARY, "name": "Other", "phone_number": "0123" }),
        json!({ "id": MARY, "phone_number": "+0123456" }),
        json!({ "id": MARY, "phone_number": "+1234567890123456" }),
        json!({ "id": MARY, "session_fields": { "a": "b" } }),
        json!({ "id": MARY, "session_fields": [{ "a": "b", "c": "d" }] }),
        json!({ "id": MARY, "session_fields": [{ "a": 1 }] }),
    ] {
        let answer = agent(&fake, &token, "update_customer", update.clone()).await;
        assert_eq!(answer.error(), (400, "validation".to_owned()), "{update}");
    }
    assert_eq!(agent(&fake, &token, "get_customer", json!({ "id": MARY })).await.ok()["name"], "Mary Brown");
}

#[tokio::test]
async fn an_unknown_customer_is_not_found() {
    let fake = fake();
    let token = token(&fake).await;
    assert_eq!(agent(&fake, &token, "get_customer", json!({})).await.error(), (400, "validation".to_owned()));
    for (action, body) in
        [("get_customer", json!({ "id": "unknown" })), ("update_customer", json!({ "id": "unknown", "name": "a" }))]
    {
        assert_eq!(agent(&fake, &token, action, body).await.error(), (404, "not_found".to_owned()), "{action}");
    }
}
