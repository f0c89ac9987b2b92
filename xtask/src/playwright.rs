//! Playwright, with the browser and the programs that it is to find.

use std::path::{Path, PathBuf};

use anyhow::Result;
use xshell::{Shell, cmd};

use crate::process::{self, Ended};
use crate::tools::npm;
use crate::tools::pinned::with_programs_from;

/// Runs what a configuration in `tests/e2e/` names, to the end.
pub(crate) fn run(shell: &Shell, programs: &[PathBuf], chromium: &Path, configuration: &str) -> Result<Ended> {
    let _in = shell.push_dir(npm::folder()?);
    let playwright = cmd!(shell, "npx --no-install playwright test --config {configuration}")
        .env("CHROMIUM", chromium)
        // Nobody looks at a report that opens itself and then waits.
        .env("PLAYWRIGHT_HTML_OPEN", "never");
    process::scan(with_programs_from(playwright, programs)?)
}
