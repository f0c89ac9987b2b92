//! The extension; `main.rs` mounts it.

mod app;
mod orders;

pub use app::App;
pub use orders::{Order, orders_of};
