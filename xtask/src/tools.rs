//! The programs that the repository needs, and how each is found or installed; `cargo-livechat` handles those that
//! projects need, too.

pub(crate) mod browser;
pub mod engines;
pub(crate) mod livechat;
pub mod npm;
pub mod pins;
pub(crate) mod shrink;

pub(crate) use cargo_livechat::tools::wasm_target;
pub use cargo_livechat::tools::{on_path, pinned, put_on_path, version_in, version_of};
