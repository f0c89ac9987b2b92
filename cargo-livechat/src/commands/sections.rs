//! `cargo livechat sections`: the Developer Console's initial state, which a project prints when it runs natively.

use crate::prelude::*;
use crate::project::Project;
use crate::tools::rust;

/// Prints it, and nothing else.
pub(crate) fn run(shell: &Shell) -> Result<()> {
    rust::check()?;
    let project = Project::find(shell)?;
    let program = project.program()?;
    let program = program.iter().flat_map(|name| ["--bin", name]);
    let ran = cmd!(shell, "cargo run --quiet {program...}").quiet().run();
    ran.map_err(|_| anyhow!("cannot run {}; correct what Cargo names above", project.name))
}
