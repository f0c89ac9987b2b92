//! Does the documentation build without a warning, and do the links in the texts lead somewhere?

use anyhow::Result;
use xshell::{Shell, cmd};

use super::{Ran, links};
use crate::{process, workspace};

/// The texts that are checked. A missing one is a failure too.
const TEXTS: [&str; 6] = [
    "README.md",
    "ARCHITECTURE.md",
    "components/README.md",
    "docs/components.md",
    "docs/conformance.md",
    "examples/authorize/README.md",
];

pub(super) fn run(shell: &Shell) -> Result<Ran> {
    let doc = cmd!(shell, "cargo doc --workspace --no-deps --all-features").env("RUSTDOCFLAGS", "-D warnings");
    // Both are looked at, whatever the first one finds.
    let built = process::run(doc);
    let links = links::check(&workspace::root()?, &TEXTS);
    built.and(links).map(|()| Ran::Check)
}
