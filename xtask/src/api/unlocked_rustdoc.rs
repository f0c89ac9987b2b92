//! Stands in for rustdoc, to allow it the one output that stable does not: JSON.
//!
//! `RUSTC_BOOTSTRAP` does it. Set for cargo it would also reach the build scripts of dependencies, which take it for a
//! nightly compiler, and everything would be built anew. So cargo is told that this program is rustdoc.

use std::env;
use std::process::{Command, ExitCode};

use anyhow::{Context, Result};

/// The variable that asks for it.
pub(crate) const ASKED: &str = "YEW_LIVECHAT_UNLOCKED_RUSTDOC";

/// Is this program to be rustdoc?
pub(crate) fn is_asked() -> bool {
    env::var_os(ASKED).is_some()
}

/// Passes all arguments on.
pub(crate) fn run() -> Result<ExitCode> {
    let status = Command::new("rustdoc")
        .args(env::args_os().skip(1))
        .env("RUSTC_BOOTSTRAP", "1")
        .status()
        .context("cannot start rustdoc: is Rust installed?")?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
