//! The extension of `examples/sign-in`, as it would be put on a server.

use crate::prelude::*;
use crate::{csp, process, release, workspace};

/// Builds it into `target/sign-in/dist`, with its Content Security Policy beside it.
pub(crate) fn build(shell: &Shell) -> Result<()> {
    release::set_up(shell)?;
    println!("Building the extension that signs in for release. This takes about a minute.");
    let folder = workspace::root()?.join("target/sign-in");
    let dist = folder.join("dist");
    let config = workspace::root()?.join("examples/sign-in/Trunk.toml");
    process::run(cmd!(shell, "trunk build --config {config} --release --offline --dist {dist}"))?;
    Ok(fs::write(folder.join("content-security-policy.txt"), csp::of(&dist)?)?)
}
