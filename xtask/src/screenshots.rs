//! `cargo xtask screenshots`: takes the README's pictures anew.

use std::process::ExitCode;

use anyhow::{Result, ensure};
use xshell::Shell;

use crate::playwright;
use crate::tools::{browser, npm, trunk, wasm_bindgen};

/// Playwright serves the simulator, takes the pictures and puts them into `docs/pictures/`.
pub(crate) fn run(shell: &Shell) -> Result<ExitCode> {
    let programs = [trunk::trunk().ensure(shell)?, wasm_bindgen::wasm_bindgen()?.ensure(shell)?, npm::ensure(shell)?];
    let chromium = browser::ensure(shell)?.chromium;
    let ended = playwright::run(shell, &programs, &chromium, "pictures.config.ts")?;
    ensure!(ended.status.success(), "The pictures could not be taken. See the messages above.");
    Ok(ExitCode::SUCCESS)
}
