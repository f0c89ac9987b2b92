//! The report of `doctor`.

use cargo_livechat::doctor::{self, Finding, missing, summary};
use cargo_livechat::tools::pinned::Pinned;

fn finding(tool: &'static str, found: bool, wanted: &'static str) -> Finding {
    let found = found.then(|| ("1.0".to_owned(), "/bin".to_owned()));
    Finding { tool, found, wanted, get: format!("get {tool}") }
}

#[cfg(unix)]
#[test]
fn a_wasm_bindgen_on_path_that_differs_from_cargo_lock_is_named() {
    use std::fs;
    use std::os::unix::fs::PermissionsExt;

    let folder = tempfile::tempdir().unwrap();
    let program = folder.path().join("wasm-bindgen");
    fs::write(&program, "#!/bin/sh\necho wasm-bindgen 0.2.127\n").unwrap();
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
    let program = program.to_str().unwrap().to_owned();
    let tool = |version: &str| Pinned {
        programs: vec![Box::leak(program.clone().into_boxed_str())],
        ..Pinned::new("wasm-bindgen-cli", version, 5)
    };
    assert_eq!(doctor::differs(&tool("0.2.127")), None);
    let warning = doctor::differs(&tool("0.2.128")).unwrap();
    assert!(warning.contains("is version 0.2.127, and Cargo.lock has wasm-bindgen 0.2.128"), "{warning}");
    assert!(warning.ends_with("run `cargo install --locked wasm-bindgen-cli@0.2.128`."), "{warning}");
}

#[test]
fn only_what_dev_needs_makes_it_fail() {
    let fine = finding("rustc", true, "dev, test");
    let no_browser = [fine.clone(), finding("Chromium", false, "test")];
    assert_eq!(missing(&no_browser, true), "");
    assert!(
        summary("cargo xtask", &no_browser).contains("can start")
            && summary("cargo xtask", &no_browser).contains("Chromium")
    );

    let no_trunk = [fine.clone(), finding("trunk", false, "dev, test")];
    assert_eq!(missing(&no_trunk, true), "trunk");
    assert!(summary("cargo xtask", &no_trunk).starts_with("Missing for `cargo xtask dev`: trunk."));
    assert!(summary("cargo xtask", &[fine]).starts_with("Everything is installed"));
}

#[test]
fn what_is_missing_is_shown_with_how_to_get_it() {
    let text = doctor::render(&[finding("trunk", false, "dev")]);
    let line = text.lines().last().unwrap();
    assert!(line.contains("missing") && line.contains("get trunk"), "{text}");
}
