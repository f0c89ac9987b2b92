use recipes::customer_lookup::CustomerLookup;
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;
use yew_livechat::{
    Extension,
    testing::{FakeServer, mount},
};

const MARY: &str = "/api/account?email=mary%40example.com";
const ANN: &str = "/api/account?email=ann%40example.com";

fn customer(id: &str, email: &str) -> Value {
    json!({ "id": id, "email": email, "chat": {} })
}

// ANCHOR: stale
#[wasm_bindgen_test]
async fn an_answer_for_the_previous_customer_is_not_shown() {
    let server = FakeServer::start();
    let page = mount::<CustomerLookup>(Extension::details()).await;
    page.shows("Open a chat to see the account").await;

    page.open_chat(&customer("C1", "mary@example.com")).await;
    server.request(MARY).await;
    page.open_chat(&customer("C2", "ann@example.com")).await;
    server.request(ANN).await;

    // The server is slow, and responds in the wrong order.
    server.answer(ANN, json!({ "plan": "Team", "seats": 12 })).await;
    page.shows("Team").await;
    server.answer(MARY, json!({ "plan": "Solo", "seats": 1 })).await;

    // Mary is loaded again: the late response was dropped, and not cached for her either.
    page.open_chat(&customer("C1", "mary@example.com")).await;
    page.shows("Looking the customer up…").await;
    server.answer(MARY, json!({ "plan": "Solo", "seats": 2 })).await;
    page.shows("Solo").await;
    page.gone("Team").await;
}
// ANCHOR_END: stale

#[wasm_bindgen_test]
async fn an_error_is_shown_and_can_be_retried() {
    let server = FakeServer::start();
    let page = mount::<CustomerLookup>(Extension::details()).await;
    page.open_chat(&customer("C1", "mary@example.com")).await;
    server.answer(MARY, (503, json!("busy"))).await;
    page.shows("the server answered with status 503").await;
    page.click("Try again").await;
    server.answer(MARY, (404, json!(null))).await;
    page.shows("this customer has no account").await;

    page.open_chat(&json!({ "id": "C3", "chat": {} })).await;
    page.shows("this customer has no account").await;
    assert_eq!(server.waiting(), 0, "without an email address nobody is asked");
}
