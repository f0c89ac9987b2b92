//! What is on screen, natively and as HTML: `cargo test`. What happens after a click, `browser.rs` tries.

#![cfg(not(target_arch = "wasm32"))]

use app::App;
use serde_json::json;
use yew_livechat::testing::Snapshot;

#[test]
fn before_a_chat_is_open_the_agent_is_told_what_to_do() {
    let html = Snapshot::details().render::<App>();
    assert!(html.contains("Open a chat to see the customer"), "{html}");
}

#[test]
fn the_customer_is_there_while_their_orders_load() {
    let mary = json!({ "id": "C1", "name": "Mary Brown" });
    let page = Snapshot::details().event("customer_profile", &mary);
    let html = page.render::<App>();
    assert!(html.contains("Mary Brown"), "{html}");
    assert!(!html.contains("Open a chat"), "{html}");
    assert!(html.contains("Loading"), "{html}");
}
