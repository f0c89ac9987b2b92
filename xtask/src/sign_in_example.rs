//! A release build of `examples/sign-in`.

use crate::prelude::*;
use crate::{csp, process, release, workspace};

/// Builds it into `target/sign-in/dist`, and writes its Content Security Policy beside it.
pub(crate) fn build(shell: &Shell) -> Result<()> {
    release::set_up(shell)?;
    println!("Building the sign-in example for release. This takes about a minute.");
    let folder = workspace::root()?.join("target/sign-in");
    let dist = folder.join("dist");
    let config = workspace::root()?.join("examples/sign-in/Trunk.toml");
    process::run(cmd!(shell, "trunk build --config {config} --release --offline --dist {dist}"))?;
    Ok(fs::write(folder.join("content-security-policy.txt"), csp::of(&dist)?)?)
}
