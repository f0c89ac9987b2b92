//! The extension; `main.rs` mounts it.

mod app;
mod replies;

pub use app::App;
pub use replies::{Reply, find};
