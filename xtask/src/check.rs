//! `cargo xtask check`: `cargo livechat check` for the demo, in which nothing may be found.

use cargo_livechat::check::extension::Page;
use cargo_livechat::check::{self, Chromium, Options, report};
use cargo_livechat::tools::axe;

use crate::prelude::*;
use crate::tools::browser;
use crate::{release, workspace};

/// The demo's extensions, as in `demo/src/main.rs`.
const PAGES: [&str; 4] = ["details", "message-box=message-box", "fullscreen=fullscreen", "settings=settings"];

/// Builds the demo, and checks it.
pub(crate) fn run(shell: &Shell) -> Result<()> {
    set_up(shell)?;
    demo(shell, &release::build(shell)?)
}

/// Installs what the checks need.
pub(crate) fn set_up(shell: &Shell) -> Result<()> {
    browser::ensure(shell)?;
    axe::ensure(shell)?.context("axe-core cannot be installed: see npm's messages above")?;
    Ok(())
}

/// Checks the demo in this folder. Fails if something is found.
pub(crate) fn demo(shell: &Shell, dist: &Path) -> Result<()> {
    let axe = axe::find().context("axe-core is not installed: run `cargo xtask check`")?;
    let pages: Result<Vec<Page>, String> = PAGES.iter().map(|page| page.parse()).collect();
    let options = Options {
        name: "demo",
        dist,
        pages: pages.map_err(|error| anyhow!(error))?,
        version: env!("CARGO_PKG_VERSION"),
        policy: None,
        answers: None,
        limit: None,
        axe: Some(fs::read_to_string(axe)?),
        only: Vec::new(),
    };
    println!("Checking the demo in headless Chromium.");
    let report = check::run(&start(shell)?, &options)?;
    let folder = workspace::target()?.join("check");
    report::write(&report, &folder)?;
    println!("{}The report: {}", report::text(&report), folder.join(report::PAGE).display());
    ensure!(report.findings.is_empty(), "the check has found something in the demo: see above");
    Ok(())
}

/// Starts the Chromium that the shell knows.
fn start(shell: &Shell) -> Result<Chromium> {
    Chromium::of(&browser::ensure(shell)?)
}
