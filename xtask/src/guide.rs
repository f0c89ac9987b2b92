//! The guide: Markdown in `docs/`, built into a book.
//!
//! mdBook silently renders an empty block for a missing included part, and skips a page that no chapter names. So the
//! sources are checked first, and the links of the pages afterward.

pub mod change;
pub mod sources;
pub mod steps;

use crate::prelude::*;
use crate::tools::pins;
use crate::{files, process, workspace};

/// Builds the guide, and returns its folder.
pub(crate) fn build(shell: &Shell) -> Result<PathBuf> {
    pins::mdbook().ensure(shell)?;
    let root = workspace::root()?;
    sources::check(&root)?;
    let guide = workspace::target()?.join("guide");
    // Removes deleted pages: links to them would still work.
    shell.remove_path(&guide)?;
    let ended = process::scan(cmd!(shell, "mdbook build {root} --dest-dir {guide}"))?;
    let is_good = ended.status.success() && !ended.text.contains("WARN") && !ended.text.contains("ERROR");
    ensure!(is_good, "mdBook rejected the guide: see its messages above");
    Ok(guide)
}

/// The guide's sources.
pub(crate) fn texts(root: &Path) -> Result<Vec<PathBuf>> {
    files::with_extension(&root.join("docs"), "md")
}
