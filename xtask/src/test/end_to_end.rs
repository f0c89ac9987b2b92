//! Whole pages in Chromium, with Playwright: the release build; the simulator as `cargo xtask dev` serves it, over HTTP
//! and then over HTTPS; the extension that is compared with the JavaScript SDK; the order desk; the extension with
//! sign-in; and the field check. Playwright's configurations start the servers. Before, `cargo livechat check` finds
//! nothing in the demo, and something in each extension that is broken on purpose.

use std::sync::atomic::{AtomicBool, Ordering};

use super::{Ran, counted, counts};
use crate::prelude::*;
use crate::tools::browser;
use crate::{
    additions, budget, check, conformance, field_check, order_desk, playwright, process, release, sign_in_example,
};

/// One after the other: both build the page into the same folder.
const CONFIGURATIONS: [&str; 2] = ["playwright.config.ts", "https.config.ts"];

/// Whether this run has already built the release builds.
static IS_BUILT: AtomicBool = AtomicBool::new(false);

pub(super) fn set_up(shell: &Shell) -> Result<()> {
    release::set_up(shell)?;
    browser::ensure(shell)?;
    check::set_up(shell)
}

pub(super) fn run(shell: &Shell) -> Result<Ran> {
    let dist = release::build(shell)?;
    budget::check(&dist)?;
    additions::check(shell)?;
    conformance::build(shell)?;
    order_desk::build(shell)?;
    sign_in_example::build(shell)?;
    field_check::build(shell)?;
    IS_BUILT.store(true, Ordering::Relaxed);
    let mut passed = checks(shell, &dist)?;
    for configuration in CONFIGURATIONS {
        passed += counted(&playwright::run(shell, configuration)?, counts::PLAYWRIGHT)?;
    }
    Ok(Ran::Tests(passed))
}

/// Runs `cargo livechat check` on the demo, and on broken extensions. Returns the number of passed tests.
fn checks(shell: &Shell, dist: &Path) -> Result<usize> {
    check::demo(shell, dist)?;
    // Most of the time they wait.
    let options = ["--include-ignored", "--test-threads", "4"];
    let broken = cmd!(shell, "cargo test -p cargo-livechat --test broken_extensions -- {options...}");
    // The demo is one more.
    Ok(counted(&process::scan(broken)?, counts::LIBTEST)? + 1)
}

/// Builds what other parts test, too: the demo and the extension with sign-in. Does so once a run.
pub(super) fn build_once(shell: &Shell) -> Result<()> {
    if !IS_BUILT.swap(true, Ordering::Relaxed) {
        release::build(shell)?;
        sign_in_example::build(shell)?;
    }
    Ok(())
}
