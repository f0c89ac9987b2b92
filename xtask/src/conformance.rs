//! `cargo xtask conformance`: holds the framework against the published JavaScript SDK, and only that.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Result, ensure};
use xshell::{Shell, cmd};

use crate::tools::browser::{self, Browser};
use crate::tools::{npm, wasm_bindgen, wasm_target};
use crate::{playwright, process, workspace};

/// The extension that does what the test tells it; `tests/conformance`.
const EXTENSION: &str = "conformance-extension";
/// Tells the test to write down what it finds instead of comparing with it.
const WRITE: &str = "CONFORMANCE_WRITE";

/// Builds the extension and runs the test; with `write`, docs/from-javascript.md and docs/conformance.md get what it has found.
pub(crate) fn run(shell: &Shell, write: bool) -> Result<ExitCode> {
    npm::ensure(shell)?;
    let Browser { chromium, .. } = browser::ensure(shell)?;
    let programs = build(shell)?;
    let _write = write.then(|| shell.push_env(WRITE, "1"));
    let ended = playwright::run(shell, &[programs], &chromium, "conformance.config.ts")?;
    ensure!(ended.status.success(), "The two do not do the same. See the messages above.");
    Ok(ExitCode::SUCCESS)
}

/// Builds the extension into `target/conformance/`, where the test looks for it. Returns the folder of wasm-bindgen.
pub(crate) fn build(shell: &Shell) -> Result<PathBuf> {
    wasm_target::ensure(shell)?;
    let programs = wasm_bindgen::wasm_bindgen()?.ensure(shell)?;
    println!(
        "Building the extension that is held against the JavaScript SDK. This takes about a minute the first time."
    );
    process::run(cmd!(shell, "cargo build --package {EXTENSION} --target wasm32-unknown-unknown"))?;
    let wasm = workspace::target()?.join("wasm32-unknown-unknown/debug").join(EXTENSION).with_extension("wasm");
    let out = workspace::root()?.join("target/conformance");
    let bind = programs.join("wasm-bindgen");
    process::run(cmd!(shell, "{bind} --target web --no-typescript --out-dir {out} {wasm}"))?;
    Ok(programs)
}
