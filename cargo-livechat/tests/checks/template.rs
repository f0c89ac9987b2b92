//! New projects.

use std::path::Path;

use crate::{folder, root, says};
use cargo_livechat::template::{self, Choices, Files, Placement, framework};
use clap::ValueEnum;

fn project(placement: Placement, sign_in: bool) -> Files {
    template::of(&Choices::new("my-extension", placement, sign_in).unwrap()).unwrap()
}

#[test]
fn a_project_has_the_files_of_its_placement_and_nothing_of_the_templates_own() {
    for placement in Placement::value_variants() {
        for sign_in in [false, true] {
            let files = project(*placement, sign_in);
            for needed in ["Cargo.toml", "index.html", "src/app.rs", "src/main.rs", "tests/browser.rs", ".gitignore"] {
                assert!(files.contains_key(needed), "{placement:?} lacks {needed}");
            }
            assert_eq!(files.contains_key("static/sign-in.js"), sign_in, "{placement:?}");
            assert_eq!(files.contains_key("static/orders.json"), *placement == Placement::Details);
            for (path, text) in &files {
                assert!(!path.ends_with(".rhai") && !path.starts_with("placements/") && !path.starts_with("sign-in/"));
                // `html!` has `{{ … }}` too.
                let expanded = (path.ends_with(".rs") || !text.contains("{{")) && !text.contains("{%");
                assert!(expanded, "{placement:?}: {path} is not expanded");
            }
            let manifest = &files["Cargo.toml"];
            assert!(manifest.contains("name = \"my-extension\"\n"), "{manifest}");
            assert_eq!(manifest.contains("\"sign-in\""), sign_in, "{manifest}");
        }
    }
}

#[test]
fn every_file_of_the_template_is_in_some_project() {
    let template = root().join("template");
    let mut unused = cargo_livechat::files::below(&template).unwrap();
    for placement in Placement::value_variants() {
        for path in project(*placement, true).keys() {
            let name = placement.name();
            let sources = [
                path.clone(),
                format!("{path}.liquid"),
                format!("placements/{name}/{path}"),
                format!("sign-in/{path}"),
            ];
            unused.retain(|file| !sources.iter().any(|source| *file == template.join(source)));
        }
    }
    unused.retain(|file| file.extension().is_none_or(|extension| extension != "rhai"));
    assert_eq!(unused, [template.join("cargo-generate.toml")]);
}

#[test]
fn names_that_cargo_refuses_are_refused() {
    for name in ["", "2fast", "my app", "übung", "-x", "a/b"] {
        let message = says(Choices::new(name, Placement::Details, false));
        assert!(
            message.contains("is not a valid package name; begin with a letter") && message.contains(name),
            "{message}"
        );
    }
    let message = says(Choices::new("components", Placement::Details, false));
    assert!(message.ends_with("named \"components\"; choose another name"), "{message}");
    for name in ["a", "my-app-2", "My_App", "match"] {
        assert_eq!(Choices::new(name, Placement::Details, false).unwrap().name(), name);
    }
}

#[test]
fn a_project_can_take_the_framework_from_a_checkout() {
    let mut files = project(Placement::Details, false);
    framework::use_checkout(&mut files, &root()).unwrap();
    assert!(!files["Cargo.toml"].contains("git = "), "{}", files["Cargo.toml"]);
    assert!(files["Cargo.toml"].contains("\nyew-livechat = { path = \""), "{}", files["Cargo.toml"]);
    let other = folder(&[("Cargo.toml", "")]);
    let message = says(framework::use_checkout(&mut files, other.path()));
    assert!(
        message.ends_with("is not a checkout of yew-livechat; name the folder that has its README.md"),
        "{message}"
    );
}

#[test]
fn our_crates_come_from_the_checkout_and_others_stay() {
    let manifest = r#"
[dependencies]
serde = { version = "1", features = ["derive"] }
yew-livechat = { git = "https://example.com/repo", tag = "v0.1.0", features = ["csr"] }
yew-livechat-components = { git = "https://example.com/repo", branch = "main" }
other = { git = "https://example.com/repo" }
[dev-dependencies]
yew-livechat = { features = ["testing"], git = "https://example.com/repo" }
"#;
    assert_eq!(
        framework::with_paths(manifest, Path::new("/checkout")).unwrap(),
        r#"
[dependencies]
serde = { version = "1", features = ["derive"] }
yew-livechat = { path = "/checkout/", features = ["csr"] }
yew-livechat-components = { path = "/checkout/components" }
other = { git = "https://example.com/repo" }
[dev-dependencies]
yew-livechat = { features = ["testing"], path = "/checkout/" }
"#
    );
}
