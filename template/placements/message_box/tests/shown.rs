//! Tests natively what is on screen, as HTML: `cargo test`. `browser.rs` tests what happens after a click.

#![cfg(not(target_arch = "wasm32"))]

use app::App;
use serde_json::json;
use yew_livechat::testing::Snapshot;

#[test]
fn replies_call_the_customer_by_name_once_there_is_one() {
    let html = Snapshot::message_box().render::<App>();
    assert!(html.contains("Hello! How can I help"), "{html}");

    let mary = json!({ "id": "C1", "name": "Mary" });
    let page = Snapshot::message_box().event("customer_profile", &mary);
    let html = page.render::<App>();
    assert!(html.contains("Hello Mary! How can I help"), "{html}");
}
