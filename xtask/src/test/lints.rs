//! Has Clippy nothing to say?

use super::Ran;
use crate::prelude::*;
use crate::{process, tools::wasm_target};

pub(super) fn run(shell: &Shell) -> Result<Ran> {
    process::run(cmd!(shell, "cargo clippy --workspace --all-targets --all-features -- -D warnings"))?;
    // The tests that only exist for wasm, and what they use as it is compiled for wasm.
    wasm_target::ensure(shell)?;
    process::run(cmd!(
        shell,
        "cargo clippy -p browser-tests -p conformance-extension -p demo -p recipes -p order-desk -p sign-in-example --all-targets --target wasm32-unknown-unknown -- -D warnings"
    ))?;
    Ok(Ran::Check)
}
