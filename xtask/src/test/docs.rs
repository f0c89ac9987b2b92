//! Do the guide and the API's documentation build without a warning, and do the links in the texts lead somewhere?

use std::path::PathBuf;

use anyhow::Result;
use xshell::Shell;

use super::{Ran, links};
use crate::{docs, guide, workspace};

/// The texts that are checked besides the guide's. A missing one is a failure too.
const TEXTS: [&str; 5] =
    ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "components/README.md", "examples/authorize/README.md"];

pub(super) fn set_up(shell: &Shell) -> Result<PathBuf> {
    guide::set_up(shell)
}

pub(super) fn run(shell: &Shell) -> Result<Ran> {
    let root = workspace::root()?;
    // All are looked at, whatever the first one finds.
    let guide = guide::build(shell).and_then(|guide| guide::check_links(&guide));
    let api = docs::api(shell);
    let texts = guide::texts(&root)?;
    let links = links::check(&root, TEXTS.into_iter().map(str::to_owned).chain(texts));
    guide.and(api).and(links).map(|()| Ran::Check)
}
