//! The extension in a browser: `cargo test --target wasm32-unknown-unknown`.

#![cfg(target_arch = "wasm32")]

use app::App;
use serde_json::json;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use yew_livechat::{Extension, testing::mount};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
async fn a_shop_is_added_and_connected_and_a_wrong_address_is_refused() {
    const FIELD: &str = "Address of your shop";
    let page = mount::<App>(Extension::settings()).await;
    page.fill(FIELD, "my shop").await;
    page.click("Add").await;
    page.shows("An address looks like this").await;
    page.fill(FIELD, "shop.example").await;
    page.click("Add").await;
    let toast = json!({ "content": "shop.example is added", "kind": "success" });
    assert_eq!(page.host().command("set_toast").await, toast);
    let properties = json!({ "onboarded": true });
    assert_eq!(page.host().command("update_properties").await, properties);
    page.click("Connect").await;
    let target = page.host().command("redirect").await;
    assert_eq!(target, "https://shop.example/connect");
}
