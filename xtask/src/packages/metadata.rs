//! The crates' metadata in their manifests.

use serde_json::Value;

use super::PUBLISHED;
use crate::prelude::*;

/// Fails unless every published crate has complete metadata, and no other crate can be published by mistake.
pub(super) fn check(shell: &Shell) -> Result<()> {
    let text = cmd!(shell, "cargo metadata --format-version 1 --no-deps").quiet().read()?;
    let metadata: Value = serde_json::from_str(&text).context("cannot parse the output of `cargo metadata`")?;
    let packages = metadata["packages"].as_array().context("`cargo metadata` names no packages")?;
    for package in packages {
        of_package(package)?;
    }
    for name in PUBLISHED {
        ensure!(packages.iter().any(|package| package["name"] == name), "the workspace has no {name}");
    }
    Ok(())
}

/// Fails unless the package has the metadata that the registry needs, or is not for the registry.
pub fn of_package(package: &Value) -> Result<()> {
    let name = package["name"].as_str().unwrap_or_default();
    if !PUBLISHED.contains(&name) {
        // `publish = false` is an empty list of registries.
        ensure!(package["publish"] == Value::Array(Vec::new()), "{name} needs `publish = false` in its Cargo.toml");
        return Ok(());
    }
    ensure!(package["publish"].is_null(), "{name} should be published, but its Cargo.toml forbids it");
    // What the registry shows about a crate.
    for field in ["description", "license", "readme", "repository", "rust_version"] {
        ensure!(package[field].as_str().is_some_and(|text| !text.is_empty()), "{name} has no `{field}`");
    }
    for field in ["keywords", "categories"] {
        let count = package[field].as_array().map_or(0, Vec::len);
        ensure!((1..=5).contains(&count), "{name} has {count} {field}: the registry takes one to five");
    }
    ensure!(
        package["metadata"]["docs"]["rs"].is_object(),
        "{name} lacks the settings for its documentation: add [package.metadata.docs.rs]"
    );
    Ok(())
}
