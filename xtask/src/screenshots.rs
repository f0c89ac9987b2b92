//! `cargo xtask screenshots`: takes the pictures of the README and of the components anew.

use std::process::ExitCode;

use anyhow::{Result, ensure};
use xshell::Shell;

use crate::tools::{browser, npm, trunk, wasm_bindgen};
use crate::{catalogue, playwright, workspace};

/// Playwright serves simulator and gallery, takes the pictures and puts them into `docs/pictures/`. The page that shows
/// the components is written too: it says whether one of them has no picture.
pub(crate) fn run(shell: &Shell) -> Result<ExitCode> {
    let programs = [trunk::trunk().ensure(shell)?, wasm_bindgen::wasm_bindgen()?.ensure(shell)?, npm::ensure(shell)?];
    let chromium = browser::ensure(shell)?.chromium;
    let ended = playwright::run(shell, &programs, &chromium, "pictures.config.ts")?;
    ensure!(ended.status.success(), "The pictures could not be taken. See the messages above.");
    catalogue::finish(&workspace::root()?)?;
    Ok(ExitCode::SUCCESS)
}
