//! Builds the extensions and the programs that measure them.

use cargo_livechat::tools::immediate_abort;
use livechat_shrink::tools::OPTIMIZE;

use crate::prelude::*;
use crate::tools::npm;
use crate::{process, release, sizes, workspace};

/// Builds the four extensions into `target/bench/<name>/dist`.
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

/// Builds our extension's WebAssembly with Cargo, for release.
fn built(shell: &Shell) -> Result<PathBuf> {
    process::run(cmd!(shell, "cargo build --release --target wasm32-unknown-unknown --package bench-extension"))?;
    Ok(workspace::target()?.join("wasm32-unknown-unknown/release/bench-extension.wasm"))
}

/// Returns our extension's module after wasm-opt, as in a release build but with function names.
pub(super) fn with_names(shell: &Shell, folder: &Path) -> Result<PathBuf> {
    let wasm = built(shell)?;
    process::run(cmd!(shell, "wasm-bindgen --target web --no-typescript --keep-debug --out-dir {folder} {wasm}"))?;
    let bound = folder.join("bench-extension_bg.wasm");
    process::run(cmd!(shell, "wasm-opt {OPTIMIZE...} -g {bound} -o {bound}"))?;
    Ok(bound)
}

/// Returns the bytes over the wire of our extension with panics cut out, including the page.
pub(super) fn with_panics_cut_out(shell: &Shell, target: &Path) -> Result<usize> {
    weigh(shell, &built(shell)?, target, "panics-cut-out", &["--cut-panics"])
}

/// Returns the bytes over the wire of this module and its script, shrunk as in a release build, with our extension's
/// page.
fn weigh(shell: &Shell, wasm: &Path, target: &Path, name: &str, options: &[&str]) -> Result<usize> {
    let folder = target.join(name);
    shell.remove_path(&folder)?;
    process::run(cmd!(shell, "wasm-bindgen --target web --no-typescript --out-dir {folder} {wasm}"))?;
    process::run(cmd!(shell, "livechat-shrink {options...} {folder}"))?;
    Ok(sizes::brotli_of(&folder)? + sizes::brotli_of(&target.join("yew-livechat/dist/index.html"))?)
}

/// Returns the bytes over the wire that our extension would have with `panic=immediate-abort`, which only nightly
/// offers: no panic messages, and a standard library without them. The page is the same.
pub(super) fn with_immediate_abort(shell: &Shell, target: &Path) -> Result<usize> {
    println!("Building it once more with `panic=immediate-abort`. This takes about three minutes the first time.");
    immediate_abort::ensure(shell)?;
    let built = target.join("immediate-abort");
    let build = cmd!(
        shell,
        "cargo build --release --target wasm32-unknown-unknown --package bench-extension --target-dir {built}"
    );
    process::run(immediate_abort::with(build))?;
    let wasm = built.join("wasm32-unknown-unknown/release/bench-extension.wasm");
    weigh(shell, &wasm, target, "immediate-abort-page", &[])
}
