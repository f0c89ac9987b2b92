use recipes::sign_in::Tags;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;
use yew_livechat::{
    prelude::*,
    testing::{FakeAccounts, FakeServer, mount},
};

// ANCHOR: test
#[wasm_bindgen_test]
async fn an_agent_signs_in_and_the_api_is_asked_once_more_after_a_401() {
    let (server, accounts) = (FakeServer::start(), FakeAccounts::new());
    let page = mount::<Tags>(Extension::details().signs_in_at(&accounts)).await;
    page.click("Sign in with LiveChat").await;
    assert_eq!(accounts.asked(), 1);
    accounts.signed_in(Account::new("ann", "org"));
    let bearer = |request: &yew_livechat::testing::Received| request.header("authorization");
    assert_eq!(bearer(&server.request("/list_tags").await).as_deref(), Some("Bearer test:token-1"));
    server.answer("/list_tags", (401, json!({ "error": { "type": "authentication" } }))).await;
    assert_eq!(bearer(&server.request("/list_tags").await).as_deref(), Some("Bearer test:token-2"));
    server.answer("/list_tags", json!([{ "name": "vip" }, { "name": "late" }])).await;
    page.shows("2 tags").await;
    page.click("Sign out").await;
    page.shows("Sign in with LiveChat").await;
}
// ANCHOR_END: test
