//! `cargo xtask conformance`: compares the framework with the published JavaScript SDKs.

use crate::prelude::*;
use crate::tools::{pins, wasm_target};
use crate::{playwright, process, workspace};

/// The extension that follows the test's instructions; `tests/conformance`.
const EXTENSION: &str = "conformance-extension";

/// Builds the extension and runs the tests; with `write`, updates docs/from-javascript.md and docs/conformance.md.
pub(crate) fn run(shell: &Shell, write: bool) -> Result<()> {
    build(shell)?;
    // Makes the tests write their tables instead of comparing them.
    let _write = write.then(|| shell.push_env("CONFORMANCE_WRITE", "1"));
    let ended = playwright::run(shell, "conformance.config.ts")?;
    ensure!(ended.status.success(), "The framework and the SDKs behave differently. See the messages above.");
    Ok(())
}

/// Builds the extension into `target/conformance/`, where the test expects it.
pub(crate) fn build(shell: &Shell) -> Result<()> {
    wasm_target::ensure(shell)?;
    pins::wasm_bindgen()?.ensure(shell)?;
    println!(
        "Building the extension that is compared with the JavaScript SDK. This takes about a minute the first time."
    );
    process::run(cmd!(shell, "cargo build --package {EXTENSION} --target wasm32-unknown-unknown"))?;
    let wasm = workspace::target()?.join("wasm32-unknown-unknown/debug").join(EXTENSION).with_extension("wasm");
    let out = workspace::root()?.join("target/conformance");
    process::run(cmd!(shell, "wasm-bindgen --target web --no-typescript --out-dir {out} {wasm}"))
}
