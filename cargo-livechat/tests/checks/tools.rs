//! Which tools are needed, and where they are found.

use std::env;
use std::fs;
use std::path::Path;

use cargo_livechat::tools::pinned::Pinned;
use cargo_livechat::tools::{numbers, on_path, pins, rust, version_in, version_of};

#[test]
fn the_version_is_that_of_the_package_itself() {
    let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.78\"\ndependencies = [\n \
                \"wasm-bindgen\",\n]\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.128\"\n\n\
                [[package]]\nname = \"odd\"\n";
    for (package, version) in
        [("wasm-bindgen", Some("0.2.128")), ("wasm-bindgen-futures", Some("0.4.78")), ("wasm", None), ("odd", None)]
    {
        assert_eq!(pins::locked_version(lock, package).unwrap().as_deref(), version);
    }
}

#[test]
fn a_folder_with_only_some_of_the_programs_is_incomplete() {
    let tool = Pinned { programs: vec!["one", "two"], ..Pinned::new("example", "1.2.3", 4) };
    let folder = tempfile::tempdir().unwrap();
    let program = |name: &str| folder.path().join(format!("{name}{}", env::consts::EXE_SUFFIX));
    fs::write(program("one"), "").unwrap();
    assert!(!tool.complete(folder.path()));
    fs::write(program("two"), "").unwrap();
    assert!(tool.complete(folder.path()));
}

#[test]
fn versions_are_found_in_the_output_of_programs() {
    for (text, version) in [
        ("trunk 0.21.14\n", Some("0.21.14")),
        ("wasm-bindgen 0.2.128 (abc 2026-01-01)", Some("0.2.128")),
        ("v20.20.2", Some("20.20.2")),
        ("Chromium 140.0.1 built on Debian 12", Some("140.0.1")),
        ("wasm-opt version 123 (version_123)", Some("123")),
        ("no such option", None),
    ] {
        assert_eq!(version_in(text).as_deref(), version);
    }
}

#[test]
fn a_program_that_is_not_there_has_no_version() {
    assert_eq!(on_path("no-such-program-at-all"), None);
    assert_eq!(version_of(Path::new("no-such-program-at-all")), None);
}

#[test]
fn a_newer_compatible_version_is_accepted_if_the_tool_allows_it() {
    let trunk = pins::trunk();
    for version in ["0.21.14", "0.21.15", "0.21.100"] {
        assert!(trunk.fits(version), "{version}");
    }
    for version in ["0.21.13", "0.21.9", "0.20.20", "0.22.0", "1.21.15"] {
        assert!(!trunk.fits(version), "{version}");
    }
    let exact = Pinned::new("wasm-bindgen-cli", "0.2.128", 5);
    assert!(exact.fits("0.2.128") && !exact.fits("0.2.129"));
}

#[test]
fn versions_are_compared_as_numbers() {
    assert!(numbers("0.21.14") > numbers("0.21.9"));
    assert!(numbers("1.95") < numbers("1.100.0-nightly"));
    assert_eq!(numbers("132"), [132, 0, 0]);
}

#[test]
fn an_old_compiler_is_refused_with_how_to_update_it() {
    rust::refuse_old("1.95.0").unwrap();
    rust::refuse_old("1.101.0-nightly").unwrap();
    let says = rust::refuse_old("1.80.1").unwrap_err().to_string();
    assert_eq!(says, "rustc 1.80.1 is too old for yew-livechat, which needs 1.95 or newer; run `rustup update`");
}
