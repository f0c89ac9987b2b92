//! The guide's recipes: each file is a small extension with tests.
//!
//! The guide's pages in `docs/recipes/` copy the code between the comments `ANCHOR` and `ANCHOR_END`, so that they show
//! tested code.

rust_i18n::i18n!("locales", fallback = "en");

pub mod article_search;
pub mod authorization;
pub mod canned_replies;
pub mod chart;
pub mod customer_lookup;
pub mod embedded_page;
#[cfg(any(doctest, test))]
mod guide;
pub mod live;
pub mod live_status;
pub mod long_list;
pub mod order_pages;
pub mod orders_section;
pub mod past_chats;
pub mod preferences;
pub mod product_cards;
pub mod send_at_once;
pub mod sign_in;
pub mod theme;
pub mod thread_tags;
pub mod two_languages;
pub mod verified_agent;
