//! The programs the project needs, and how each is found or installed: those that a project needs as well by `cargo-livechat`.

pub(crate) mod browser;
pub mod engines;
pub(crate) mod livechat;
pub mod npm;
pub mod pins;
pub(crate) mod shrink;

pub(crate) use cargo_livechat::tools::wasm_target;
pub use cargo_livechat::tools::{on_path, pinned, put_on_path, version_in, version_of};
