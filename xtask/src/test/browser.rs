//! Hooks, provider, bridge and the guide's recipes in headless Chromium, and in Firefox if it is installed, run by wasm-bindgen-test.

use cargo_livechat::webdriver::{self, with_binary, with_timeouts};
use serde_json::json;

use super::{Ran, counted, counts};
use crate::prelude::*;
use crate::tools::engines::Engine;
use crate::tools::{browser, engines, pins, wasm_target};
use crate::{process, workspace};

pub(super) fn set_up(shell: &Shell) -> Result<()> {
    wasm_target::ensure(shell)?;
    pins::wasm_bindgen()?.ensure(shell)?;
    browser::ensure(shell)?;
    engines::install(shell)
}

pub(super) fn run(shell: &Shell) -> Result<Ran> {
    let in_chromium = count(with_browser(shell, tests(shell))?)?;
    let Some(firefox) = engines::firefox() else {
        println!("{}", engines::without(Engine::Firefox));
        return Ok(Ran::Tests(in_chromium));
    };
    println!("\nThe same tests in Firefox, without those of memory: only Chromium lets a page collect its garbage.");
    let in_firefox = count(with_firefox(tests(shell).args(["--", "--skip", "soak::"]), &firefox)?)?;
    ensure!(in_firefox > 0, "No test has run in Firefox, though it is installed: look for why in the lines above.");
    Ok(Ran::Tests(in_chromium + in_firefox))
}

/// The command of the tests, still without a browser.
fn tests(shell: &Shell) -> Cmd<'_> {
    let runner = "target.wasm32-unknown-unknown.runner='wasm-bindgen-test-runner'";
    cmd!(
        shell,
        "cargo test -p browser-tests -p recipes -p order-desk -p field-check --target wasm32-unknown-unknown --config {runner}"
    )
}

/// Runs the tests, and returns how many passed.
fn count(tests: Cmd<'_>) -> Result<usize> {
    counted(&process::scan(tests)?, counts::LIBTEST)
}

/// Tells wasm-bindgen's test runner, wherever it is called from, how to use the browser.
pub(super) fn with_browser<'a>(shell: &Shell, command: Cmd<'a>) -> Result<Cmd<'a>> {
    Ok(with_timeouts(command)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities(&browser::ensure(shell)?)?)
        // The runner would prefer it to ChromeDriver.
        .env_remove("GECKODRIVER"))
}

/// As [`with_browser`], for Firefox.
fn with_firefox<'a>(command: Cmd<'a>, firefox: &Path) -> Result<Cmd<'a>> {
    let capabilities = webdriver::write(
        &json!({ "timeouts": { "script": 300_000 }, "moz:firefoxOptions": { "binary": firefox } }).to_string(),
        &workspace::target()?.join("firefox-tests"),
    )?;
    Ok(with_timeouts(command)
        .env("GECKODRIVER", engines::geckodriver())
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities))
}

/// Writes the tests' webdriver.json with the path of this machine's Chromium in it: ChromeDriver looks in a few usual
/// places only. Returns the copy's path.
fn capabilities(chromium: &Path) -> Result<PathBuf> {
    let original = workspace::root()?.join("tests/browser/webdriver.json");
    let capabilities = with_binary(&fs::read_to_string(&original)?, chromium)
        .with_context(|| format!("{} is not as expected: restore it", original.display()))?;
    webdriver::write(&capabilities, &workspace::target()?.join("browser-tests"))
}
