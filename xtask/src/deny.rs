//! `cargo xtask deny`: licences, sources and versions of everything that is built in, by `deny.toml`.

use std::process::ExitCode;

use anyhow::Result;
use xshell::{Shell, cmd};

use crate::process;
use crate::tools::cargo_deny;

/// Checks what needs no network; with `advisories`, also what is known against the versions in use.
pub(crate) fn run(shell: &Shell, advisories: bool) -> Result<ExitCode> {
    let deny = cargo_deny::cargo_deny().ensure(shell)?.join("cargo-deny");
    let advisories = advisories.then_some("advisories");
    let offline = advisories.is_none().then_some("--offline");
    process::run(cmd!(shell, "{deny} --locked {offline...} check {advisories...} licenses bans sources"))?;
    Ok(ExitCode::SUCCESS)
}
