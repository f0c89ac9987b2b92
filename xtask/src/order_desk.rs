//! A release build of `examples/order-desk`.

use crate::prelude::*;
use crate::{csp, process, release, workspace};

/// Builds it into `target/order-desk/dist`, and writes its Content Security Policy beside it.
pub(crate) fn build(shell: &Shell) -> Result<()> {
    release::set_up(shell)?;
    println!("Building the order desk for release. This takes about a minute.");
    let folder = workspace::root()?.join("target/order-desk");
    let dist = folder.join("dist");
    let config = workspace::root()?.join("examples/order-desk/Trunk.toml");
    process::run(cmd!(shell, "trunk build --config {config} --release --offline --dist {dist}"))?;
    Ok(fs::write(folder.join("content-security-policy.txt"), csp::of(&dist)?)?)
}
