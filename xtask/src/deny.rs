//! `cargo xtask deny`: checks licenses, sources and versions of all dependencies, by `deny.toml`.

use crate::prelude::*;
use crate::process;
use crate::tools::pins;

/// Checks what needs no network; with `advisories`, also looks up known vulnerabilities.
pub(crate) fn run(shell: &Shell, advisories: bool) -> Result<()> {
    pins::cargo_deny().ensure(shell)?;
    let advisories = advisories.then_some("advisories");
    let offline = advisories.is_none().then_some("--offline");
    process::run(cmd!(shell, "cargo-deny --locked {offline...} check {advisories...} licenses bans sources"))
}
