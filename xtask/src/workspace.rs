//! The checkout's folders, and a shell in its root.

use std::env;

use crate::prelude::*;

/// The repository's address in documents.
pub const REPOSITORY: &str = env!("CARGO_PKG_REPOSITORY");

/// Returns the folder with the workspace's `Cargo.toml`.
pub fn root() -> Result<PathBuf> {
    // Cargo sets this at run time, so that a checkout can be moved.
    let package = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    Path::new(&package).parent().map(Path::to_path_buf).context("cannot find the checkout: run `cargo xtask` inside it")
}

/// Returns Cargo's target folder.
pub(crate) fn target() -> Result<PathBuf> {
    // A relative path is relative to Cargo's working directory; `join` retains an absolute one.
    match env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => Ok(env::current_dir()?.join(folder)),
        None => Ok(root()?.join("target")),
    }
}

/// Returns a shell in the checkout's root.
pub(crate) fn shell() -> Result<Shell> {
    let shell = Shell::new().context("cannot determine the current folder: change into the checkout")?;
    shell.change_dir(root()?);
    // By convention any value counts; Trunk 0.21 accepts only `true` and `false`.
    if let Some(value) = env::var_os("NO_COLOR") {
        shell.set_var("NO_COLOR", if value.is_empty() { "false" } else { "true" });
    }
    Ok(shell)
}
