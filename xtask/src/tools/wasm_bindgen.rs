//! wasm-bindgen's command line: writes the JavaScript around the wasm, and runs browser tests.

use std::fs;

use anyhow::{Context, Result};

use super::pinned::Pinned;
use crate::workspace;

/// wasm-bindgen-cli at the version of the `wasm-bindgen` crate. The two speak a private format, so
/// they must be equal: that is why the version comes from Cargo.lock.
pub(crate) fn wasm_bindgen() -> Result<Pinned> {
    let path = workspace::root()?.join("Cargo.lock");
    let lock = fs::read_to_string(&path).context("cannot read Cargo.lock: run `cargo generate-lockfile`")?;
    Ok(Pinned {
        name: "wasm-bindgen-cli",
        version: locked_version(&lock, "wasm-bindgen")
            .context("Cargo.lock has no wasm-bindgen: run `cargo generate-lockfile`")?
            .to_owned(),
        programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
        // It reads and writes megabytes at every save: a debug build would be felt.
        debug: false,
        features: None,
        minutes: 5,
    })
}

/// The version of a package in the text of a Cargo.lock.
fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines();
    lines.find(|line| *line == name)?;
    lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = r#"version = 4

[[package]]
name = "wasm-bindgen-futures"
version = "0.4.78"
dependencies = [
 "wasm-bindgen",
]

[[package]]
name = "wasm-bindgen"
version = "0.2.128"
source = "registry"

[[package]]
name = "odd"
"#;

    #[test]
    fn the_version_is_that_of_the_package_itself() {
        assert_eq!(locked_version(LOCK, "wasm-bindgen"), Some("0.2.128"));
        assert_eq!(locked_version(LOCK, "wasm-bindgen-futures"), Some("0.4.78"));
        assert_eq!(locked_version(LOCK, "wasm"), None);
        assert_eq!(locked_version(LOCK, "odd"), None);
    }

    #[test]
    fn this_checkouts_own_lock_file_is_understood() {
        let version = wasm_bindgen().unwrap().version;
        assert!(version.starts_with("0.2."), "{version}");
    }
}
