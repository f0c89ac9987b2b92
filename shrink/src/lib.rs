//! Makes the release build of a Trunk project smaller without changing what it does.
//!
//! Trunk runs the program `livechat-shrink` as a hook of its stage `post_build`, on the folder that it is about to put into
//! `dist`. The program calls [`shrink`]:
//!
//! 1. **The module.** wasm-opt optimizes it for size ([`tools::OPTIMIZE`]). Its imports and exports get short names, and its
//!    functions are put into an order in which compression finds more repetition.
//! 2. **The script** that wasm-bindgen wrote for it gets the same names and a smaller loader. esbuild minifies it.
//! 3. **The pages.** Inline scripts and styles are minified, comments removed. The two files are named after their new content.
//!
//! | to find | look in |
//! |---|---|
//! | which files belong together, and their names | `folder` |
//! | how wasm-opt and esbuild are found and called | [`tools`] |
//! | the shape of wasm-bindgen's script | [`glue`] |
//! | what is read and written of a module | [`module`] |
//! | what happens to HTML | [`page`] |
//!
//! A script, a module or a page that is not in the expected shape is an [`Error`], which stops the build.

mod error;
mod folder;
pub mod glue;
pub mod module;
pub mod page;
mod pair;
pub mod tools;

pub use self::error::Error;
pub use self::folder::{Shrunk, shrink};

/// What to do besides what is always done.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Options {
    /// Replace every function that only panics with a trap. The text of a panic is lost: what the console shows is
    /// `RuntimeError: unreachable`.
    pub cut_panics: bool,
}
