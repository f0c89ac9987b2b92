//! Sign-in and LiveChat's API in a browser: `cargo test --target wasm32-unknown-unknown`. The test plays LiveChat.

#![cfg(target_arch = "wasm32")]

use app::AppWithSignIn;
use serde_json::{Value, json};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use yew_livechat::{
    Account, Extension,
    testing::{FakeAccounts, FakeServer, mount},
};

wasm_bindgen_test_configure!(run_in_browser);

const CALL: &str = "/list_archives";

fn chat(thread: &str, active: bool, text: &str) -> Value {
    let created_at = "2026-11-01T10:00:00.000000Z";
    let event = json!({ "id": "E1", "type": "message", "text": text, "created_at": created_at });
    let thread = json!({
        "id": thread, "active": active, "created_at": created_at, "events": [event],
    });
    json!({ "id": "CH1", "users": [], "thread": thread })
}

#[wasm_bindgen_test]
async fn an_agent_who_has_signed_in_sees_the_earlier_chats_of_the_customer() {
    let (server, accounts) = (FakeServer::start(), FakeAccounts::new());
    let page = mount::<AppWithSignIn>(Extension::{{placement}}().signs_in_at(&accounts)).await;
    page.click("Sign in with LiveChat").await;
    accounts.signed_in(Account::new("ann", "org"));
    page.shows("Open a chat to see earlier ones.").await;

    let mary = json!({ "id": "C1", "name": "Mary", "chat": { "id": "T3", "chat_id": "CH1" } });
    page.host().send("customer_profile", &mary).unwrap();
    let request = server.request(CALL).await;
    let asked = json!({ "filters": { "customer_id": "C1" }, "limit": 5 });
    assert_eq!(request.json().await, asked);
    let long = "Where is my lamp? ".repeat(100);
    let chats = [chat("T3", true, "Hello again"), chat("T2", false, &long)];
    server.answer(CALL, json!({ "chats": chats })).await;
    page.shows("Where is my lamp?").await;
    page.shows("2026-11-01").await;
    assert!(!page.text().contains("Hello again"), "{}", page.text());
    assert!(!page.text().contains(&long), "{}", page.text());

    page.click("Sign out").await;
    page.shows("Sign in with LiveChat").await;
    page.gone("Where is my lamp?").await;
}

#[wasm_bindgen_test]
async fn a_call_that_fails_can_be_made_again() {
    let (server, accounts) = (FakeServer::start(), FakeAccounts::new());
    accounts.signed_in(Account::new("ann", "org"));
    let page = mount::<AppWithSignIn>(Extension::{{placement}}().signs_in_at(&accounts)).await;
    let mary = json!({ "id": "C1", "name": "Mary" });
    page.host().send("customer_profile", &mary).unwrap();
    let refusal = json!({ "error": { "type": "authorization", "message": "no" } });
    server.answer(CALL, (403, refusal)).await;
    page.shows("Couldn't load the earlier chats").await;
    page.click("Try again").await;
    server.answer(CALL, json!({ "chats": [] })).await;
    page.shows("No earlier chats.").await;
    page.gone("Couldn't load the earlier chats").await;
}
