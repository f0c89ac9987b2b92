//! The pinned tools that Cargo installs.

use cargo_livechat::tools::pins;
pub use cargo_livechat::tools::pins::{locked_version, trunk};

use super::pinned::Pinned;
use crate::prelude::*;
use crate::workspace;

/// wasm-bindgen-cli, for this checkout.
pub fn wasm_bindgen() -> Result<Pinned> {
    pins::wasm_bindgen(&workspace::root()?.join("Cargo.lock"))
}

/// geckodriver: drives Firefox.
pub(crate) fn geckodriver() -> Pinned {
    Pinned::new("geckodriver", "0.37.1", 2)
}

/// cargo-generate: creates a project from the template. 0.26 does not build with the project's compiler. 0.23.10 and
/// 0.23.11 leave the hooks' files in the project; in earlier versions, hooks cannot move or delete files on Windows.
pub(crate) fn cargo_generate() -> Pinned {
    Pinned::new("cargo-generate", "0.23.14", 5)
}

/// mdBook: builds the guide from `docs/`.
pub(crate) fn mdbook() -> Pinned {
    // Without the server and the other features, which are half of the compilation.
    Pinned {
        options: &["--debug", "--no-default-features", "--features", "search"],
        ..Pinned::new("mdbook", "0.5.4", 3)
    }
}

/// cargo-deny: checks licenses, sources and versions of dependencies.
pub(crate) fn cargo_deny() -> Pinned {
    Pinned::new("cargo-deny", "0.20.2", 5)
}

/// twiggy: lists the contents of a WebAssembly module.
pub(crate) fn twiggy() -> Pinned {
    Pinned::new("twiggy", "0.8.0", 1)
}

/// typos: checks the spelling.
pub(crate) fn typos() -> Pinned {
    Pinned { programs: vec!["typos"], ..Pinned::new("typos-cli", "1.52.0", 6) }
}
