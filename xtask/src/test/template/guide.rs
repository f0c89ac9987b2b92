//! What the guide's first page tells a newcomer to type, typed.

use super::generate;
use crate::guide::commands::Commands;
use crate::prelude::*;
use crate::process;
use crate::tools::{pins, wasm_target};
use crate::workspace::REPOSITORY;

/// The page installs exactly the tools that are used here: those are there already.
pub fn check_tools(commands: &Commands) -> Result<()> {
    let tools = [pins::cargo_generate(), pins::trunk(), pins::wasm_bindgen()?];
    let mut needed = tools.map(|tool| format!("cargo install --locked {}", tool.package())).to_vec();
    needed.push(wasm_target::BY_HAND.to_owned());
    for command in &needed {
        ensure!(commands.install.contains(command), "the guide does not say `{command}`");
    }
    for command in &commands.install {
        ensure!(needed.contains(command), "the guide says `{command}`, which nothing here needs");
    }
    Ok(())
}

/// Makes the project of the page in a workspace, from the copy of the repository instead of the published one.
/// Returns the folder that the page goes into.
pub(super) fn generate(shell: &Shell, commands: &Commands, parent: &Path, workspace: &Path) -> Result<PathBuf> {
    let command = &commands.generate;
    ensure!(command.contains(REPOSITORY), "`{command}` does not name {REPOSITORY}");
    let repository = parent.join(generate::REPOSITORY);
    let here = repository.to_str().context("the folder for temporary files has a name that is no text")?;
    let _in = shell.push_dir(workspace);
    let ended = process::scan(typed(shell, &command.replace(REPOSITORY, here))?)?;
    ensure!(ended.status.success(), "`{command}` has made no project: see its messages above");
    let folder = workspace.join(&commands.folder);
    generate::check(&folder)?;
    Ok(folder)
}

/// A command of the page, in the shell's folder.
pub(super) fn typed<'a>(shell: &'a Shell, line: &str) -> Result<Cmd<'a>> {
    let mut words = line.split_whitespace();
    let program = words.next().context("there is no command to type")?;
    Ok(cmd!(shell, "{program} {words...}"))
}
