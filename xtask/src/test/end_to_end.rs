//! Whole pages in Chromium, with Playwright: the release build, the simulator as `cargo xtask dev`
//! serves it, and the extension that is held against the JavaScript SDK. Playwright's own
//! configuration starts the servers.

use std::path::PathBuf;

use anyhow::Result;
use xshell::{Shell, cmd};

use super::{Ran, counted, counts};
use crate::tools::browser::{self, Browser};
use crate::tools::npm;
use crate::tools::pinned::with_programs_from;
use crate::{conformance, process, release};

/// The folders to put on PATH, and the browser.
pub(super) fn set_up(shell: &Shell) -> Result<(Vec<PathBuf>, Browser)> {
    Ok((release::set_up(shell)?, browser::ensure(shell)?))
}

pub(super) fn run(shell: &Shell) -> Result<Ran> {
    let (programs, Browser { chromium, .. }) = set_up(shell)?;
    release::build(shell)?;
    conformance::build(shell)?;
    let _in = shell.push_dir(npm::folder()?);
    let tests = cmd!(shell, "npx --no-install playwright test")
        .env("CHROMIUM", chromium)
        // Nobody looks at a report that opens itself and then waits.
        .env("PLAYWRIGHT_HTML_OPEN", "never");
    let ended = process::scan(with_programs_from(tests, &programs)?)?;
    Ok(Ran::Tests(counted(&ended, counts::playwright)?))
}
