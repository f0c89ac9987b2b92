//! Builds the four extensions, and what measures them.

use std::path::PathBuf;

use anyhow::Result;
use xshell::{Shell, cmd};

use crate::tools::npm;
use crate::tools::pinned::with_programs_from;
use crate::{process, release, workspace};

/// The folder with everything that is measured, and what it is measured with.
pub(super) fn folder() -> Result<PathBuf> {
    Ok(workspace::root()?.join("bench"))
}

/// Into `target/bench/<name>/dist` each. Returns the folders to put on PATH.
pub(super) fn run(shell: &Shell) -> Result<Vec<PathBuf>> {
    let programs = release::set_up(shell)?;
    let bench = folder()?;
    npm::ensure_in(shell, &bench)?;
    println!("Building the same extension four times. This takes about two minutes the first time.");
    let page = bench.join("extensions/yew-livechat/index.html");
    let dist = workspace::root()?.join("target/bench/yew-livechat/dist");
    process::run(with_programs_from(cmd!(shell, "trunk build {page} --release --offline --dist {dist}"), &programs)?)?;
    let _in = shell.push_dir(&bench);
    process::run(cmd!(shell, "node build.mjs"))?;
    Ok(programs)
}
