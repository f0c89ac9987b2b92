use recipes::past_chats::PastChats;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;
use yew_livechat::{
    prelude::*,
    testing::{FakeAccounts, FakeServer, mount},
};

// ANCHOR: test
#[wasm_bindgen_test]
async fn earlier_chats_are_those_of_the_customer_on_screen() {
    let (server, accounts) = (FakeServer::start(), FakeAccounts::new());
    let page = mount::<PastChats>(Extension::details().signs_in_at(&accounts)).await;
    page.open_chat(&json!({ "id": "C1" })).await;
    page.shows("Sign in with LiveChat").await;

    accounts.signed_in(Account::new("ann", "org"));
    let asked = server.request("/list_archives").await.json().await;
    assert_eq!(asked, json!({ "filters": { "customer_id": "C1" }, "limit": 5 }));
    let message =
        json!({ "id": "E1", "type": "message", "text": "Where is my lamp?", "created_at": "2026-11-01T10:00:00Z" });
    let thread = json!({ "id": "T1", "active": false, "created_at": "2026-11-01T10:00:00Z", "events": [message] });
    server.answer("/list_archives", json!({ "chats": [{ "id": "CH1", "users": [], "thread": thread }] })).await;
    page.shows("Where is my lamp?").await;

    page.open_chat(&json!({ "id": "C2" })).await;
    server.answer("/list_archives", (403, json!({ "error": { "type": "authorization", "message": "no" } }))).await;
    page.gone("Where is my lamp?").await;
}
// ANCHOR_END: test
