//! The commands, one file each, and what several of them need first.

pub(crate) mod build;
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

/// Finds the project. Whatever takes minutes comes later.
fn find(shell: &Shell) -> Result<Project> {
    rust::check()?;
    Project::find(shell)
}

/// Has on the shell's PATH what compiles and serves the project. While a tool is built for minutes, something else can be
/// compiled `meanwhile`: the last steps of a build keep one core busy.
fn set_up(shell: &Shell, project: &Project, meanwhile: Option<Cmd<'_>>) -> Result<()> {
    wasm_target::ensure(shell)?;
    let tools = [pins::trunk(), pins::wasm_bindgen(&project.lock(shell)?)?];
    let is_missing = tools.iter().any(|tool| tool.find().is_none());
    // It ends with us, also when a tool cannot be installed.
    let meanwhile = meanwhile.filter(|_| is_missing).map(|command| process::start(command, |_| {})).transpose()?;
    let meanwhile = meanwhile.map(Running);
    for tool in tools {
        tool.ensure(shell)?;
    }
    if let Some(mut running) = meanwhile {
        // Trunk compiles again what has failed, and reports it.
        running.0.wait()?;
    }
    Ok(())
}
