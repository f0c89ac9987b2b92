//! The extension; `main.rs` mounts it.

mod app;
mod greeting;

pub use app::App;
pub use greeting::replies_for;
