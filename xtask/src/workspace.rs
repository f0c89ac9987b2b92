//! Where the checkout is, and a shell in its root.

use std::env;

use crate::prelude::*;

/// The address of the repository, as documents name it.
pub const REPOSITORY: &str = env!("CARGO_PKG_REPOSITORY");

/// The folder with the workspace's `Cargo.toml`.
pub fn root() -> Result<PathBuf> {
    // Cargo says it at run time, so that a checkout may be moved.
    let package = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    Path::new(&package).parent().map(Path::to_path_buf).context("cannot find the checkout: run `cargo xtask` inside it")
}

/// The folder Cargo builds into.
pub(crate) fn target() -> Result<PathBuf> {
    // A relative one is relative to where Cargo was called; `join` keeps an absolute one.
    match env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => Ok(env::current_dir()?.join(folder)),
        None => Ok(root()?.join("target")),
    }
}

/// A shell in the checkout's root.
pub(crate) fn shell() -> Result<Shell> {
    let shell = Shell::new().context("cannot tell the current folder: change into the checkout")?;
    shell.change_dir(root()?);
    // The convention says "any value"; Trunk 0.21 accepts only `true` and `false`.
    if let Some(value) = env::var_os("NO_COLOR") {
        shell.set_var("NO_COLOR", if value.is_empty() { "false" } else { "true" });
    }
    Ok(shell)
}
