//! What our extension would weigh with `panic=immediate-abort`, which only a nightly compiler offers: no text of a panic,
//! and a standard library that was built without any.

use std::path::Path;

use anyhow::Result;
use xshell::{Shell, cmd};

use super::by_crate::optimized;
use crate::process;
use crate::sizes;

/// Builds it into a folder of its own, and returns the bytes over the wire. The page around it is the same.
pub(super) fn weigh(shell: &Shell, target: &Path) -> Result<usize> {
    println!("Building it once more with `panic=immediate-abort`. This takes about three minutes the first time.");
    if cmd!(shell, "rustup component list --installed").quiet().read().is_ok_and(|list| !list.contains("rust-src")) {
        process::run(cmd!(shell, "rustup component add rust-src"))?;
    }
    let built = target.join("immediate-abort");
    process::run(
        cmd!(
            shell,
            "cargo build --release --target wasm32-unknown-unknown --package bench-extension --target-dir {built}
             -Zbuild-std=std,panic_abort -Zbuild-std-features=optimize_for_size"
        )
        // The stable compiler is the same program as that day's nightly one.
        .env("RUSTC_BOOTSTRAP", "1")
        .env("RUSTFLAGS", "-Zunstable-options -Cpanic=immediate-abort"),
    )?;
    let folder = target.join("immediate-abort-page");
    let wasm = built.join("wasm32-unknown-unknown/release/bench-extension.wasm");
    optimized(shell, &wasm, &folder, &[])?;
    let page = target.join("yew-livechat/dist/index.html");
    Ok(sizes::brotli_of(&folder)? + sizes::brotli_of(&page)?)
}
