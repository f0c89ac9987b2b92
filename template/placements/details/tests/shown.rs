//! Tests natively what is on screen, as HTML: `cargo test`. `browser.rs` tests what happens after a click.

#![cfg(not(target_arch = "wasm32"))]

use app::App;
use serde_json::json;
use yew_livechat::testing::Snapshot;

#[test]
fn before_a_chat_is_open_there_is_a_title_and_no_order() {
    let html = Snapshot::details().render::<App>();
    // Not the exact wording, which changes more often than the page's purpose.
    assert!(html.contains("<h1"), "{html}");
    assert!(!html.contains("Orders"), "{html}");
    assert!(!html.contains("Loading"), "{html}");
}

#[test]
fn the_customer_is_there_while_their_orders_load() {
    let mary = json!({ "id": "C1", "name": "Mary Brown" });
    let page = Snapshot::details().event("customer_profile", &mary);
    let html = page.render::<App>();
    assert!(html.contains("Mary Brown"), "{html}");
    assert!(html.contains("Loading"), "{html}");
}
