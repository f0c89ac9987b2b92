//! Playwright, in `tests/e2e/`.

use crate::prelude::*;
use crate::process::{self, Ended};
use crate::tools::{browser, npm};

/// Runs the tests of a configuration there to completion.
pub(crate) fn run(shell: &Shell, configuration: &str) -> Result<Ended> {
    npm::ensure(shell)?;
    browser::ensure(shell)?;
    let _in = shell.push_dir(npm::folder()?);
    let playwright = cmd!(shell, "npx --no-install playwright test --config {configuration}");
    // Otherwise Playwright would open a report and wait.
    process::scan(playwright.env("PLAYWRIGHT_HTML_OPEN", "never"))
}
