use recipes::verified_agent::VerifiedAgent;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;
use yew_livechat::{
    prelude::*,
    testing::{Answer, FakeAccounts, FakeServer, Mounted, mount},
};

// ANCHOR: test
#[wasm_bindgen_test]
async fn the_backend_gets_the_token_and_a_renewed_one_after_a_401() {
    let (server, _accounts, page) = signed_in().await;
    let request = server.request("GET /me").await;
    assert_eq!(request.header("Authorization").as_deref(), Some("Bearer test:token-1"));
    server.answer("GET /me", (401, json!({ "error": "the token is no longer valid" }))).await;
    let request = server.request("GET /me").await;
    assert_eq!(request.header("Authorization").as_deref(), Some("Bearer test:token-2"));
    server.answer("GET /me", json!({ "account_id": "ann", "organization_id": "org" })).await;
    page.shows("Verified: ann").await;
}
// ANCHOR_END: test

async fn signed_in() -> (FakeServer, FakeAccounts, Mounted) {
    let (server, accounts) = (FakeServer::start(), FakeAccounts::new());
    let page = mount::<VerifiedAgent>(Extension::details().signs_in_at(&accounts)).await;
    page.shows("Sign in with LiveChat").await;
    accounts.signed_in(Account::new("ann", "org"));
    (server, accounts, page)
}

#[wasm_bindgen_test]
async fn an_agent_without_access_is_told_so_and_cannot_try_again() {
    let (server, _accounts, page) = signed_in().await;
    server.answer("GET /me", (403, json!({ "error": "your organization has no access" }))).await;
    page.shows("Your organization has no access.").await;
    assert!(!page.text().contains("Try again"));
}

#[wasm_bindgen_test]
async fn a_backend_that_cannot_be_reached_can_be_retried() {
    let (server, _accounts, page) = signed_in().await;
    for answer in [Answer::Json(502, json!({ "error": "LiveChat did not respond" })), Answer::NoNetwork] {
        server.answer("GET /me", answer).await;
        page.shows("Couldn't reach the server.").await;
        page.click("Try again").await;
    }
    server.answer("GET /me", json!({ "account_id": "ann", "organization_id": "org" })).await;
    page.shows("Verified: ann").await;
}

#[wasm_bindgen_test]
async fn a_renewed_token_that_is_refused_too_is_the_last_attempt() {
    let (server, _accounts, page) = signed_in().await;
    for _ in 0..2 {
        server.answer("GET /me", (401, json!({ "error": "no" }))).await;
    }
    page.shows("The server doesn't accept your sign-in.").await;
    assert_eq!(server.waiting(), 0);
    page.click("Sign out").await;
    page.shows("Sign in with LiveChat").await;
}
