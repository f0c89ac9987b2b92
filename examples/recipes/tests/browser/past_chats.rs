use recipes::past_chats::PastChats;
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;
use yew_livechat::{
    prelude::*,
    testing::{FakeAccounts, FakeServer, Mounted, mount},
};

// ANCHOR: test
/// A chat in which the customer wrote this.
fn chat(text: &str) -> Value {
    let message = json!({ "id": "E1", "type": "message", "text": text, "created_at": "2026-11-01T10:00:00Z" });
    let thread = json!({ "id": "T1", "active": false, "created_at": "2026-11-01T10:00:00Z", "events": [message] });
    json!({ "id": "CH1", "users": [], "thread": thread })
}

#[wasm_bindgen_test]
async fn earlier_chats_are_those_of_the_customer_on_screen() {
    let (server, accounts) = (FakeServer::start(), FakeAccounts::new());
    let page = mount::<PastChats>(Extension::details().signs_in_at(&accounts)).await;
    page.open_chat(&json!({ "id": "C1" })).await;
    page.shows("Sign in with LiveChat").await;

    accounts.signed_in(Account::new("ann", "org"));
    let asked = server.request("/list_archives").await.json().await;
    assert_eq!(asked, json!({ "filters": { "customer_id": "C1" }, "limit": 5 }));
    server.answer("/list_archives", json!({ "chats": [chat("Where is my lamp?")] })).await;
    page.shows("Where is my lamp?").await;
    assert!(!page.text().contains("Show more"));

    page.open_chat(&json!({ "id": "C2" })).await;
    server.answer("/list_archives", (403, json!({ "error": { "type": "authorization", "message": "no" } }))).await;
    page.gone("Where is my lamp?").await;
}

#[wasm_bindgen_test]
async fn a_click_shows_one_more_page_and_a_failed_one_can_be_loaded_again() {
    let (server, page) = first_page().await;
    page.click("Show more").await;
    assert_eq!(server.request("/list_archives").await.json().await, json!({ "page_id": "p2" }));
    server.answer("/list_archives", (403, json!({ "error": { "type": "authorization", "message": "no" } }))).await;
    page.shows("authorization").await;
    page.shows("Where is my lamp?").await;

    page.click("Show more").await;
    assert_eq!(server.request("/list_archives").await.json().await, json!({ "page_id": "p2" }));
    server.answer("/list_archives", json!({ "chats": [chat("Is it in stock?")] })).await;
    page.shows("Is it in stock?").await;
    assert!(page.text().contains("Where is my lamp?") && !page.text().contains("Show more"));
}
// ANCHOR_END: test

#[wasm_bindgen_test]
async fn pages_that_lead_in_a_circle_end_with_an_error() {
    let (server, page) = first_page().await;
    page.click("Show more").await;
    server.answer("/list_archives", json!({ "chats": [chat("Is it in stock?")], "next_page_id": "p2" })).await;
    page.shows("Is it in stock?").await;
    page.click("Show more").await;
    page.shows("this page of the list was loaded before").await;
    assert_eq!(server.waiting(), 0);
}

async fn first_page() -> (FakeServer, Mounted) {
    let (server, accounts) = (FakeServer::start(), FakeAccounts::new());
    accounts.signed_in(Account::new("ann", "org"));
    let page = mount::<PastChats>(Extension::details().signs_in_at(&accounts)).await;
    page.open_chat(&json!({ "id": "C1" })).await;
    server.answer("/list_archives", json!({ "chats": [chat("Where is my lamp?")], "next_page_id": "p2" })).await;
    page.shows("Where is my lamp?").await;
    (server, page)
}
