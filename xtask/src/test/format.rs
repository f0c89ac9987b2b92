//! Checks the code's formatting.

use super::Ran;
use crate::prelude::*;
use crate::process;

pub(super) fn run(shell: &Shell) -> Result<Ran> {
    process::run(cmd!(shell, "cargo fmt --all --check")).context("The code is not formatted. Run `cargo fmt --all`")?;
    Ok(Ran::Check)
}
