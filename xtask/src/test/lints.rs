//! Runs Clippy, and the spell checker where it is installed.

use super::Ran;
use crate::prelude::*;
use crate::tools::{pins, wasm_target};
use crate::{process, workspace};

pub(super) fn run(shell: &Shell) -> Result<Ran> {
    process::run(cmd!(shell, "cargo clippy --workspace --all-targets --all-features -- -D warnings"))?;
    // Tests that only exist on WebAssembly, and their dependencies as compiled for it.
    wasm_target::ensure(shell)?;
    process::run(cmd!(
        shell,
        "cargo clippy -p browser-tests -p conformance-extension -p demo -p recipes -p order-desk -p field-check -p sign-in-example --all-targets --target wasm32-unknown-unknown -- -D warnings"
    ))?;
    spelling(shell)?;
    Ok(Ran::Check)
}

/// American spelling, by `_typos.toml`. Building `typos` takes longer than most parts of the tests, so it is optional.
fn spelling(shell: &Shell) -> Result<()> {
    let typos = pins::typos();
    let Some(folder) = typos.find() else {
        println!("Spelling is not checked, because typos is not installed. To install it: {}", typos.by_hand());
        return Ok(());
    };
    let (program, root) = (folder.join("typos"), workspace::root()?);
    process::run(cmd!(shell, "{program} {root}")).context("there are spelling mistakes; fix them, or adapt _typos.toml")
}
