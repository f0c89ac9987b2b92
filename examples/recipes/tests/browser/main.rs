//! The recipes in a real browser, with a scripted host around them.

#![cfg(target_family = "wasm")]
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "in a test, what fails to be there is the failure")]

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

mod authorization;
mod canned_replies;
mod customer_lookup;
mod orders_section;
mod preferences;
mod product_cards;
mod scenario;
mod theme;
