//! The tools that Cargo installs, each at one version.

use super::pinned::Pinned;
use crate::prelude::*;

/// Trunk: builds the page, serves it, and reloads it. 0.22 wants a newer compiler than the framework's.
pub fn trunk() -> Pinned {
    Pinned { or_newer: true, ..Pinned::new("trunk", "0.21.14", 4) }
}

/// wasm-bindgen's command line: writes the JavaScript around the wasm, and runs browser tests.
///
/// It is at the version of the `wasm-bindgen` crate in this Cargo.lock. The two speak a private format, so they must be equal.
pub fn wasm_bindgen(lock: &Path) -> Result<Pinned> {
    let text = fs::read_to_string(lock)?;
    let version = locked_version(&text, "wasm-bindgen")?
        .with_context(|| format!("{} has no wasm-bindgen: run `cargo generate-lockfile`", lock.display()))?;
    Ok(Pinned {
        programs: vec!["wasm-bindgen", "wasm-bindgen-test-runner"],
        // It reads and writes megabytes at every save: a debug build would be felt.
        options: &[],
        ..Pinned::new("wasm-bindgen-cli", version, 5)
    })
}

/// The version of a package in the text of a Cargo.lock.
pub fn locked_version(lock: &str, package: &str) -> Result<Option<String>> {
    let entry = Regex::new(&format!(r#"(?m)^name = "{package}"\r?\nversion = "([^"]+)""#))?;
    Ok(entry.captures(lock).map(|found| found[1].to_owned()))
}
