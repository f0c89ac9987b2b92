//! The standard library for `wasm32-unknown-unknown`.

use super::on_path;
use crate::prelude::*;
use crate::process;

/// The command to install it by hand.
pub const BY_HAND: &str = "rustup target add wasm32-unknown-unknown";

/// Whether it is installed.
pub fn installed(shell: &Shell) -> Result<bool> {
    let sysroot = cmd!(shell, "rustc --print sysroot").quiet().read();
    let sysroot = sysroot.context("cannot find the folder of rustc: install Rust from https://rustup.rs")?;
    Ok(Path::new(&sysroot).join("lib/rustlib/wasm32-unknown-unknown").exists())
}

/// Installs it if it is missing.
pub fn ensure(shell: &Shell) -> Result<()> {
    if installed(shell)? {
        return Ok(());
    }
    ensure!(
        on_path("rustup").is_some(),
        "The target wasm32-unknown-unknown is missing and there is no rustup to add it: \
         install Rust from https://rustup.rs, or the target the way you installed Rust."
    );
    println!("Adding the target wasm32-unknown-unknown. This takes about a minute.");
    process::run(cmd!(shell, "rustup target add wasm32-unknown-unknown"))
}
