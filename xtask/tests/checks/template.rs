//! The template, and the projects made from it.

use std::fs;

use crate::{folder, put, says};
use xtask::guide::steps;
use xtask::test::template::{framework, generate, guide, project};
use xtask::{files, workspace};

#[test]
fn the_template_and_the_guide_name_the_tag_of_the_workspace_version() {
    framework::check_tag(&workspace::root().unwrap()).unwrap();
}

#[test]
fn a_branch_or_another_release_is_refused() {
    let tag = concat!("tag = \"v", env!("CARGO_PKG_VERSION"), "\"");
    let check = |line: &str| framework::check_tag(folder(&[("template/Cargo.toml.liquid", line)]).path());
    for line in
        [r#"a = { git = "g" }"#, r#"a = { git = "g", branch = "main" }"#, r#"a = { git = "g", tag = "v0.0.1" }"#]
    {
        let message = says(check(line));
        assert_eq!(
            message,
            format!("`{line}` in template/Cargo.toml.liquid is not for this version: write `{tag}` there")
        );
    }
    assert!(says(check("a = \"1\"")).starts_with("template/Cargo.toml.liquid does not name this repository"));
}

#[test]
fn a_second_place_that_names_the_release_is_refused() {
    let tag = concat!("v", env!("CARGO_PKG_VERSION"));
    let line = format!("a = {{ git = \"g\", tag = \"{tag}\" }}");
    let command = format!("cargo generate g --tag {tag} --name a");
    let install = format!("cargo install --git g --tag {tag} livechat-shrink");
    let commands = format!("cargo install --git g --tag {tag} cargo-livechat");
    let check = |components: &str| {
        let root = folder(&[
            ("template/Cargo.toml.liquid", &line),
            ("template/components/Cargo.toml", components),
            ("docs/getting-started.md", &format!("{commands}\n{install}\n{command}")),
            ("README.md", &commands),
            ("template/.github/workflows/ci.yml", &commands),
            ("docs/deploying.md", &install),
            ("template/README.md", &commands),
            ("trunk/release.ps1", &install),
            ("trunk/release.sh", &install),
        ]);
        framework::check_tag(root.path())
    };
    check("a.workspace = true").unwrap();
    let message = says(check(&line));
    assert!(
        message.starts_with("template/Cargo.toml.liquid, template/components/Cargo.toml name the framework's"),
        "{message}"
    );
}

#[test]
fn remains_of_the_template_are_named() {
    let project = [("Cargo.toml", ""), ("app.rs", "html! { <a {{ … }} /> }")];
    generate::check(folder(&project).path()).unwrap();
    for left in [
        ("src/check.rhai", ""),
        ("placements/a.rs", ""),
        ("sign-in/a.rs", ""),
        ("README.md", "# {{name}}"),
        ("a.toml", "{% if"),
        ("a.rs", "{%- if"),
    ] {
        let folder = folder(&[project[0], project[1], left]);
        assert!(generate::check(folder.path()).is_err(), "{left:?}");
    }
}

#[test]
fn build_output_and_installed_packages_are_not_part_of_the_repository() {
    let kept = ["Cargo.toml", "src/lib.rs"];
    let from =
        folder(&[kept[0], kept[1], "target/debug/demo", "tests/e2e/node_modules/a/index.js"].map(|file| (file, file)));
    let to = folder(&[]);
    generate::copy(from.path(), to.path()).unwrap();
    assert_eq!(files::below(to.path()).unwrap(), kept.map(|file| to.path().join(file)));
    assert_eq!(fs::read_to_string(to.path().join("src/lib.rs")).unwrap(), "src/lib.rs");
}

#[test]
fn the_page_installs_the_versions_that_are_used_here() {
    let mut page = steps::read(&workspace::root().unwrap()).unwrap();
    guide::check_tools(&page).unwrap();

    page.by_hand.push("cargo install --locked more@1.0.0".to_owned());
    let message = says(guide::check_tools(&page));
    assert_eq!(message, "the guide names `cargo install --locked more@1.0.0`, which nothing here needs");

    page.by_hand.retain(|command| !command.contains("trunk"));
    let message = says(guide::check_tools(&page));
    assert!(message.starts_with("the guide does not name `cargo install --locked trunk@"), "{message}");

    page.install.push("npm install more".to_owned());
    let message = says(guide::check_tools(&page));
    assert!(
        message.starts_with("the guide says `cargo install --locked --git ") && message.contains("more`, and not"),
        "{message}"
    );
}

#[test]
fn a_build_without_wasm_is_refused() {
    let dist = folder(&[]);
    assert!(project::check_dist(&dist.path().join("missing")).is_err());
    put(&dist, "index.html", "");
    assert!(project::check_dist(dist.path()).is_err());
    put(&dist, "app-1234_bg.wasm", "");
    assert!(project::check_dist(dist.path()).is_ok());
}
