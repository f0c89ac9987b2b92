//! The recipes of the guide: one file each, and each a small extension that its tests run.
//!
//! The guide's pages in `docs/recipes/` take their code from here, between the comments `ANCHOR` and `ANCHOR_END`, so
//! that what is shown is what is tested.

pub mod authorization;
pub mod canned_replies;
pub mod customer_lookup;
#[cfg(any(doctest, test))]
mod guide;
pub mod orders_section;
pub mod preferences;
pub mod product_cards;
pub mod theme;
