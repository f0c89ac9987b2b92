//! What the macros of this crate expand to, and what `livechat-api` shares. Not part of the public API.

pub use serde;

pub use super::{borrowed::Borrowed, decode::deserialize};
