//! The contents of published packages.

use crate::{folder, says};
use serde_json::{Value, json};
use xshell::Shell;
use xtask::packages::{contents, metadata, remove_stale};

#[test]
fn only_our_crates_from_a_registry_in_a_folder_are_removed() {
    let kept = ["index.example-1/yew-livechat-0.1.0/a", "-1/yew-0.23.0/a", "-1/yew-livechat-extra-0.1.0/a"];
    let removed = ["-1/yew-livechat-0.1.0/a", "-1/livechat-protocol-0.2.0/a", "-1/yew-livechat-0.1.0.crate"];
    let paths = kept.iter().chain(&removed).map(|path| format!("registry/src/{path}")).collect::<Vec<_>>();
    let home = folder(&paths.iter().map(|path| (&**path, "")).collect::<Vec<_>>());
    remove_stale(&Shell::new().unwrap(), home.path()).unwrap();
    for (index, path) in paths.iter().enumerate() {
        assert_eq!(home.path().join(path).exists(), index < kept.len(), "{path}");
    }
}

#[test]
fn the_files_of_a_package_are_sources_and_what_is_named() {
    let usual = "README.md\nLICENSE-APACHE\nLICENSE-MIT\nCargo.toml\nCargo.toml.orig\nCargo.lock\n.cargo_vcs_info.json\n\
                 src/lib.rs\nsrc/a/b.rs";
    contents::check("livechat-protocol", usual).unwrap();
    contents::check("yew-livechat-components", &format!("{usual}\nyew-livechat.css")).unwrap();
    for (name, more, wrong) in [
        ("livechat-protocol", "tests/events.rs", "tests/events.rs do not belong"),
        ("livechat-protocol", "yew-livechat.css", "yew-livechat.css do not belong"),
        ("yew-livechat", "CHANGELOG.md\nstatic/prelude.js", "lacks static/start.js"),
        ("cargo-livechat", "src/main.rs", "lacks src/template/files.txt"),
    ] {
        let message = says(contents::check(name, &format!("{usual}\n{more}")));
        assert!(message.contains(wrong), "{message}");
    }
    let message = says(contents::check("livechat-protocol", &usual.replace("LICENSE-MIT", "")));
    assert!(message.contains("lacks LICENSE-MIT"), "{message}");
}

#[test]
fn every_metadata_field_is_required() {
    let published = json!({
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
    });
    assert!(metadata::of_package(&published).is_ok());
    let with = |field: &str, value: Value| {
        let mut package = published.clone();
        package[field] = value;
        metadata::of_package(&package)
    };
    for field in ["description", "readme", "keywords", "categories", "metadata"] {
        assert!(with(field, Value::Null).is_err(), "{field}");
    }
    assert!(says(with("keywords", json!(["a", "b", "c", "d", "e", "f"]))).contains("6 keywords"));
}

#[test]
fn unpublished_crates_must_be_marked_as_such() {
    assert!(metadata::of_package(&json!({ "name": "xtask", "publish": [] })).is_ok());
    assert!(metadata::of_package(&json!({ "name": "xtask", "publish": null })).is_err());
}
