//! The tools that Cargo installs, each at one version.

use super::pinned::Pinned;
use crate::prelude::*;
use crate::workspace;

/// Trunk: builds the page, serves it, and reloads it. 0.22 wants a newer compiler than the project's.
pub(crate) fn trunk() -> Pinned {
    Pinned::new("trunk", "0.21.14", 4)
}

/// wasm-bindgen's command line: writes the JavaScript around the wasm, and runs browser tests.
///
/// It is at the version of the `wasm-bindgen` crate. The two speak a private format, so they must be equal: that is why
/// the version comes from Cargo.lock.
pub fn wasm_bindgen() -> Result<Pinned> {
    let lock = fs::read_to_string(workspace::root()?.join("Cargo.lock"))?;
    let version = locked_version(&lock, "wasm-bindgen")?
        .context("Cargo.lock has no wasm-bindgen: run `cargo generate-lockfile`")?;
    Ok(Pinned {
        programs: vec!["wasm-bindgen", "wasm-bindgen-test-runner"],
        // It reads and writes megabytes at every save: a debug build would be felt.
        options: &[],
        ..Pinned::new("wasm-bindgen-cli", version, 5)
    })
}

/// geckodriver: drives Firefox.
pub(crate) fn geckodriver() -> Pinned {
    Pinned::new("geckodriver", "0.37.1", 2)
}

/// cargo-generate: makes a new extension from the template. 0.26 does not build with the project's compiler. 0.23.10 and
/// 0.23.11 leave the hooks' files in the project; before that, hooks cannot move or delete files on Windows.
pub(crate) fn cargo_generate() -> Pinned {
    Pinned::new("cargo-generate", "0.23.14", 5)
}

/// mdBook: makes the guide out of `docs/`.
pub(crate) fn mdbook() -> Pinned {
    // Not the server that the other features are for: half of what there is to compile.
    Pinned {
        options: &["--debug", "--no-default-features", "--features", "search"],
        ..Pinned::new("mdbook", "0.5.4", 3)
    }
}

/// cargo-deny: looks at licenses, sources and versions of dependencies.
pub(crate) fn cargo_deny() -> Pinned {
    Pinned::new("cargo-deny", "0.20.2", 5)
}

/// twiggy: tells what a WebAssembly module is made of.
pub(crate) fn twiggy() -> Pinned {
    Pinned::new("twiggy", "0.8.0", 1)
}

/// The version of a package in the text of a Cargo.lock.
pub fn locked_version(lock: &str, package: &str) -> Result<Option<String>> {
    let entry = Regex::new(&format!(r#"(?m)^name = "{package}"\r?\nversion = "([^"]+)""#))?;
    Ok(entry.captures(lock).map(|found| found[1].to_owned()))
}
