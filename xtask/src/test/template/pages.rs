//! The new projects in Chromium, with Playwright: in the published host library's frame, and one of them in the
//! simulator as `trunk serve` shows it. Playwright's own configuration starts Trunk.

use std::path::PathBuf;

use anyhow::Result;
use serde_json::{Map, Value, json};
use xshell::Shell;

use crate::test::{counted, counts};
use crate::tools::browser::Browser;
use crate::{playwright, workspace};

/// Where the projects are, by placement; read by `tests/e2e/template.config.ts`.
const PROJECTS: &str = "TEMPLATE_PROJECTS";

/// What the guide says to serve a project with; read there too.
const SERVE: &str = "TEMPLATE_SERVE";

/// Returns how many tests passed.
pub(super) fn run(
    shell: &Shell,
    (programs, Browser { chromium, .. }): &(Vec<PathBuf>, Browser),
    projects: &[(&str, PathBuf)],
    serve: &str,
) -> Result<usize> {
    let by_placement: Map<String, Value> =
        projects.iter().map(|(placement, folder)| ((*placement).to_owned(), json!(folder))).collect();
    let _target = shell.push_env("CARGO_TARGET_DIR", workspace::target()?);
    let _serve = shell.push_env(SERVE, serve);
    let _projects = shell.push_env(PROJECTS, Value::Object(by_placement).to_string());
    counted(&playwright::run(shell, programs, chromium, "template.config.ts")?, counts::playwright)
}
