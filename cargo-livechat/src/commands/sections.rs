//! `cargo livechat sections`: prints the initial state for Developer Console, which a project prints when it runs
//! natively.

use super::find;
use crate::prelude::*;

/// Prints the initial state and nothing else.
pub(crate) fn run(shell: &Shell) -> Result<()> {
    let project = find(shell)?;
    let program = project.program()?;
    let program = program.iter().flat_map(|name| ["--bin", name]);
    let ran = cmd!(shell, "cargo run --quiet {program...}").quiet().run();
    ran.map_err(|_| anyhow!("cannot run {}; correct what Cargo names above", project.name))
}
