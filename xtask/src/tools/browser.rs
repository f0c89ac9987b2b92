//! Chromium, and ChromeDriver that steers it.

use std::env;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use xshell::{Shell, cmd};

use super::on_path;
use crate::process;

/// Where the two are.
#[derive(Debug, Clone)]
pub(crate) struct Browser {
    /// Chromium, or Chrome.
    pub(crate) chromium: PathBuf,
    /// ChromeDriver.
    pub(crate) chromedriver: PathBuf,
}

/// The command that gets both on Debian and Ubuntu.
pub(crate) const BY_HAND: &str =
    "apt-get update && apt-get install -y --no-install-recommends chromium chromium-driver";

/// `CHROMIUM`, or the first of the usual names on PATH.
pub(crate) fn chromium() -> Option<PathBuf> {
    named("CHROMIUM")
        .or_else(|| ["chromium", "chromium-browser", "google-chrome"].iter().find_map(|name| on_path(name)))
}

/// `CHROMEDRIVER`, or the one on PATH.
pub(crate) fn chromedriver() -> Option<PathBuf> {
    named("CHROMEDRIVER").or_else(|| on_path("chromedriver"))
}

/// Both; installs them where that is allowed.
pub(crate) fn ensure(shell: &Shell) -> Result<Browser> {
    if let Some(browser) = find() {
        return Ok(browser);
    }
    ensure!(
        on_path("apt-get").is_some() && is_root(shell),
        "Chromium or ChromeDriver is missing: run `{BY_HAND}` as root on Debian or Ubuntu; \
         elsewhere install both, and name them in CHROMIUM and CHROMEDRIVER."
    );
    println!("Installing Chromium and ChromeDriver with apt-get. This takes about two minutes.");
    process::run(cmd!(shell, "apt-get update"))?;
    process::run(cmd!(shell, "apt-get install -y --no-install-recommends chromium chromium-driver"))?;
    find().context("Chromium is still missing. Name it in CHROMIUM, and ChromeDriver in CHROMEDRIVER.")
}

fn find() -> Option<Browser> {
    Some(Browser { chromium: chromium()?, chromedriver: chromedriver()? })
}

fn named(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).filter(|path| !path.is_empty()).map(PathBuf::from)
}

fn is_root(shell: &Shell) -> bool {
    cmd!(shell, "id -u").quiet().ignore_stderr().read().is_ok_and(|id| id == "0")
}
