//! The programs the project needs, and how each is found or installed.

pub(crate) mod browser;
pub mod engines;
pub mod npm;
pub mod pinned;
pub mod pins;
pub(crate) mod shrink;
pub(crate) mod wasm_target;

use std::env;
use std::process::Command;

use crate::prelude::*;

/// The first program of that name on PATH.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&env::var_os("PATH")?).map(|folder| folder.join(&file)).find(|path| path.is_file())
}

/// Puts a folder in front of PATH, for everything that the shell starts from now on.
fn put_on_path(shell: &Shell, folder: &Path) -> Result<()> {
    let old = shell.var_os("PATH").unwrap_or_default();
    let others = env::split_paths(&old).filter(|other| other != folder);
    let path = env::join_paths([folder.to_path_buf()].into_iter().chain(others))
        .context("a folder on PATH has a `:` in its name: rename it")?;
    shell.set_var("PATH", path);
    Ok(())
}

/// The first thing that looks like a version in what `program --version` says.
pub fn version_of(program: &Path) -> Option<String> {
    // Trunk takes `NO_COLOR=1` for a mistake.
    let output = Command::new(program).arg("--version").env_remove("NO_COLOR").output().ok()?;
    version_in(&String::from_utf8_lossy(&output.stdout))
}

/// The first word that begins with a digit, without a `v`.
pub fn version_in(text: &str) -> Option<String> {
    text.split_whitespace()
        .map(|word| word.strip_prefix('v').unwrap_or(word))
        .find(|word| word.starts_with(|first: char| first.is_ascii_digit()))
        .map(str::to_owned)
}
