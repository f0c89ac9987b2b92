//! Tests natively what is on screen, as HTML: `cargo test`. `browser.rs` tests what happens after a click.

#![cfg(not(target_arch = "wasm32"))]

use app::App;
use serde_json::json;
use yew_livechat::testing::Snapshot;

#[test]
fn the_task_in_the_address_comes_first() {
    let asked = json!({ "queryParams": { "task": "T-2" } });
    let page = Snapshot::fullscreen().event("page_data", &asked);
    let html = page.render::<App>();
    let at = |text: &str| {
        html.find(text)
            .unwrap_or_else(|| panic!("no {text}: {html}"))
    };
    assert!(at("Call back") < at("Send the invoice"), "{html}");
    assert!(at("requested") < at("Send the invoice"), "{html}");
}
