//! Stands in for rustdoc, to allow it the one output that stable does not: JSON.
//!
//! `RUSTC_BOOTSTRAP` does it. Set for cargo it would also reach the build scripts of dependencies, which take it for a
//! nightly compiler, and everything would be built anew. So cargo is told that this program is rustdoc.

use std::env;
use std::process::Command;
use std::sync::OnceLock;

use crate::prelude::*;

/// The variable that asks for it.
pub(crate) const ASKED: &str = "YEW_LIVECHAT_UNLOCKED_RUSTDOC";

/// Where this program was started from.
static PROGRAM: OnceLock<PathBuf> = OnceLock::new();

/// Notes where this program is, for [`program`]. At the start: once a build has put a newer one in its place, the system
/// names only the one that is gone.
pub(crate) fn note_program() {
    if let Ok(program) = env::current_exe() {
        PROGRAM.get_or_init(|| program);
    }
}

/// What to name to cargo as rustdoc.
pub(super) fn program() -> Result<&'static Path> {
    PROGRAM.get().map(PathBuf::as_path).context("cannot tell where this program is: run it by `cargo xtask`")
}

/// Is this program to be rustdoc?
pub(crate) fn is_asked() -> bool {
    env::var_os(ASKED).is_some()
}

/// Passes all arguments on.
pub(crate) fn run() -> Result<()> {
    let status = Command::new("rustdoc")
        .args(env::args_os().skip(1))
        .env("RUSTC_BOOTSTRAP", "1")
        .status()
        .context("cannot start rustdoc: is Rust installed?")?;
    ensure!(status.success(), "rustdoc has failed: see its messages above");
    Ok(())
}
