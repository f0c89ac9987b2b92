//! What is needed and where it is found, and what `dev` and `doctor` say of it.

use std::env;
use std::fs::{self, File};
use std::path::Path;
use std::time::Duration;

use serde_json::{Value, json};
use xtask::doctor::{Finding, missing, summary};
use xtask::test::browser::with_binary;
use xtask::tools::engines::{Engine, without};
use xtask::tools::pinned::Pinned;
use xtask::tools::{npm, on_path, pins, version_in, version_of};
use xtask::{doctor, ports, table, workspace};

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
fn this_checkouts_own_lock_file_is_understood() {
    let version = pins::wasm_bindgen().unwrap().version;
    assert!(version.starts_with("0.2."), "{version}");
}

#[test]
fn wasm_bindgen_is_pinned_where_the_tool_is_chosen_and_a_range_in_the_library() {
    let root = workspace::root().unwrap();
    let read = |file: &str| fs::read_to_string(root.join(file)).unwrap();
    let lock = read("Cargo.lock");
    let locked = |package: &str| pins::locked_version(&lock, package).unwrap().unwrap();
    for (file, package) in [
        ("demo/Cargo.toml", "wasm-bindgen"),
        ("template/Cargo.toml.liquid", "wasm-bindgen"),
        ("template/Cargo.toml.liquid", "wasm-bindgen-test"),
    ] {
        let pin = format!("\n{package} = \"={}\"\n", locked(package));
        assert!(read(file).contains(&pin), "{file} lacks {pin:?}, the version of Cargo.lock");
    }
    for package in ["js-sys", "wasm-bindgen", "wasm-bindgen-futures", "web-sys"] {
        let exact = format!("\n{package} = \"=");
        assert!(
            !read("Cargo.toml").contains(&exact),
            "an application may need another {package}: give the library a range"
        );
    }
}

#[cfg(unix)]
#[test]
fn a_wasm_bindgen_on_path_that_differs_from_cargo_lock_is_named() {
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
fn a_folder_with_only_some_of_the_programs_will_not_do() {
    let tool = Pinned { programs: vec!["one", "two"], ..Pinned::new("example", "1.2.3", 4) };
    let folder = tempfile::tempdir().unwrap();
    let program = |name: &str| folder.path().join(format!("{name}{}", env::consts::EXE_SUFFIX));
    fs::write(program("one"), "").unwrap();
    assert!(!tool.complete(folder.path()));
    fs::write(program("two"), "").unwrap();
    assert!(tool.complete(folder.path()));
}

#[test]
fn pages_are_built_with_the_programs_that_are_installed_here() {
    let packages = npm::of_release_builds().unwrap();
    assert_eq!(livechat_shrink::tools::PACKAGES, packages);
    let version = packages.split(['@', '.']).nth(1).unwrap();
    assert_eq!(livechat_shrink::tools::WASM_OPT, version);
    for file in ["docs/deploying.md", "docs/getting-started.md", "docs/troubleshooting.md", "template/README.md"] {
        let text = fs::read_to_string(workspace::root().unwrap().join(file)).unwrap();
        let mut named = text.split("npm install --global ").skip(1).peekable();
        assert!(named.peek().is_some(), "{file} does not say how wasm-opt and esbuild are installed");
        assert!(named.all(|after| after.starts_with(&packages)), "{file} installs something else than {packages}");
    }
}

#[test]
fn packages_are_fresh_until_the_lock_file_is_newer() {
    let folder = tempfile::tempdir().unwrap();
    let is_fresh = || npm::is_fresh(folder.path());
    assert!(!is_fresh(), "no lock file");
    let lock = File::create(folder.path().join("package-lock.json")).unwrap();
    assert!(!is_fresh(), "never installed");
    fs::create_dir(folder.path().join("node_modules")).unwrap();
    assert!(!is_fresh(), "cut short");

    let installed = File::create(folder.path().join("node_modules/.package-lock.json")).unwrap();
    let time = installed.metadata().unwrap().modified().unwrap();
    lock.set_modified(time).unwrap();
    assert!(is_fresh());
    lock.set_modified(time + Duration::from_secs(1)).unwrap();
    assert!(!is_fresh());
}

#[test]
fn versions_are_found_in_what_programs_say() {
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
fn columns_are_as_wide_as_their_widest_cell() {
    let rows = [["index.html", "7", "é"], ["a", "1,234", ""]].map(|row| row.map(str::to_owned));
    assert_eq!(
        table::render(["file", ">raw", "note"], &rows),
        "file          raw  note\n\
         ----------  -----  ----\n\
         index.html      7  é\n\
         a           1,234"
    );
}

#[test]
fn each_occupied_port_is_named_with_ports_to_choose_instead() {
    for (page, occupied, other) in [
        (3333, 3333, 3343),
        (3333, 3334, 3343),
        (3333, 3335, 3343),
        (3333, 3336, 3343),
        (65_522, 65_522, 65_532),
        (65_523, 65_526, 65_513),
        (65_532, 65_535, 65_522),
    ] {
        let message = ports::check(page, |port| port != occupied).unwrap_err().to_string();
        let rest = format!("or choose another with `--port {other}`.");
        assert_eq!(message, format!("Port {occupied} is in use: stop what uses it, {rest}"));
    }
    assert!(ports::check(3333, |_| true).is_ok());
}

fn finding(tool: &'static str, found: bool, wanted: &'static str) -> Finding {
    let found = found.then(|| ("1.0".to_owned(), "/bin".to_owned()));
    Finding { tool, found, wanted, get: format!("get {tool}") }
}

#[test]
fn only_what_dev_needs_makes_it_fail() {
    let fine = finding("rustc", true, "dev, test");
    let no_browser = [fine.clone(), finding("Chromium", false, "test")];
    assert_eq!(missing(&no_browser, true), "");
    assert!(summary(&no_browser).contains("can start") && summary(&no_browser).contains("Chromium"));

    let no_trunk = [fine.clone(), finding("trunk", false, "dev, test")];
    assert_eq!(missing(&no_trunk, true), "trunk");
    assert!(summary(&no_trunk).starts_with("Missing for `cargo xtask dev`: trunk."));
    assert!(summary(&[fine]).starts_with("Everything is there"));
}

#[test]
fn what_is_missing_is_shown_with_how_to_get_it() {
    let text = doctor::render(&[finding("trunk", false, "dev")]);
    let line = text.lines().last().unwrap();
    assert!(line.contains("missing") && line.contains("get trunk"), "{text}");
}

#[test]
fn chromiums_path_is_added_and_the_arguments_stay() {
    let text = r#"{"goog:chromeOptions": {"args": ["disable-sync"]}}"#;
    let with: Value = serde_json::from_str(&with_binary(text, Path::new("/opt/a b/chromium")).unwrap()).unwrap();
    assert_eq!(with, json!({"goog:chromeOptions": {"args": ["disable-sync"], "binary": "/opt/a b/chromium"}}));
    assert!(with_binary("{}", Path::new("chromium")).is_ok());
    for broken in ["[]", r#"{"goog:chromeOptions": 1}"#] {
        assert!(with_binary(broken, Path::new("chromium")).is_err());
    }
}

#[test]
fn a_machine_without_an_engine_is_told_how_to_get_it() {
    for engine in [Engine::Firefox, Engine::WebKit] {
        let sentence = without(engine);
        assert!(sentence.contains("is missing, so nothing is tested in it"), "{sentence}");
        assert!(sentence.contains("`apt-get install") && sentence.contains("name "), "{sentence}");
    }
}
