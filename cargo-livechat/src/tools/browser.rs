//! The browser for tests, and its driver.

use std::env;

use super::on_path;
use crate::prelude::*;

/// How to install both.
pub const BY_HAND: &str = "install Chromium or Chrome with ChromeDriver (on Debian and Ubuntu: \
                           `apt-get install chromium chromium-driver`), or name them in CHROMIUM and CHROMEDRIVER";

/// Other drivers that wasm-bindgen's test runner supports, and the environment variables for them.
const OTHERS: [(&str, &str); 2] = [("geckodriver", "GECKODRIVER"), ("safaridriver", "SAFARIDRIVER")];

/// A browser driver on this machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Driver {
    /// ChromeDriver, with Chromium if found. Otherwise ChromeDriver looks for Chrome itself.
    Chrome {
        /// ChromeDriver.
        driver: PathBuf,
        /// Chromium or Chrome.
        browser: Option<PathBuf>,
    },
    /// The driver of another browser.
    Other {
        /// The program.
        driver: PathBuf,
        /// The environment variable for wasm-bindgen's test runner.
        variable: &'static str,
    },
}

/// Finds Chromium or Chrome: `CHROMIUM`, or the first of the usual names on PATH.
pub fn chromium() -> Option<PathBuf> {
    let usual = ["chromium", "chromium-browser", "google-chrome"];
    named("CHROMIUM").or_else(|| usual.iter().find_map(|name| on_path(name)))
}

/// Finds ChromeDriver: `CHROMEDRIVER`, or the one on PATH.
pub fn chromedriver() -> Option<PathBuf> {
    named("CHROMEDRIVER").or_else(|| on_path("chromedriver"))
}

/// Returns the driver for tests: ChromeDriver, or else that of Firefox or Safari.
///
/// # Errors
/// If no driver is installed, with how to install one.
pub fn driver() -> Result<Driver> {
    if let Some(driver) = chromedriver() {
        return Ok(Driver::Chrome { driver, browser: chromium() });
    }
    let other = OTHERS.iter().find_map(|(name, variable)| {
        let driver = named(variable).or_else(|| on_path(name))?;
        Some(Driver::Other { driver, variable })
    });
    other.with_context(|| format!("there is no ChromeDriver on PATH for the tests in a browser; {BY_HAND}"))
}

/// Returns the program that an environment variable names.
pub fn named(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).filter(|path| !path.is_empty()).map(PathBuf::from)
}
