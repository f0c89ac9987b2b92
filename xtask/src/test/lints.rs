//! Has Clippy nothing to say?

use anyhow::Result;
use xshell::{Shell, cmd};

use super::Ran;
use crate::process;

pub(super) fn run(shell: &Shell) -> Result<Ran> {
    process::run(cmd!(shell, "cargo clippy --workspace --all-targets --all-features -- -D warnings"))?;
    Ok(Ran::Check)
}
