//! The commands, one file each, and their shared preparation.

pub(crate) mod build;
pub(crate) mod check;
pub(crate) mod dev;
pub(crate) mod doctor;
pub(crate) mod new;
pub(crate) mod sections;
pub(crate) mod test;

use crate::prelude::*;
use crate::process;
use crate::project::Project;
use crate::stop::Running;
use crate::tools::{pins, rust, wasm_target};

/// Finds the project. Runs before anything that takes minutes.
fn find(shell: &Shell) -> Result<Project> {
    rust::check()?;
    Project::find(shell)
}

/// Puts the tools that compile and serve the project on the shell's PATH. Runs `meanwhile` while a tool is being built:
/// the last steps of a build keep only one core busy.
fn set_up(shell: &Shell, project: &Project, meanwhile: Option<Cmd<'_>>) -> Result<()> {
    wasm_target::ensure(shell)?;
    let tools = [pins::trunk(), pins::wasm_bindgen(&project.lock(shell)?)?];
    let is_missing = tools.iter().any(|tool| tool.find().is_none());
    // The child ends with this process, even if a tool can't be installed.
    let meanwhile = meanwhile.filter(|_| is_missing).map(|command| process::start(command, |_| {})).transpose()?;
    let meanwhile = meanwhile.map(Running);
    for tool in tools {
        tool.ensure(shell)?;
    }
    if let Some(mut running) = meanwhile {
        // Trunk compiles failed code again, and reports the errors.
        running.0.wait()?;
    }
    Ok(())
}
