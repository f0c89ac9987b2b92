//! The extension in a browser: `cargo test --target wasm32-unknown-unknown`.

#![cfg(target_arch = "wasm32")]

use app::App;
use serde_json::json;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use yew_livechat::{Extension, testing::mount};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
async fn the_task_that_is_asked_for_comes_first_and_the_badge_counts_the_others() {
    const BADGE: &str = "set_fullscreen_widget_notification_badge";
    let page = mount::<App>(Extension::fullscreen()).await;
    assert_eq!(page.host().command(BADGE).await, 3);
    let asked = json!({ "queryParams": { "task": "T-2" } });
    page.host().send("page_data", &asked).unwrap();
    page.shows("requested").await;
    page.click("Done").await;
    assert_eq!(page.host().command(BADGE).await, 2);
    let toast = json!({ "content": "T-2 is done", "kind": "success" });
    assert_eq!(page.host().command("set_toast").await, toast);
    page.click("Back to chats").await;
    let command = page.host().command("navigate_from_fullscreen_widget");
    assert_eq!(command.await, "/chats");
}
