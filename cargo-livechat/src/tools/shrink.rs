//! livechat-shrink, which Trunk runs after a release build: this program under another name.
//!
//! It has the same version as these commands, and needs no installation.

use std::env;

use super::put_on_path;
use crate::prelude::*;

/// The name that Trunk's hook calls.
pub const NAME: &str = "livechat-shrink";

/// Puts it on the shell's PATH, in this folder.
pub fn ensure(shell: &Shell, folder: &Path) -> Result<()> {
    let ours = env::current_exe().context("cannot locate this program: install it again")?;
    fs::create_dir_all(folder)?;
    let program = folder.join(format!("{NAME}{}", env::consts::EXE_SUFFIX));
    // Another version may have created it.
    if program.symlink_metadata().is_ok() {
        fs::remove_file(&program)?;
    }
    link(&ours, &program)?;
    put_on_path(shell, folder)
}

#[cfg(unix)]
fn link(ours: &Path, program: &Path) -> Result<()> {
    Ok(fs::os::unix::fs::symlink(ours, program)?)
}

#[cfg(not(unix))]
fn link(ours: &Path, program: &Path) -> Result<()> {
    fs::copy(ours, program)?;
    Ok(())
}

/// Whether the program was started under that name.
pub fn is_called() -> bool {
    let name = env::args_os().next().map(PathBuf::from);
    name.is_some_and(|name| name.file_stem().is_some_and(|stem| stem == NAME))
}
