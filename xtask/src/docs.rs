//! `cargo xtask docs`: the guide and the API documentation.

use crate::prelude::*;
use crate::{guide, process, workspace};

/// Builds both, and prints where they are.
pub(crate) fn run(shell: &Shell) -> Result<()> {
    let guide = guide::build(shell)?;
    api(shell)?;
    println!("\nThe guide is {}.", guide.join("index.html").display());
    println!("The API's documentation is {}.", workspace::target()?.join("doc/yew_livechat/index.html").display());
    Ok(())
}

/// Builds the API documentation; warnings are errors.
pub(crate) fn api(shell: &Shell) -> Result<()> {
    process::run(cmd!(shell, "cargo doc --workspace --no-deps --all-features").env("RUSTDOCFLAGS", "-D warnings"))
}
