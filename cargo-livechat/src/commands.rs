//! The commands, one file each, and what several of them need first.

pub(crate) mod build;
pub(crate) mod dev;
pub(crate) mod doctor;
pub(crate) mod new;
pub(crate) mod sections;
pub(crate) mod test;

use crate::prelude::*;
use crate::project::Project;
use crate::tools::{pins, rust, wasm_target};

/// Finds the project. Whatever takes minutes comes later.
fn find(shell: &Shell) -> Result<Project> {
    rust::check()?;
    Project::find(shell)
}

/// Has on the shell's PATH what compiles and serves the project.
fn set_up(shell: &Shell, project: &Project) -> Result<()> {
    wasm_target::ensure(shell)?;
    pins::trunk().ensure(shell)?;
    pins::wasm_bindgen(&project.lock(shell)?)?.ensure(shell)
}
