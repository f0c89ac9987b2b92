//! The guide: Markdown in `docs/`, made into a book.
//!
//! mdBook shows an empty block where an included part is missing, and leaves out a page that no chapter names, without a
//! word. So the sources are looked at before, and the links of the pages afterwards.

pub mod change;
pub mod sources;
pub mod steps;

use crate::prelude::*;
use crate::tools::pins;
use crate::{files, process, workspace};

/// Builds the guide, and returns the folder that it is in.
pub(crate) fn build(shell: &Shell) -> Result<PathBuf> {
    pins::mdbook().ensure(shell)?;
    let root = workspace::root()?;
    sources::check(&root)?;
    let guide = workspace::target()?.join("guide");
    // A page that is gone must not stay: links to it would be found good.
    shell.remove_path(&guide)?;
    let ended = process::scan(cmd!(shell, "mdbook build {root} --dest-dir {guide}"))?;
    let is_good = ended.status.success() && !ended.text.contains("WARN") && !ended.text.contains("ERROR");
    ensure!(is_good, "mdBook is not content with the guide: see its messages above");
    Ok(guide)
}

/// The guide's sources.
pub(crate) fn texts(root: &Path) -> Result<Vec<PathBuf>> {
    files::with_extension(&root.join("docs"), "md")
}
