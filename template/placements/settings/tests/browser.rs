//! The extension in a browser: `cargo test --target wasm32-unknown-unknown`.

#![cfg(target_arch = "wasm32")]

mod support;

use serde_json::json;
use support::Page;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use yew_livechat::testing::ScriptedHost;

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
async fn a_shop_is_added_and_connected_and_a_wrong_address_is_refused() {
    let page = Page::open(ScriptedHost::settings).await;
    page.fill("my shop");
    page.click("Add").await;
    page.shows("An address looks like this").await;
    page.fill("shop.example");
    page.click("Add").await;
    let toast = json!({ "content": "shop.example is added", "kind": "success" });
    page.sends("set_toast", toast).await;
    page.sends("update_properties", json!({ "onboarded": true }))
        .await;
    page.click("Connect").await;
    page.sends("redirect", json!("https://shop.example/connect"))
        .await;
}
