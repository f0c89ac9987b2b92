//! Makes the release build of a Trunk project smaller without changing its behavior.
//!
//! Trunk runs the program `livechat-shrink` as a `post_build` hook, on the staging folder that becomes `dist`. The program calls
//! [`shrink`]:
//!
//! 1. **The module.** wasm-opt optimizes it for size ([`tools::OPTIMIZE`]). Its imports and exports get short names, and its
//!    functions are sorted by likeness, which compresses better.
//! 2. **The script** that wasm-bindgen wrote for the module gets the same names and a smaller loader. esbuild minifies it.
//! 3. **The pages.** Comments are removed, inline scripts and styles are minified. Module and script are renamed after their new
//!    content.
//!
//! | to find | look in |
//! |---|---|
//! | the arguments of the program | [`command_line`] |
//! | the files of the folder and their names | `folder` |
//! | wasm-opt and esbuild | [`tools`] |
//! | wasm-bindgen's script | [`glue`] |
//! | the WebAssembly module | [`module`] |
//! | HTML | [`page`] |
//!
//! A script, a module or a page that is not in the expected shape is an [`Error`], which stops the build.

pub mod command_line;
mod error;
mod folder;
pub mod glue;
pub mod module;
pub mod page;
mod pair;
pub mod tools;

pub use self::error::Error;
pub use self::folder::{Shrunk, shrink};

/// Optional steps.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Options {
    /// Replaces every function that only panics with a trap. Panic messages are lost: the console shows `RuntimeError:
    /// unreachable`.
    pub cut_panics: bool,
}
