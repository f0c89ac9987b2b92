//! The new projects in Chromium, with Playwright: in the published host library's frame, and one of them in the
//! simulator as `trunk serve` shows it. Playwright's own configuration starts Trunk.

use std::path::PathBuf;

use anyhow::Result;
use serde_json::{Map, Value, json};
use xshell::{Shell, cmd};

use crate::test::{counted, counts};
use crate::tools::browser::Browser;
use crate::tools::npm;
use crate::tools::pinned::with_programs_from;
use crate::{process, workspace};

/// Where the projects are, by placement; read by `tests/e2e/template.config.ts`.
const PROJECTS: &str = "TEMPLATE_PROJECTS";

/// Returns how many tests passed.
pub(super) fn run(
    shell: &Shell,
    (programs, Browser { chromium, .. }): &(Vec<PathBuf>, Browser),
    projects: &[(&str, PathBuf)],
) -> Result<usize> {
    let by_placement: Map<String, Value> =
        projects.iter().map(|(placement, folder)| ((*placement).to_owned(), json!(folder))).collect();
    let _in = shell.push_dir(npm::folder()?);
    let tests = cmd!(shell, "npx --no-install playwright test --config template.config.ts")
        .env("CHROMIUM", chromium)
        .env("CARGO_TARGET_DIR", workspace::target()?)
        .env("PLAYWRIGHT_HTML_OPEN", "never")
        .env(PROJECTS, Value::Object(by_placement).to_string());
    counted(&process::scan(with_programs_from(tests, programs)?)?, counts::playwright)
}
