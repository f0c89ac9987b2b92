//! Builds what is measured, and what measures it.

use crate::prelude::*;
use crate::tools::npm;
use crate::{process, release, sizes, workspace};

/// The folder of our extension.
fn ours() -> Result<PathBuf> {
    Ok(workspace::root()?.join("bench/extensions/yew-livechat"))
}

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

/// As Trunk does it: wasm-bindgen, then wasm-opt with the options of the page. Returns the module.
pub(super) fn optimized(shell: &Shell, wasm: &Path, folder: &Path, with_names: bool) -> Result<PathBuf> {
    let (keep, names) = (with_names.then_some("--keep-debug"), with_names.then_some("-g"));
    process::run(cmd!(shell, "wasm-bindgen --target web --no-typescript {keep...} --out-dir {folder} {wasm}"))?;
    let features = optimizer_parameters(&fs::read_to_string(ours()?.join("index.html"))?)?;
    let features = features.split_whitespace();
    let bound = folder.join("bench-extension_bg.wasm");
    process::run(cmd!(shell, "wasm-opt -Oz {names...} {features...} {bound} -o {bound}"))?;
    Ok(bound)
}

/// The options that a page asks wasm-opt for.
pub fn optimizer_parameters(html: &str) -> Result<String> {
    let parameters = Regex::new(r#"data-wasm-opt-params="([^"]*)""#)?;
    Ok(parameters.captures(html).context("our extension's page has no data-wasm-opt-params")?[1].to_owned())
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
    let folder = target.join("immediate-abort-page");
    optimized(shell, &built.join("wasm32-unknown-unknown/release/bench-extension.wasm"), &folder, false)?;
    Ok(sizes::brotli_of(&folder)? + sizes::brotli_of(&target.join("yew-livechat/dist/index.html"))?)
}
