//! Hooks, provider, bridge and the guide's recipes in headless Chromium, run by wasm-bindgen-test.

use cargo_livechat::webdriver::{self, DRIVER_TIMEOUT, TESTS_TIMEOUT, with_binary};

use super::{Ran, counted, counts};
use crate::prelude::*;
use crate::tools::{browser, pins, wasm_target};
use crate::{process, workspace};

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
    webdriver::write(&capabilities, &workspace::target()?.join("browser-tests"))
}
