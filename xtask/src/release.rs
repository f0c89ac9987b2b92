//! `cargo xtask build`: the demo as it would be put on a server.

use crate::prelude::*;
use crate::tools::{npm, pins, shrink, wasm_target};
use crate::{budget, csp, process, sizes, workspace};

/// The paths of the demo's extensions, besides its root; they are those in `demo/src/main.rs`.
const PATHS: [&str; 3] = ["message-box", "fullscreen", "settings"];

/// Builds, and shows what it weighs.
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
    // The same page at every path: not every server answers one path with another's file.
    for path in PATHS {
        fs::create_dir_all(dist.join(path))?;
        fs::copy(dist.join("index.html"), dist.join(path).join("index.html"))?;
    }
    // For servers and tests; not in `dist`, whose files are all to be served.
    fs::write(root.join("target/content-security-policy.txt"), csp::of(&dist)?)?;
    Ok(dist)
}

/// Has on the shell's PATH what a release build needs.
pub(crate) fn set_up(shell: &Shell) -> Result<()> {
    wasm_target::ensure(shell)?;
    pins::trunk().ensure(shell)?;
    pins::wasm_bindgen()?.ensure(shell)?;
    npm::ensure(shell)?;
    shrink::ensure(shell)
}
