//! Chromium and ChromeDriver.

pub(crate) use cargo_livechat::tools::browser::{chromedriver, chromium};

use super::on_path;
use crate::prelude::*;
use crate::process;

/// The command to install both on Debian and Ubuntu.
pub(crate) const BY_HAND: &str =
    "apt-get update && apt-get install -y --no-install-recommends chromium chromium-driver";

/// Installs missing ones if permitted, and sets `CHROMIUM` and `CHROMEDRIVER` for the shell. Returns the path of
/// Chromium.
pub(crate) fn ensure(shell: &Shell) -> Result<PathBuf> {
    if chromium().and(chromedriver()).is_none() {
        ensure!(
            on_path("apt-get").is_some() && is_root(shell),
            "Chromium or ChromeDriver is missing: run `{BY_HAND}` as root on Debian or Ubuntu; \
             elsewhere install both, and name them in CHROMIUM and CHROMEDRIVER."
        );
        println!("Installing Chromium and ChromeDriver with apt-get. This takes about two minutes.");
        process::run(cmd!(shell, "apt-get update"))?;
        process::run(cmd!(shell, "apt-get install -y --no-install-recommends chromium chromium-driver"))?;
    }
    let (chromium, chromedriver) = chromium()
        .zip(chromedriver())
        .context("Chromium is still missing. Name it in CHROMIUM, and ChromeDriver in CHROMEDRIVER.")?;
    shell.set_var("CHROMIUM", &chromium);
    shell.set_var("CHROMEDRIVER", chromedriver);
    Ok(chromium)
}

pub(super) fn is_root(shell: &Shell) -> bool {
    cmd!(shell, "id -u").quiet().ignore_stderr().read().is_ok_and(|id| id == "0")
}
