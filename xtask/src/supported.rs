//! `cargo xtask supported`: which browsers run the release build, derived from what it uses.

use crate::prelude::*;
use crate::tools::npm;
use crate::{process, release};

/// Builds the demo and compares docs/deploying.md with what it needs; with `write`, writes it there.
pub(crate) fn run(shell: &Shell, write: bool) -> Result<()> {
    release::build(shell)?;
    check(shell, write)
}

/// The same for the build that is there.
pub(crate) fn check(shell: &Shell, write: bool) -> Result<()> {
    npm::ensure(shell)?;
    println!("Looking which browsers have what the release build uses. This takes about half a minute.");
    let write = write.then_some("--write");
    process::run(cmd!(shell, "node tests/engines/supported/main.mjs {write...}"))
}
