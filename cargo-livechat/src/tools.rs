//! The programs that a project needs, and how each is found or installed.

pub mod axe;
pub mod browser;
pub mod immediate_abort;
pub mod npm_programs;
pub mod pinned;
pub mod pins;
pub mod rust;
pub mod shrink;
pub mod wasm_target;

use std::env;
use std::process::Command;

use crate::prelude::*;

/// The file extensions of programs. npm's programs are `.cmd` files on Windows.
const ENDINGS: &[&str] = if cfg!(windows) { &[".exe", ".cmd"] } else { &[""] };

/// Returns the first program with that name on PATH.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let mut files =
        env::split_paths(&path).flat_map(|folder| ENDINGS.iter().map(move |end| folder.join(format!("{name}{end}"))));
    files.find(|path| path.is_file())
}

/// Prepends a folder to PATH for everything that the shell starts from now on.
pub fn put_on_path(shell: &Shell, folder: &Path) -> Result<()> {
    let old = shell.var_os("PATH").unwrap_or_default();
    let others = env::split_paths(&old).filter(|other| other != folder);
    let path = env::join_paths([folder.to_path_buf()].into_iter().chain(others))
        .context("a folder on PATH has a `:` in its name: rename it")?;
    shell.set_var("PATH", path);
    Ok(())
}

/// Returns the version that `program --version` prints.
pub fn version_of(program: &Path) -> Option<String> {
    // Trunk rejects `NO_COLOR=1`.
    let output = Command::new(program).arg("--version").env_remove("NO_COLOR").output().ok()?;
    version_in(&String::from_utf8_lossy(&output.stdout))
}

/// Returns the first word that begins with a digit, without a leading `v`.
pub fn version_in(text: &str) -> Option<String> {
    text.split_whitespace()
        .map(|word| word.strip_prefix('v').unwrap_or(word))
        .find(|word| word.starts_with(|first: char| first.is_ascii_digit()))
        .map(str::to_owned)
}

/// Splits a version into numbers for comparison: `0.21.14` is newer than `0.21.9`. Anything else counts as 0.
pub fn numbers(version: &str) -> [u32; 3] {
    let mut numbers = version.split(['.', '-', '+']).map(|part| part.parse().unwrap_or(0));
    std::array::from_fn(|_| numbers.next().unwrap_or(0))
}
