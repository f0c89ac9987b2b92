//! What goes to the registry: `cargo xtask package` builds it as a user would get it; `check` looks at what is in it.

mod contents;
mod metadata;
mod stale;

use std::process::ExitCode;

use anyhow::Result;
use xshell::{Shell, cmd};

use crate::process;

/// The crates, each after those that it needs.
pub(crate) const PUBLISHED: [&str; 4] =
    ["livechat-protocol", "yew-livechat-components", "yew-livechat-simulator", "yew-livechat"];

/// Does everything but the uploading: packs all crates in order, and builds each from the packages of the others.
pub(crate) fn run(shell: &Shell) -> Result<ExitCode> {
    check(shell)?;
    stale::remove()?;
    let packages: Vec<&str> = PUBLISHED.iter().flat_map(|name| ["--package", name]).collect();
    println!("Building each crate from its package. This takes about two minutes.");
    process::run(cmd!(shell, "cargo publish --dry-run --allow-dirty --all-features {packages...}"))?;
    println!("\nEach can be published, in this order: {}.", PUBLISHED.join(", "));
    Ok(ExitCode::SUCCESS)
}

/// Is in each package what belongs there, and nothing else? Returns how many were looked at.
pub(crate) fn check(shell: &Shell) -> Result<usize> {
    metadata::check(shell)?;
    for name in PUBLISHED {
        let listed = cmd!(shell, "cargo package --list --allow-dirty --package {name}").quiet().read()?;
        contents::check(name, &listed)?;
    }
    Ok(PUBLISHED.len())
}
