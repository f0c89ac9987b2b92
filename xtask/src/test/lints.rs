//! Runs Clippy.

use super::Ran;
use crate::prelude::*;
use crate::{process, tools::wasm_target};

pub(super) fn run(shell: &Shell) -> Result<Ran> {
    process::run(cmd!(shell, "cargo clippy --workspace --all-targets --all-features -- -D warnings"))?;
    // Tests that only exist on WebAssembly, and their dependencies as compiled for it.
    wasm_target::ensure(shell)?;
    process::run(cmd!(
        shell,
        "cargo clippy -p browser-tests -p conformance-extension -p demo -p recipes -p order-desk -p sign-in-example --all-targets --target wasm32-unknown-unknown -- -D warnings"
    ))?;
    Ok(Ran::Check)
}
