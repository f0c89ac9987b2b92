//! The extension in a browser: `cargo test --target wasm32-unknown-unknown`.

#![cfg(target_arch = "wasm32")]

mod support;

use serde_json::json;
use support::Page;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use yew_livechat::testing::ScriptedHost;

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
async fn the_task_that_is_asked_for_comes_first_and_the_badge_counts_the_others() {
    const BADGE: &str = "set_fullscreen_widget_notification_badge";
    let page = Page::open(ScriptedHost::fullscreen).await;
    page.sends(BADGE, json!(3)).await;
    let asked = json!({ "queryParams": { "task": "T-2" } });
    page.host.send("page_data", &asked).unwrap();
    page.shows("asked for").await;
    page.click("Done").await;
    page.sends(BADGE, json!(2)).await;
    let toast = json!({ "content": "T-2 is done", "kind": "success" });
    page.sends("set_toast", toast).await;
    page.click("Back to the chats").await;
    page.sends("navigate_from_fullscreen_widget", json!("/chats"))
        .await;
}
