//! `cargo xtask supported`: derives the supported browsers from the features that the release build uses.

use crate::prelude::*;
use crate::tools::npm;
use crate::{process, release};

/// Builds the demo and compares its requirements with docs/deploying.md; with `write`, updates the file.
pub(crate) fn run(shell: &Shell, write: bool) -> Result<()> {
    release::build(shell)?;
    check(shell, write)
}

/// The same for the existing build.
pub(crate) fn check(shell: &Shell, write: bool) -> Result<()> {
    npm::ensure(shell)?;
    println!(
        "Looking up which browsers support the features that the release build uses. This takes about half a minute."
    );
    let write = write.then_some("--write");
    process::run(cmd!(shell, "node tests/engines/supported/main.mjs {write...}"))
}
