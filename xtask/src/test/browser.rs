//! Hooks, provider, bridge and the guide's recipes in headless Chromium, run by wasm-bindgen-test.

use serde_json::{Map, Value, json};

use super::{Ran, counted, counts};
use crate::prelude::*;
use crate::tools::{browser, pins, wasm_target};
use crate::{process, workspace};

/// Seconds for all tests of one file. The default, 20, is too short for a machine with two cores.
const TESTS_TIMEOUT: &str = "300";
/// Seconds for ChromeDriver to start. The default is 5.
const DRIVER_TIMEOUT: &str = "60";

pub(super) fn set_up(shell: &Shell) -> Result<()> {
    wasm_target::ensure(shell)?;
    pins::wasm_bindgen()?.ensure(shell)?;
    browser::ensure(shell).map(drop)
}

pub(super) fn run(shell: &Shell) -> Result<Ran> {
    let runner = "target.wasm32-unknown-unknown.runner='wasm-bindgen-test-runner'";
    let tests = cmd!(
        shell,
        "cargo test -p browser-tests -p recipes -p order-desk --target wasm32-unknown-unknown --config {runner}"
    );
    Ok(Ran::Tests(counted(&process::scan(with_browser(shell, tests)?)?, counts::LIBTEST)?))
}

/// Tells wasm-bindgen's test runner, wherever it is called from, how to use the browser.
pub(super) fn with_browser<'a>(shell: &Shell, command: Cmd<'a>) -> Result<Cmd<'a>> {
    Ok(command
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities(&browser::ensure(shell)?)?)
        .env("WASM_BINDGEN_TEST_TIMEOUT", TESTS_TIMEOUT)
        .env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", DRIVER_TIMEOUT))
}

/// Writes the tests' webdriver.json with the path of this machine's Chromium in it: ChromeDriver looks in a few usual
/// places only. Returns the copy's path.
fn capabilities(chromium: &Path) -> Result<PathBuf> {
    let original = workspace::root()?.join("tests/browser/webdriver.json");
    let capabilities = with_binary(&fs::read_to_string(&original)?, chromium)
        .with_context(|| format!("{} is not as expected: restore it", original.display()))?;
    let folder = workspace::target()?.join("browser-tests");
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("webdriver.json"), capabilities)?;
    Ok(folder.join("webdriver.json"))
}

/// The capabilities, with the path of Chromium in them.
pub fn with_binary(text: &str, chromium: &Path) -> Result<String> {
    let mut capabilities: Map<String, Value> = serde_json::from_str(text).context("not a JSON object")?;
    let options = capabilities.entry("goog:chromeOptions").or_insert_with(|| json!({}));
    let options = options.as_object_mut().context("goog:chromeOptions is not an object")?;
    options.insert("binary".to_owned(), json!(chromium));
    Ok(Value::Object(capabilities).to_string())
}
