//! The extension; `main.rs` mounts it.

mod app;
mod tasks;

pub use app::App;
pub use tasks::{Task, badge, without};
