//! Used by this crate's macros and by `livechat-api`. Not part of the public API.

pub use serde;

pub use super::{borrowed::Borrowed, decode::deserialize};
