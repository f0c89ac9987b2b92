//! Builds what is measured, and what measures it.

use livechat_shrink::tools::OPTIMIZE;

use crate::prelude::*;
use crate::tools::npm;
use crate::{process, release, sizes, workspace};

/// Builds the four extensions, into `target/bench/<name>/dist` each.
pub(super) fn run(shell: &Shell) -> Result<()> {
    release::set_up(shell)?;
    let bench = workspace::root()?.join("bench");
    npm::ensure_in(shell, &bench)?;
    println!("Building the same extension four times. This takes about two minutes the first time.");
    let page = bench.join("extensions/yew-livechat/index.html");
    let dist = workspace::root()?.join("target/bench/yew-livechat/dist");
    process::run(cmd!(shell, "trunk build {page} --release --offline --dist {dist}"))?;
    let _in = shell.push_dir(&bench);
    process::run(cmd!(shell, "node build.mjs"))
}

/// Our extension's WebAssembly as Cargo builds it for release.
fn built(shell: &Shell) -> Result<PathBuf> {
    process::run(cmd!(shell, "cargo build --release --target wasm32-unknown-unknown --package bench-extension"))?;
    Ok(workspace::target()?.join("wasm32-unknown-unknown/release/bench-extension.wasm"))
}

/// Our extension's module as wasm-opt leaves it in a release build, but with the names of functions.
pub(super) fn with_names(shell: &Shell, folder: &Path) -> Result<PathBuf> {
    let wasm = built(shell)?;
    process::run(cmd!(shell, "wasm-bindgen --target web --no-typescript --keep-debug --out-dir {folder} {wasm}"))?;
    let bound = folder.join("bench-extension_bg.wasm");
    process::run(cmd!(shell, "wasm-opt {OPTIMIZE...} -g {bound} -o {bound}"))?;
    Ok(bound)
}

/// What our extension weighs with panics cut out. The page around it is the same. Returns the bytes over the wire.
pub(super) fn with_panics_cut_out(shell: &Shell, target: &Path) -> Result<usize> {
    weigh(shell, &built(shell)?, target, "panics-cut-out", &["--cut-panics"])
}

/// What this module weighs with its script, made as small as in a release build, and the page of our extension.
fn weigh(shell: &Shell, wasm: &Path, target: &Path, name: &str, options: &[&str]) -> Result<usize> {
    let folder = target.join(name);
    shell.remove_path(&folder)?;
    process::run(cmd!(shell, "wasm-bindgen --target web --no-typescript --out-dir {folder} {wasm}"))?;
    process::run(cmd!(shell, "livechat-shrink {options...} {folder}"))?;
    Ok(sizes::brotli_of(&folder)? + sizes::brotli_of(&target.join("yew-livechat/dist/index.html"))?)
}

/// What our extension would weigh with `panic=immediate-abort`, which only a nightly compiler offers: no text of a panic,
/// and a standard library that was built without any. The page around it is the same. Returns the bytes over the wire.
pub(super) fn with_immediate_abort(shell: &Shell, target: &Path) -> Result<usize> {
    println!("Building it once more with `panic=immediate-abort`. This takes about three minutes the first time.");
    if cmd!(shell, "rustup component list --installed").quiet().read().is_ok_and(|list| !list.contains("rust-src")) {
        process::run(cmd!(shell, "rustup component add rust-src"))?;
    }
    let built = target.join("immediate-abort");
    let build = cmd!(
        shell,
        "cargo build --release --target wasm32-unknown-unknown --package bench-extension --target-dir {built}
         -Zbuild-std=std,panic_abort -Zbuild-std-features=optimize_for_size"
    );
    // The stable compiler is the same program as that day's nightly one.
    let build = build.env("RUSTC_BOOTSTRAP", "1");
    process::run(build.env("RUSTFLAGS", "-Zunstable-options -Cpanic=immediate-abort"))?;
    let wasm = built.join("wasm32-unknown-unknown/release/bench-extension.wasm");
    weigh(shell, &wasm, target, "immediate-abort-page", &[])
}
