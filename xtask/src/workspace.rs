//! Where the checkout is, and a shell that stands in its root.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use xshell::Shell;

/// The folder with the workspace's `Cargo.toml`.
pub(crate) fn root() -> Result<PathBuf> {
    // Cargo says it at run time, so that a checkout may be moved.
    let package =
        env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    package.parent().map(Path::to_path_buf).context("cannot tell where the checkout is: run `cargo xtask` inside it")
}

/// The folder Cargo builds into.
pub(crate) fn target() -> Result<PathBuf> {
    let root = root()?;
    // A relative one is relative to where cargo was called; `join` keeps an absolute one.
    Ok(match env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => {
            env::current_dir().context("cannot tell the current folder: change into the checkout")?.join(folder)
        }
        None => root.join("target"),
    })
}

/// A shell in the checkout's root.
pub(crate) fn shell() -> Result<Shell> {
    let shell = Shell::new().context("cannot tell the current folder: change into the checkout")?;
    shell.change_dir(root()?);
    Ok(shell)
}
