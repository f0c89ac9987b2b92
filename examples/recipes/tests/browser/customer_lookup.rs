use recipes::customer_lookup::CustomerLookup;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;
use yew_livechat::{
    Extension,
    testing::{Mounted, mount},
};

use crate::server::Server;

const MARY: &str = "/api/account?email=mary%40example.com";
const ANN: &str = "/api/account?email=ann%40example.com";

fn open(page: &Mounted, id: &str, email: &str) {
    page.host().send("customer_profile", &json!({ "id": id, "email": email, "chat": {} })).unwrap();
}

// ANCHOR: stale
#[wasm_bindgen_test]
async fn an_answer_for_the_customer_before_is_not_shown() {
    let server = Server::start();
    let page = mount::<CustomerLookup>(Extension::details()).await;
    page.shows("Open a chat to see the account").await;

    open(&page, "C1", "mary@example.com");
    server.request(MARY).await;
    open(&page, "C2", "ann@example.com");
    server.request(ANN).await;

    // The server is slow, and answers in the wrong order.
    server.answer(ANN, 200, &json!({ "plan": "Team", "seats": 12 })).await;
    page.shows("Team").await;
    server.answer(MARY, 200, &json!({ "plan": "Solo", "seats": 1 })).await;

    // Mary is asked for anew: what came late was dropped, and not kept for her either.
    open(&page, "C1", "mary@example.com");
    page.shows("Looking the customer up…").await;
    server.answer(MARY, 200, &json!({ "plan": "Solo", "seats": 2 })).await;
    page.shows("Solo").await;
    assert!(!page.text().contains("Team"), "{}", page.text());
}
// ANCHOR_END: stale

#[wasm_bindgen_test]
async fn what_went_wrong_is_said_and_can_be_tried_again() {
    let server = Server::start();
    let page = mount::<CustomerLookup>(Extension::details()).await;
    open(&page, "C1", "mary@example.com");
    server.answer(MARY, 503, &json!("busy")).await;
    page.shows("the server answered with status 503").await;
    page.click("Try again").await;
    server.answer(MARY, 404, &json!(null)).await;
    page.shows("this customer has no account").await;

    page.host().send("customer_profile", &json!({ "id": "C3", "chat": {} })).unwrap();
    page.shows("this customer has no account").await;
    assert_eq!(server.waiting(), 0, "without an email address nobody is asked");
}
