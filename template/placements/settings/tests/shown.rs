//! Tests natively what is on screen, as HTML: `cargo test`. `browser.rs` tests what happens after a click.

#![cfg(not(target_arch = "wasm32"))]

use app::App;
use yew_livechat::testing::Snapshot;

#[test]
fn a_new_account_has_no_shop_and_no_complaint() {
    let html = Snapshot::settings().render::<App>();
    assert!(html.contains("Address of your shop"), "{html}");
    assert!(!html.contains("Connect"), "{html}");
    assert!(!html.contains("An address looks like this"), "{html}");
}
