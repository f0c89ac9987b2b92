//! Whole pages in Chromium, with Playwright: the release build, the simulator as `cargo xtask dev`
//! serves it, by http and then by https, and the extension that is held against the JavaScript SDK. Playwright's own
//! configurations start the servers.

use std::path::PathBuf;

use anyhow::Result;
use xshell::{Shell, cmd};

use super::{Ran, counted, counts};
use crate::tools::browser::{self, Browser};
use crate::tools::npm;
use crate::tools::pinned::with_programs_from;
use crate::{conformance, process, release};

/// One after the other: both build the page into the same folder.
const CONFIGURATIONS: [&str; 2] = ["playwright.config.ts", "https.config.ts"];

/// The folders to put on PATH, and the browser.
pub(super) fn set_up(shell: &Shell) -> Result<(Vec<PathBuf>, Browser)> {
    Ok((release::set_up(shell)?, browser::ensure(shell)?))
}

pub(super) fn run(shell: &Shell) -> Result<Ran> {
    let (programs, Browser { chromium, .. }) = set_up(shell)?;
    release::build(shell)?;
    conformance::build(shell)?;
    let _in = shell.push_dir(npm::folder()?);
    let mut passed = 0;
    for configuration in CONFIGURATIONS {
        let tests = cmd!(shell, "npx --no-install playwright test --config {configuration}")
            .env("CHROMIUM", &chromium)
            // Nobody looks at a report that opens itself and then waits.
            .env("PLAYWRIGHT_HTML_OPEN", "never");
        passed += counted(&process::scan(with_programs_from(tests, &programs)?)?, counts::playwright)?;
    }
    Ok(Ran::Tests(passed))
}
