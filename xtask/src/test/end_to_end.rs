//! Whole pages in Chromium, with Playwright: the release build, the simulator as `cargo xtask dev` serves it, over HTTP and
//! then over HTTPS, and the extension that is held against the JavaScript SDK, the order desk, and the extension that signs in. Playwright's own configurations start the
//! servers.

use super::{Ran, counted, counts};
use crate::prelude::*;
use crate::tools::browser;
use crate::{budget, conformance, order_desk, playwright, release, sign_in_example};

/// One after the other: both build the page into the same folder.
const CONFIGURATIONS: [&str; 2] = ["playwright.config.ts", "https.config.ts"];

pub(super) fn set_up(shell: &Shell) -> Result<()> {
    release::set_up(shell)?;
    browser::ensure(shell).map(drop)
}

pub(super) fn run(shell: &Shell) -> Result<Ran> {
    budget::check(&release::build(shell)?)?;
    conformance::build(shell)?;
    order_desk::build(shell)?;
    sign_in_example::build(shell)?;
    let mut passed = 0;
    for configuration in CONFIGURATIONS {
        passed += counted(&playwright::run(shell, configuration)?, counts::PLAYWRIGHT)?;
    }
    Ok(Ran::Tests(passed))
}
