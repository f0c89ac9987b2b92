//! The pinned tools that Cargo installs.

use super::pinned::Pinned;
use crate::prelude::*;

/// Trunk: builds, serves and reloads the page. 0.22 needs a newer compiler than the framework.
pub fn trunk() -> Pinned {
    Pinned { or_newer: true, ..Pinned::new("trunk", "0.21.14", 4) }
}

/// wasm-bindgen-cli: generates the JavaScript around the WebAssembly, and runs browser tests.
///
/// Its version is that of the `wasm-bindgen` crate in this Cargo.lock: the two speak a private format.
pub fn wasm_bindgen(lock: &Path) -> Result<Pinned> {
    let text = fs::read_to_string(lock)?;
    let version = locked_version(&text, "wasm-bindgen")?
        .with_context(|| format!("{} has no wasm-bindgen: run `cargo generate-lockfile`", lock.display()))?;
    Ok(Pinned {
        programs: vec!["wasm-bindgen", "wasm-bindgen-test-runner"],
        // It processes megabytes at every save: a debug build would be noticeably slow.
        options: &[],
        ..Pinned::new("wasm-bindgen-cli", version, 5)
    })
}

/// Returns the version of a package in a Cargo.lock.
pub fn locked_version(lock: &str, package: &str) -> Result<Option<String>> {
    let entry = Regex::new(&format!(r#"(?m)^name = "{package}"\r?\nversion = "([^"]+)""#))?;
    Ok(entry.captures(lock).map(|found| found[1].to_owned()))
}
