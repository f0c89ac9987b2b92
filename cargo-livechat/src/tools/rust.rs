//! Checks the Rust toolchain, which nothing here installs.

use super::{numbers, on_path, version_of};
use crate::prelude::*;

/// The oldest version that compiles the framework.
pub const OLDEST: &str = env!("CARGO_PKG_RUST_VERSION");

/// How to install it.
pub const BY_HAND: &str = "install Rust from https://rustup.rs";

/// Fails unless the compiler on PATH is recent enough.
pub fn check() -> Result<()> {
    let rustc = on_path("rustc").with_context(|| format!("there is no rustc on PATH; {BY_HAND}"))?;
    // A compiler that can't report its version reports the reason when it is used.
    version_of(&rustc).map_or(Ok(()), |version| refuse_old(&version))
}

/// Fails for a version that is too old.
pub fn refuse_old(version: &str) -> Result<()> {
    ensure!(
        numbers(version) >= numbers(OLDEST),
        "rustc {version} is too old for yew-livechat, which needs {OLDEST} or newer; run `rustup update`"
    );
    Ok(())
}
