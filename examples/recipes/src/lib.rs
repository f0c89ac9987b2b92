//! The recipes of the guide: one file each, and each a small extension that its tests run.
//!
//! The guide's pages in `docs/recipes/` take their code from here, between the comments `ANCHOR` and `ANCHOR_END`, so
//! that what is shown is what is tested.

rust_i18n::i18n!("locales", fallback = "en");

pub mod article_search;
pub mod authorization;
pub mod canned_replies;
pub mod chart;
pub mod customer_lookup;
pub mod embedded_page;
#[cfg(any(doctest, test))]
mod guide;
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
