//! Configures wasm-bindgen's test runner for a browser.

use serde_json::{Map, Value, json};

use crate::prelude::*;
use crate::tools::browser::Driver;

/// The capabilities of a headless Chromium, for projects without a `webdriver.json`.
const CHROMIUM: &str = include_str!("webdriver.json");

/// The timeout in seconds for all tests of one file. The default, 20, is too short for a machine with two cores.
const TESTS_TIMEOUT: &str = "300";
/// The timeout in seconds for a driver to start. The default is 5.
const DRIVER_TIMEOUT: &str = "60";

/// Gives a command that calls the test runner timeouts that suffice on a slow machine.
pub fn with_timeouts(command: Cmd<'_>) -> Cmd<'_> {
    command.env("WASM_BINDGEN_TEST_TIMEOUT", TESTS_TIMEOUT).env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", DRIVER_TIMEOUT)
}

/// Adds the driver's settings to a command that calls the test runner. The capabilities are those in the project's
/// `webdriver.json`, or else the defaults; a copy with the path of Chromium is written into `folder`.
pub fn with_driver<'a>(command: Cmd<'a>, driver: &Driver, project: &Path, folder: &Path) -> Result<Cmd<'a>> {
    let command = with_timeouts(command);
    match driver {
        Driver::Other { driver, variable } => Ok(command.env(variable, driver)),
        Driver::Chrome { driver, browser } => {
            let own = project.join("webdriver.json");
            let text = if own.is_file() { fs::read_to_string(&own)? } else { CHROMIUM.to_owned() };
            let text = match browser {
                Some(browser) => with_binary(&text, browser)
                    .with_context(|| format!("{} has no capabilities of Chromium; correct it", own.display()))?,
                None => text,
            };
            Ok(command.env("CHROMEDRIVER", driver).env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", write(&text, folder)?))
        }
    }
}

/// Writes the capabilities to `webdriver.json` in this folder, and returns its path.
pub fn write(text: &str, folder: &Path) -> Result<PathBuf> {
    fs::create_dir_all(folder)?;
    let file = folder.join("webdriver.json");
    fs::write(&file, text)?;
    Ok(file)
}

/// Adds the path of Chromium to the capabilities: ChromeDriver itself searches only a few places.
pub fn with_binary(text: &str, chromium: &Path) -> Result<String> {
    let mut capabilities: Map<String, Value> = serde_json::from_str(text).context("not a JSON object")?;
    let options = capabilities.entry("goog:chromeOptions").or_insert_with(|| json!({}));
    let options = options.as_object_mut().context("goog:chromeOptions is not an object")?;
    options.insert("binary".to_owned(), json!(chromium));
    Ok(Value::Object(capabilities).to_string())
}
