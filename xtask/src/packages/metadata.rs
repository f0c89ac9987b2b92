//! What the manifests say of the crates.

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use xshell::{Shell, cmd};

use super::PUBLISHED;

/// What the registry shows of a crate.
const SHOWN: [&str; 5] = ["description", "license", "readme", "repository", "rust_version"];
const LISTS: [&str; 2] = ["keywords", "categories"];

/// Every published crate says what it is, and no other can be published by mistake.
pub(super) fn check(shell: &Shell) -> Result<()> {
    let text = cmd!(shell, "cargo metadata --format-version 1 --no-deps").quiet().read()?;
    let metadata: Value = serde_json::from_str(&text).context("cannot make sense of `cargo metadata`")?;
    let packages = metadata["packages"].as_array().context("`cargo metadata` names no packages")?;
    for package in packages {
        of_package(package)?;
    }
    let missing: Vec<&&str> =
        PUBLISHED.iter().filter(|name| !packages.iter().any(|package| package["name"] == **name)).collect();
    ensure!(missing.is_empty(), "the workspace has no {missing:?}");
    Ok(())
}

fn of_package(package: &Value) -> Result<()> {
    let name = package["name"].as_str().unwrap_or_default();
    if !PUBLISHED.contains(&name) {
        // `publish = false` is an empty list of registries.
        ensure!(package["publish"] == Value::Array(Vec::new()), "{name} needs `publish = false` in its Cargo.toml");
        return Ok(());
    }
    ensure!(package["publish"].is_null(), "{name} is to be published, and its Cargo.toml forbids it");
    for field in SHOWN {
        ensure!(package[field].as_str().is_some_and(|text| !text.is_empty()), "{name} has no `{field}`");
    }
    for field in LISTS {
        // The registry takes no more than five.
        let count = package[field].as_array().map_or(0, Vec::len);
        ensure!((1..=5).contains(&count), "{name} has {count} {field}: the registry takes one to five");
    }
    ensure!(
        package["metadata"]["docs"]["rs"].is_object(),
        "{name} does not say how its documentation is built: add [package.metadata.docs.rs]"
    );
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn published() -> Value {
        json!({
            "name": "yew-livechat",
            "publish": null,
            "description": "what it is",
            "license": "MIT",
            "readme": "README.md",
            "repository": "https://example.com",
            "rust_version": "1.95",
            "keywords": ["yew"],
            "categories": ["wasm"],
            "metadata": { "docs": { "rs": { "all-features": true } } },
        })
    }

    #[test]
    fn each_field_has_to_be_there() {
        assert!(of_package(&published()).is_ok());
        for field in ["description", "readme", "keywords", "categories", "metadata"] {
            let mut package = published();
            package[field] = Value::Null;
            assert!(of_package(&package).is_err(), "{field}");
        }
        let mut package = published();
        package["keywords"] = json!(["a", "b", "c", "d", "e", "f"]);
        assert!(of_package(&package).unwrap_err().to_string().contains("6 keywords"));
    }

    #[test]
    fn what_is_not_for_the_registry_must_say_so() {
        assert!(of_package(&json!({ "name": "xtask", "publish": [] })).is_ok());
        assert!(of_package(&json!({ "name": "xtask", "publish": null })).is_err());
    }
}
