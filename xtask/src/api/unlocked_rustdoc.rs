//! Wraps rustdoc to enable its JSON output, which is unstable.
//!
//! `RUSTC_BOOTSTRAP` enables it. Setting it for Cargo would also affect the build scripts of dependencies, which would
//! assume a nightly compiler, and rebuild everything. So Cargo is given this program as rustdoc.

use std::env;
use std::process::Command;
use std::sync::OnceLock;

use crate::prelude::*;

/// The environment variable that enables this mode.
pub(crate) const ASKED: &str = "YEW_LIVECHAT_UNLOCKED_RUSTDOC";

/// The path of this program.
static PROGRAM: OnceLock<PathBuf> = OnceLock::new();

/// Stores the path of this program for [`program`]. Called at the start: once a build has replaced the program, the
/// system only knows the path of the deleted one.
pub(crate) fn note_program() {
    if let Ok(program) = env::current_exe() {
        PROGRAM.get_or_init(|| program);
    }
}

/// Returns the program to pass to Cargo as rustdoc.
pub(super) fn program() -> Result<&'static Path> {
    PROGRAM.get().map(PathBuf::as_path).context("cannot locate this program: run it with `cargo xtask`")
}

/// Whether this program was started as rustdoc.
pub(crate) fn is_asked() -> bool {
    env::var_os(ASKED).is_some()
}

/// Runs rustdoc with all arguments.
pub(crate) fn run() -> Result<()> {
    let status = Command::new("rustdoc")
        .args(env::args_os().skip(1))
        .env("RUSTC_BOOTSTRAP", "1")
        .status()
        .context("cannot start rustdoc: is Rust installed?")?;
    ensure!(status.success(), "rustdoc failed: see its messages above");
    Ok(())
}
