//! Hooks, provider, bridge and the guide's recipes in headless Chromium, run by wasm-bindgen-test.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::{Map, Value, json};
use xshell::{Cmd, Shell, cmd};

use super::{Ran, counted, counts};
use crate::tools::browser::{self, Browser};
use crate::tools::{wasm_bindgen, wasm_target};
use crate::{process, workspace};

/// Seconds for all tests of one file. The default, 20, is too short for a machine with two cores.
const TESTS_TIMEOUT: &str = "300";
/// Seconds for ChromeDriver to start. The default is 5.
const DRIVER_TIMEOUT: &str = "60";

/// The folder with wasm-bindgen's programs, and the browser.
pub(super) fn set_up(shell: &Shell) -> Result<(PathBuf, Browser)> {
    wasm_target::ensure(shell)?;
    Ok((wasm_bindgen::wasm_bindgen()?.ensure(shell)?, browser::ensure(shell)?))
}

pub(super) fn run(shell: &Shell) -> Result<Ran> {
    let tests = cmd!(shell, "cargo test -p browser-tests -p recipes --target wasm32-unknown-unknown");
    let ended = process::scan(in_the_browser(shell, tests)?)?;
    Ok(Ran::Tests(counted(&ended, counts::libtest)?))
}

/// Gives a `cargo test` for wasm what it needs to run in Chromium.
pub(super) fn in_the_browser<'a>(shell: &Shell, command: Cmd<'a>) -> Result<Cmd<'a>> {
    let (programs, _) = set_up(shell)?;
    // As an argument, a list: the environment variable would split a path with a blank in it.
    let runner = json!([programs.join("wasm-bindgen-test-runner")]);
    let runner = format!("target.wasm32-unknown-unknown.runner={runner}");
    with_browser(shell, command.arg("--config").arg(runner))
}

/// Tells wasm-bindgen's test runner, wherever it is called from, which browser to use and how.
pub(super) fn with_browser<'a>(shell: &Shell, command: Cmd<'a>) -> Result<Cmd<'a>> {
    let (_, Browser { chromium, chromedriver }) = set_up(shell)?;
    Ok(command
        .env("CHROMEDRIVER", chromedriver)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities(&chromium)?)
        .env("WASM_BINDGEN_TEST_TIMEOUT", TESTS_TIMEOUT)
        .env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", DRIVER_TIMEOUT))
}

/// Writes the tests' webdriver.json with the path of this machine's Chromium in it: ChromeDriver
/// looks in a few usual places only. Returns the copy's path.
fn capabilities(chromium: &Path) -> Result<PathBuf> {
    let original = workspace::root()?.join("tests/browser/webdriver.json");
    let text =
        fs::read_to_string(&original).with_context(|| format!("cannot read {}: restore it", original.display()))?;
    let capabilities = with_binary(&text, chromium)
        .with_context(|| format!("{} is not as expected: restore it", original.display()))?;
    let folder = workspace::target()?.join("browser-tests");
    let copy = folder.join("webdriver.json");
    fs::create_dir_all(&folder)
        .and_then(|()| fs::write(&copy, capabilities))
        .with_context(|| format!("cannot write {}: is the disk full?", copy.display()))?;
    Ok(copy)
}

fn with_binary(text: &str, chromium: &Path) -> Result<String> {
    let mut capabilities: Map<String, Value> = serde_json::from_str(text).context("not a JSON object")?;
    let options = capabilities
        .entry("goog:chromeOptions")
        .or_insert_with(|| json!({}))
        .as_object_mut()
        .context("goog:chromeOptions is not an object")?;
    options.insert("binary".to_owned(), json!(chromium));
    Ok(Value::Object(capabilities).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chromiums_path_is_added_and_the_arguments_stay() {
        let text = r#"{"goog:chromeOptions": {"args": ["disable-sync"]}}"#;
        let with = with_binary(text, Path::new("/opt/a b/chromium")).unwrap();
        let with: Value = serde_json::from_str(&with).unwrap();
        assert_eq!(with, json!({"goog:chromeOptions": {"args": ["disable-sync"], "binary": "/opt/a b/chromium"}}));
        assert!(with_binary("{}", Path::new("chromium")).is_ok());
    }

    #[test]
    fn a_broken_file_is_an_error() {
        assert!(with_binary("[]", Path::new("chromium")).is_err());
        assert!(with_binary(r#"{"goog:chromeOptions": 1}"#, Path::new("chromium")).is_err());
    }
}
