//! The recipes in a real browser, with a scripted host around them.

#![cfg(target_family = "wasm")]
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "in a test, what fails to be there is the failure")]

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

mod article_search;
mod authorization;
mod canned_replies;
mod customer_lookup;
mod embedded_page;
mod live_status;
mod long_list;
mod order_pages;
mod orders_section;
mod past_chats;
mod preferences;
mod product_cards;
mod scenario;
mod send_at_once;
mod sign_in;
mod theme;
mod thread_tags;
mod two_languages;
mod verified_agent;
