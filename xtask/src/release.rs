//! `cargo xtask build`: the demo as it would be put on a server.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result};
use xshell::{Shell, cmd};

use crate::tools::pinned::with_programs_from;
use crate::tools::{npm, trunk, wasm_bindgen, wasm_target};
use crate::{budget, csp, process, sizes, workspace};

/// The paths of the demo's extensions, besides its root; they are those in `demo/src/main.rs`.
const PATHS: [&str; 3] = ["message-box", "fullscreen", "settings"];

/// Builds, and shows what it weighs.
pub(crate) fn run(shell: &Shell, write_budget: bool) -> Result<ExitCode> {
    let dist = build(shell)?;
    if write_budget {
        budget::write(&dist)?;
    }
    println!("\n{}", sizes::table(&dist)?);
    println!("\nSend it with this header:\nContent-Security-Policy: {}", csp::of(&dist)?);
    Ok(ExitCode::SUCCESS)
}

/// Builds the demo into `dist/`.
pub(crate) fn build(shell: &Shell) -> Result<PathBuf> {
    let programs = set_up(shell)?;
    println!("Building the demo for release. This takes about two minutes the first time.");
    process::run(with_programs_from(cmd!(shell, "trunk build --release --offline --dist dist"), &programs)?)?;
    let root = workspace::root()?;
    let dist = root.join("dist");
    copy_page(&dist)?;
    // For servers and tests; not in `dist`, whose files are all to be served.
    shell.write_file(root.join("target/content-security-policy.txt"), csp::of(&dist)?)?;
    Ok(dist)
}

/// The same page at every path: not every server answers one path with another's file.
fn copy_page(dist: &Path) -> Result<()> {
    let page = dist.join("index.html");
    for path in PATHS {
        let folder = dist.join(path);
        fs::create_dir_all(&folder).and_then(|()| fs::copy(&page, folder.join("index.html"))).with_context(|| {
            format!("cannot copy {} into {}: has Trunk built it?", page.display(), folder.display())
        })?;
    }
    Ok(())
}

/// What a release build needs: the folders to put on PATH.
pub(crate) fn set_up(shell: &Shell) -> Result<Vec<PathBuf>> {
    wasm_target::ensure(shell)?;
    Ok(vec![trunk::trunk().ensure(shell)?, wasm_bindgen::wasm_bindgen()?.ensure(shell)?, npm::ensure(shell)?])
}
