//! Which tools are needed, and where they are found.

use std::fs::{self, File};
use std::time::Duration;

use xtask::tools::engines::{Engine, without};
use xtask::tools::{npm, pins};
use xtask::workspace;

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

#[test]
fn pages_are_built_with_the_programs_that_are_installed_here() {
    let packages = npm::of_release_builds().unwrap();
    assert_eq!(livechat_shrink::tools::PACKAGES, packages);
    let version = packages.split(['@', '.']).nth(1).unwrap();
    assert_eq!(livechat_shrink::tools::WASM_OPT, version);
    for file in ["docs/deploying.md", "docs/getting-started.md", "docs/troubleshooting.md"] {
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
fn a_missing_engine_is_reported_with_how_to_get_it() {
    for engine in [Engine::Firefox, Engine::WebKit] {
        let sentence = without(engine);
        assert!(sentence.contains("is missing, so nothing is tested in it"), "{sentence}");
        assert!(sentence.contains("`apt-get install") && sentence.contains("name "), "{sentence}");
    }
}
