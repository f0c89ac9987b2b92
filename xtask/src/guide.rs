//! The guide: Markdown in `docs/`, made into a book.
//!
//! mdBook shows an empty block where an included part is missing, and leaves out a page that no chapter names, without a
//! word. So the sources are looked at before, and the pages afterwards.

pub(crate) mod commands;
mod fences;
mod links;
mod pages;
mod sources;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use xshell::{Shell, cmd};

use crate::tools::mdbook;
use crate::{process, workspace};

/// Where the sources are, below the checkout's root.
const SOURCES: &str = "docs";

/// mdBook's folder; installs it first if need be.
pub(crate) fn set_up(shell: &Shell) -> Result<PathBuf> {
    mdbook::mdbook().ensure(shell)
}

/// Builds the guide, and returns the folder that it is in.
pub(crate) fn build(shell: &Shell) -> Result<PathBuf> {
    let mdbook = set_up(shell)?.join("mdbook");
    let root = workspace::root()?;
    sources::check(&root, &root.join(SOURCES))?;
    let guide = workspace::target()?.join("guide");
    // A page that is gone must not stay: links to it would be found good.
    if guide.exists() {
        fs::remove_dir_all(&guide).with_context(|| format!("cannot remove {}", guide.display()))?;
    }
    let ended = process::scan(cmd!(shell, "{mdbook} build {root} --dest-dir {guide}"))?;
    let is_good = ended.status.success() && !ended.text.contains("WARN") && !ended.text.contains("ERROR");
    ensure!(is_good, "mdBook is not content with the guide: see its messages above");
    Ok(guide)
}

/// Fails with every link in the built guide that leads nowhere.
pub(crate) fn check_links(guide: &Path) -> Result<()> {
    links::check(guide, &workspace::root()?, env!("CARGO_PKG_REPOSITORY"))
}

/// The guide's sources, relative to the checkout's root.
pub(crate) fn texts(root: &Path) -> Result<Vec<String>> {
    let pages = pages::pages(&root.join(SOURCES), "md")?;
    Ok(pages.iter().filter_map(|page| page.strip_prefix(root).ok()).map(|page| page.display().to_string()).collect())
}
