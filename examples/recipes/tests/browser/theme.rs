use recipes::theme::Logo;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;
use yew::prelude::*;
use yew_livechat::testing::ScriptedHost;

use crate::page::Page;

#[wasm_bindgen_test]
async fn the_logo_follows_the_theme() {
    let page = Page::open(ScriptedHost::details, html! { <Logo /> }).await;
    page.has("img[src='static/logo.svg']").await;
    page.host.send("change_theme", &json!({ "theme": "dark" })).unwrap();
    page.has("img[src='static/logo-dark.svg']").await;
    page.host.send("change_theme", &json!({ "theme": "light" })).unwrap();
    page.has("img[src='static/logo.svg']").await;
}
