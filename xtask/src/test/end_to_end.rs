//! Whole pages in Chromium, with Playwright: the release build, the simulator as `cargo xtask dev`
//! serves it, by http and then by https, and the extension that is held against the JavaScript SDK. Playwright's own
//! configurations start the servers.

use std::path::PathBuf;

use anyhow::Result;
use xshell::Shell;

use super::{Ran, counted, counts};
use crate::tools::browser::{self, Browser};
use crate::{budget, conformance, playwright, release};

/// One after the other: both build the page into the same folder.
const CONFIGURATIONS: [&str; 2] = ["playwright.config.ts", "https.config.ts"];

/// The folders to put on PATH, and the browser.
pub(super) fn set_up(shell: &Shell) -> Result<(Vec<PathBuf>, Browser)> {
    Ok((release::set_up(shell)?, browser::ensure(shell)?))
}

pub(super) fn run(shell: &Shell) -> Result<Ran> {
    let (programs, Browser { chromium, .. }) = set_up(shell)?;
    budget::check(&release::build(shell)?)?;
    conformance::build(shell)?;
    let mut passed = 0;
    for configuration in CONFIGURATIONS {
        passed += counted(&playwright::run(shell, &programs, &chromium, configuration)?, counts::playwright)?;
    }
    Ok(Ran::Tests(passed))
}
