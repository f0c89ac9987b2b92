//! The extension; `main.rs` mounts it.

mod app;
mod shop;

pub use app::App;
pub use shop::Shop;
