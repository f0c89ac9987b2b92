//! `cargo xtask build`: a release build of the demo.

use crate::prelude::*;
use crate::tools::{npm, pins, shrink, wasm_target};
use crate::{budget, csp, process, sizes, workspace};

/// The paths of the demo's extensions besides the root, as in `demo/src/main.rs`.
const PATHS: [&str; 3] = ["message-box", "fullscreen", "settings"];

/// Builds, and prints the sizes.
pub(crate) fn run(shell: &Shell, write_budget: bool) -> Result<()> {
    let dist = build(shell)?;
    if write_budget {
        budget::write(&dist)?;
    }
    println!("\n{}", sizes::table(&dist)?);
    println!("\nSend it with this header:\nContent-Security-Policy: {}", csp::of(&dist)?);
    Ok(())
}

/// Builds the demo into `dist/`.
pub(crate) fn build(shell: &Shell) -> Result<PathBuf> {
    set_up(shell)?;
    println!("Building the demo for release. This takes about two minutes the first time.");
    process::run(cmd!(shell, "trunk build --release --offline --dist dist"))?;
    let root = workspace::root()?;
    let dist = root.join("dist");
    // The same page at every path: not every server can serve one file at several paths.
    for path in PATHS {
        fs::create_dir_all(dist.join(path))?;
        fs::copy(dist.join("index.html"), dist.join(path).join("index.html"))?;
    }
    // For servers and tests; not in `dist`, since all files there are served.
    fs::write(root.join("target/content-security-policy.txt"), csp::of(&dist)?)?;
    Ok(dist)
}

/// Puts the tools for a release build on the shell's PATH.
pub(crate) fn set_up(shell: &Shell) -> Result<()> {
    wasm_target::ensure(shell)?;
    pins::trunk().ensure(shell)?;
    pins::wasm_bindgen()?.ensure(shell)?;
    npm::ensure(shell)?;
    shrink::ensure(shell)
}
