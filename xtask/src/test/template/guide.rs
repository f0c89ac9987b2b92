//! What the guide's first page tells a newcomer to type, typed.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use xshell::{Cmd, Shell, cmd};

use crate::guide::commands::Commands;
use crate::process::{self, Ended};
use crate::tools::pinned::{Pinned, with_programs_from};
use crate::tools::{cargo_generate, trunk, wasm_bindgen, wasm_target};

/// The repository, as the page names it.
const REPOSITORY: &str = env!("CARGO_PKG_REPOSITORY");

/// The page installs exactly the tools that are used here: those are there already.
pub(super) fn check_tools(commands: &Commands) -> Result<()> {
    let tools = [cargo_generate::cargo_generate(), trunk::trunk(), wasm_bindgen::wasm_bindgen()?];
    let needed = tools.iter().map(install).chain([wasm_target::BY_HAND.to_owned()]);
    let lacking: Vec<String> = needed.filter(|command| !commands.install.contains(command)).collect();
    ensure!(lacking.is_empty(), "the guide does not say `{}`", lacking.join("`, `"));
    let more = commands.install.len() - tools.len() - 1;
    ensure!(more == 0, "the guide installs {more} tools that nothing here needs");
    Ok(())
}

fn install(tool: &Pinned) -> String {
    format!("cargo install --locked {}@{}", tool.name, tool.version)
}

/// Makes the project of the page in `parent`, from a copy of the repository instead of the published one.
/// Returns the folder that the page goes into.
pub(super) fn generate(
    shell: &Shell,
    programs: &[PathBuf],
    commands: &Commands,
    repository: &Path,
    parent: &Path,
) -> Result<PathBuf> {
    ensure!(commands.generate.contains(REPOSITORY), "`{}` does not name {REPOSITORY}", commands.generate);
    let here = repository.to_str().context("the folder for temporary files has a name that is no text")?;
    let _in = shell.push_dir(parent);
    let ended = scan(shell, programs, &commands.generate.replace(REPOSITORY, here), Ok)?;
    ensure!(ended.status.success(), "`{}` has made no project: see its messages above", commands.generate);
    let folder = parent.join(&commands.folder);
    ensure!(folder.is_dir(), "`{}` has made no folder {}", commands.generate, commands.folder);
    Ok(folder)
}

/// Types a command of the page in the shell's folder. `change` gives it what a newcomer's machine would have.
pub(super) fn scan<'a>(
    shell: &'a Shell,
    programs: &[PathBuf],
    typed: &str,
    change: impl FnOnce(Cmd<'a>) -> Result<Cmd<'a>>,
) -> Result<Ended> {
    let mut words = typed.split_whitespace();
    let program = words.next().context("there is no command to type")?;
    process::scan(with_programs_from(change(cmd!(shell, "{program} {words...}"))?, programs)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{guide::commands, workspace};

    #[test]
    fn the_page_installs_the_versions_that_are_used_here() {
        let mut page = commands::read(&workspace::root().unwrap()).unwrap();
        check_tools(&page).unwrap();

        page.install.push("cargo install --locked more@1.0.0".to_owned());
        assert_eq!(check_tools(&page).unwrap_err().to_string(), "the guide installs 1 tools that nothing here needs");

        page.install.retain(|command| !command.contains("trunk"));
        let says = check_tools(&page).unwrap_err().to_string();
        assert!(says.starts_with("the guide does not say `cargo install --locked trunk@"), "{says}");
    }
}
