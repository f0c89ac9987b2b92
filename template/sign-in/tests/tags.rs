//! Sign-in and LiveChat's API in a browser: `cargo test --target wasm32-unknown-unknown`. The test plays LiveChat.

#![cfg(target_arch = "wasm32")]

use app::AppWithSignIn;
use serde_json::json;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use yew_livechat::{
    Account, Extension,
    testing::{FakeAccounts, FakeServer, mount},
};

wasm_bindgen_test_configure!(run_in_browser);

const CALL: &str = "/list_tags";

#[wasm_bindgen_test]
async fn an_agent_who_has_signed_in_sees_the_account_and_its_tags() {
    let (server, accounts) = (FakeServer::start(), FakeAccounts::new());
    let page = mount::<AppWithSignIn>(Extension::{{placement}}().signs_in_at(&accounts)).await;
    page.click("Sign in with LiveChat").await;
    accounts.signed_in(Account::new("ann", "acme"));
    page.shows("acme").await;
    let tags = json!([{ "name": "vip" }, { "name": "late delivery" }]);
    server.answer(CALL, tags).await;
    page.shows("late delivery").await;

    page.click("Sign out").await;
    page.shows("Sign in with LiveChat").await;
    page.gone("late delivery").await;
}

#[wasm_bindgen_test]
async fn a_call_that_fails_can_be_made_again() {
    let (server, accounts) = (FakeServer::start(), FakeAccounts::new());
    accounts.signed_in(Account::new("ann", "acme"));
    let page = mount::<AppWithSignIn>(Extension::{{placement}}().signs_in_at(&accounts)).await;
    let refusal = json!({ "error": { "type": "authorization", "message": "no" } });
    server.answer(CALL, (403, refusal)).await;
    page.shows("Couldn't load the tags").await;
    page.click("Try again").await;
    server.answer(CALL, json!([])).await;
    page.shows("No tags yet.").await;
    page.gone("Couldn't load the tags").await;
}
