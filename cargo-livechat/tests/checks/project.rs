//! The project around a folder.

use std::path::Path;

use crate::{folder, says};
use cargo_livechat::project::{Project, of_metadata};
use serde_json::{Value, json};
use tempfile::TempDir;

fn package(root: &TempDir, name: &str, dependency: Value) -> Value {
    let manifest = root.path().join(name).join("Cargo.toml");
    json!({ "name": name, "manifest_path": manifest, "dependencies": [dependency] })
}

fn framework(features: &[&str]) -> Value {
    json!({ "name": "yew-livechat", "kind": null, "features": features })
}

fn find(root: &TempDir, packages: &[Value], manifest: &str) -> anyhow::Result<Project> {
    let (workspace, target) = (root.path(), root.path().join("target"));
    let metadata = json!({ "packages": packages, "workspace_root": workspace, "target_directory": target });
    of_metadata(&metadata, &root.path().join(manifest))
}

#[test]
fn a_package_with_the_framework_and_a_page_is_an_extension() {
    let root = folder(&[("shop/index.html", "")]);
    let project = find(&root, &[package(&root, "shop", framework(&["csr"]))], "shop/Cargo.toml").unwrap();
    assert_eq!((&*project.name, &*project.folder), ("shop", &*root.path().join("shop")));
    assert_eq!(project.kept(), root.path().join("target/livechat/shop"), "another package may build there");
    assert_eq!((project.workspace, project.signs_in), (root.path().to_path_buf(), false));
    for feature in ["sign-in", "api"] {
        let packages = [package(&root, "shop", framework(&["csr", feature]))];
        assert!(find(&root, &packages, "shop/Cargo.toml").unwrap().signs_in, "{feature}");
    }
}

#[test]
fn a_project_of_another_framework_is_refused() {
    let root = folder(&[("shop/index.html", "")]);
    let only_tests = json!({ "name": "yew-livechat", "kind": "dev", "features": [] });
    for dependency in [json!({ "name": "leptos", "kind": null, "features": [] }), only_tests] {
        let message = says(find(&root, &[package(&root, "shop", dependency)], "shop/Cargo.toml"));
        assert_eq!(
            message,
            "shop does not depend on yew-livechat; add it to its [dependencies], or change into a project that has it"
        );
    }
}

#[test]
fn the_checkout_of_the_framework_is_not_a_project() {
    let root = folder(&[]);
    let message = says(find(&root, &[package(&root, "yew-livechat", framework(&[]))], "yew-livechat/Cargo.toml"));
    assert_eq!(message, "this is the framework itself; change into a project, or run `cargo xtask dev` for its demo");
}

#[test]
fn a_package_without_a_page_is_refused_with_where_to_get_one() {
    let root = folder(&[]);
    let message = says(find(&root, &[package(&root, "shop", framework(&[]))], "shop/Cargo.toml"));
    assert!(message.starts_with("shop has no index.html, which Trunk builds; copy it"), "{message}");
}

#[test]
fn a_workspace_names_its_only_extension() {
    let root = folder(&[("shop/index.html", ""), ("crm/index.html", "")]);
    let (shop, crm) = (package(&root, "shop", framework(&[])), package(&root, "crm", framework(&[])));
    let other = package(&root, "server", json!({ "name": "axum", "kind": null, "features": [] }));
    let project = find(&root, &[other.clone(), shop.clone()], "Cargo.toml").unwrap();
    assert_eq!(project.name, "shop");
    let message = says(find(&root, &[shop, crm], "Cargo.toml"));
    assert!(message.contains("has several extensions; change into the folder of one, such as"), "{message}");
    let message = says(find(&root, &[other], "Cargo.toml"));
    assert!(message.contains("is an extension with yew-livechat and an index.html; change into"), "{message}");
}

#[test]
fn the_program_of_a_package_with_several_is_the_one_that_the_page_names() {
    let root = folder(&[("shop/index.html", "<link data-trunk rel=\"rust\" data-bin=\"extension\" />")]);
    let project = find(&root, &[package(&root, "shop", framework(&[]))], "shop/Cargo.toml").unwrap();
    assert_eq!(project.program().unwrap().as_deref(), Some("extension"));
    std::fs::write(Path::new(&project.folder).join("index.html"), "<link data-trunk rel=\"rust\" />").unwrap();
    assert_eq!(project.program().unwrap(), None);
}
