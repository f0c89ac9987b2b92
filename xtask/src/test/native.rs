//! Tests that need no browser: every crate's own, and the examples in the documentation.

use anyhow::Result;
use xshell::{Shell, cmd};

use super::{Ran, counted, counts};
use crate::process;
use crate::tools::on_path;

pub(super) fn run(shell: &Shell) -> Result<Ran> {
    let tests = if on_path("cargo-nextest").is_some() {
        let ended = process::scan(cmd!(shell, "cargo nextest run --workspace --exclude browser-tests --all-features"))?;
        counted(&ended, counts::nextest)?
    } else {
        let ended =
            process::scan(cmd!(shell, "cargo test --workspace --exclude browser-tests --all-features --all-targets"))?;
        counted(&ended, counts::libtest)?
    };
    // nextest runs no examples from the documentation.
    let ended = process::scan(cmd!(
        shell,
        "cargo test --doc --workspace --exclude browser-tests --exclude xtask --all-features"
    ))?;
    Ok(Ran::Tests(tests + counted(&ended, counts::libtest)?))
}
