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

/// Finds the project, and has on the shell's PATH what compiles and serves it.
fn set_up(shell: &Shell) -> Result<Project> {
    rust::check()?;
    let project = Project::find(shell)?;
    wasm_target::ensure(shell)?;
    pins::trunk().ensure(shell)?;
    pins::wasm_bindgen(&project.lock(shell)?)?.ensure(shell)?;
    Ok(project)
}
