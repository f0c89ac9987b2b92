//! Builds the guide and the API documentation without warnings, and checks the links of all texts.

use super::Ran;
use crate::prelude::*;
use crate::{docs, files, guide, links, workspace};

/// The texts to check besides the guide's. A missing one is a failure, too.
const TEXTS: [&str; 6] = [
    "README.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "components/README.md",
    "examples/authorize/README.md",
    "examples/verify-token/README.md",
];

pub(super) fn run(shell: &Shell) -> Result<Ran> {
    let root = workspace::root()?;
    // All are checked, even after a failure.
    let guide = guide::build(shell).and_then(|guide| links::check(&root, &files::with_extension(&guide, "html")?));
    let api = docs::api(shell);
    let mut texts = guide::texts(&root)?;
    texts.extend(TEXTS.map(|text| root.join(text)));
    guide.and(api).and(links::check(&root, &texts)).map(|()| Ran::Check)
}
