use recipes::preferences::PreferencesPage;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;
use yew::prelude::*;
use yew_livechat::testing::ScriptedHost;

use crate::{
    page::Page,
    server::{Server, body},
};

const URL: &str = "/api/preferences";

#[wasm_bindgen_test]
async fn the_settings_are_read_changed_and_saved() {
    let server = Server::start();
    let page = Page::open(ScriptedHost::settings, html! { <PreferencesPage /> }).await;
    page.shows("Loading…").await;
    server.answer(URL, 200, &json!({ "shop": "old.example", "cancelled": true })).await;
    page.shows("Address of your shop").await;
    page.fill("new.example");
    page.click("Save").await;
    let request = server.request(URL).await;
    assert_eq!(request.method(), "PUT");
    assert_eq!(body(&request).await, json!({ "shop": "new.example", "cancelled": true }));
    assert!(page.element("button[aria-busy]").is_some(), "it cannot be pressed again");
    server.answer(URL, 200, &json!(null)).await;
    page.sends("set_toast", json!({ "content": "The settings are saved", "kind": "success" })).await;
    page.sends("update_properties", json!({ "onboarded": true })).await;

    page.has("button[disabled]:not([aria-busy])").await;
    page.fill("newer.example");
    page.click("Save").await;
    server.answer(URL, 500, &json!(null)).await;
    page.sends("set_toast", json!({ "content": "The settings are not saved: try again", "kind": "error" })).await;
}

#[wasm_bindgen_test]
async fn settings_that_cannot_be_read_cannot_be_overwritten() {
    let server = Server::start();
    let page = Page::open(ScriptedHost::settings, html! { <PreferencesPage /> }).await;
    server.answer(URL, 500, &json!("out of order")).await;
    page.shows("The settings cannot be read").await;
    assert!(page.element("button").is_none());
}
