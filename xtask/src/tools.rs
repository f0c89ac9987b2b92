//! The programs the project needs, and how each is found or installed: one file a tool.

pub(crate) mod browser;
pub(crate) mod cargo_deny;
pub(crate) mod cargo_generate;
pub(crate) mod mdbook;
pub(crate) mod npm;
mod on_path;
pub(crate) mod pinned;
pub(crate) mod trunk;
pub(crate) mod twiggy;
pub(crate) mod wasm_bindgen;
pub(crate) mod wasm_target;

pub(crate) use on_path::{need, on_path, version_of};
