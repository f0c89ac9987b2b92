//! `cargo livechat test`: runs the project's tests natively, then in a browser.

use clap::Args;

use super::find;
use crate::prelude::*;
use crate::tools::{browser, pins, wasm_target};
use crate::{process, webdriver};

/// The arguments of `cargo livechat test`.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// Skip the browser tests
    #[arg(long)]
    native: bool,
}

/// Runs native and browser tests. Looks for the browser first, but runs the native tests without one, too.
pub(crate) fn run(shell: &Shell, arguments: &Arguments) -> Result<()> {
    let project = find(shell)?;
    if arguments.native {
        return native(shell);
    }
    let driver = browser::driver();
    if driver.is_ok() {
        wasm_target::ensure(shell)?;
        pins::wasm_bindgen(&project.lock(shell)?)?.ensure(shell)?;
    }
    native(shell)?;
    let runner = "target.wasm32-unknown-unknown.runner='wasm-bindgen-test-runner'";
    let tests = cmd!(shell, "cargo test --target wasm32-unknown-unknown --config {runner}");
    process::run(webdriver::with_driver(tests, &driver?, &project.folder, &project.kept())?)
}

fn native(shell: &Shell) -> Result<()> {
    process::run(cmd!(shell, "cargo test"))
}
