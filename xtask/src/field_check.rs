//! Builds of `examples/field-check`.

use crate::prelude::*;
use crate::{csp, process, release, workspace};

/// Builds it for release into `target/field-check/dist`, with its Content Security Policy beside it, and for development
/// into `target/field-check/development`, where it has the simulator.
pub(crate) fn build(shell: &Shell) -> Result<()> {
    release::set_up(shell)?;
    println!("Building the field check, for release and for development. This takes about two minutes.");
    let folder = workspace::root()?.join("target/field-check");
    let dist = folder.join("dist");
    let config = workspace::root()?.join("examples/field-check/Trunk.toml");
    process::run(cmd!(shell, "trunk build --config {config} --release --offline --dist {dist}"))?;
    process::run(cmd!(shell, "trunk build --config {config} --offline"))?;
    Ok(fs::write(folder.join("content-security-policy.txt"), csp::of(&dist)?)?)
}
