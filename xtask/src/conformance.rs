//! `cargo xtask conformance`: holds the framework against the published JavaScript SDKs, and only that.

use crate::prelude::*;
use crate::tools::{pins, wasm_target};
use crate::{playwright, process, workspace};

/// The extension that does what the test tells it; `tests/conformance`.
const EXTENSION: &str = "conformance-extension";

/// Builds the extension and runs the tests; with `write`, docs/from-javascript.md and docs/conformance.md get what they have found.
pub(crate) fn run(shell: &Shell, write: bool) -> Result<()> {
    build(shell)?;
    // Has the tests write their tables instead of comparing them.
    let _write = write.then(|| shell.push_env("CONFORMANCE_WRITE", "1"));
    let ended = playwright::run(shell, "conformance.config.ts")?;
    ensure!(ended.status.success(), "The two do not do the same. See the messages above.");
    Ok(())
}

/// Builds the extension into `target/conformance/`, where the test looks for it.
pub(crate) fn build(shell: &Shell) -> Result<()> {
    wasm_target::ensure(shell)?;
    pins::wasm_bindgen()?.ensure(shell)?;
    println!(
        "Building the extension that is held against the JavaScript SDK. This takes about a minute the first time."
    );
    process::run(cmd!(shell, "cargo build --package {EXTENSION} --target wasm32-unknown-unknown"))?;
    let wasm = workspace::target()?.join("wasm32-unknown-unknown/debug").join(EXTENSION).with_extension("wasm");
    let out = workspace::root()?.join("target/conformance");
    process::run(cmd!(shell, "wasm-bindgen --target web --no-typescript --out-dir {out} {wasm}"))
}
