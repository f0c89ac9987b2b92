//! `cargo xtask site`: the website, a folder for any static server, below any path.
//!
//! | folder | content | file |
//! |---|---|---|
//! | | the landing page | `landing` |
//! | `simulator/`, `gallery/` | the demo in the simulator, and the gallery of the components | `apps` |
//! | `recipes/` | the recipes, each in the simulator | `apps` |
//! | `guide/` | the guide, with links to all of these | `guide_pages` |
//! | `api/` | the API's documentation | `api_docs` |
//!
//! The simulator exists only in development builds. The site has optimized ones: the Cargo profile `live`.

pub mod api_docs;
mod apps;
pub mod guide_pages;
pub mod landing;

use crate::prelude::*;
use crate::tools::pins;
use crate::{files, links, release, workspace};

/// Builds the site, and prints its size and how to look at it.
pub(crate) fn run(shell: &Shell) -> Result<()> {
    set_up(shell)?;
    let site = build(shell)?;
    let bytes: u64 = files::below(&site)?.iter().map(|file| fs::metadata(file).map_or(0, |data| data.len())).sum();
    println!("\nThe site is {}: {} kB.", site.display(), bytes / 1_000);
    println!("To look at it, serve the folder: `python3 -m http.server --directory {} 8000`", site.display());
    Ok(())
}

/// Puts the tools on the shell's PATH.
pub(crate) fn set_up(shell: &Shell) -> Result<()> {
    release::set_up(shell)?;
    pins::mdbook().ensure(shell)
}

/// Builds only what a visitor can try: it needs no pictures.
pub(crate) fn build_apps(shell: &Shell) -> Result<PathBuf> {
    let site = workspace::target()?.join("site");
    shell.remove_path(&site)?;
    apps::build(shell, &workspace::root()?, &site)?;
    Ok(site)
}

/// Builds the site, checks its links, and returns its folder.
pub(crate) fn build(shell: &Shell) -> Result<PathBuf> {
    let root = workspace::root()?;
    let site = build_apps(shell)?;
    guide_pages::build(shell, &site)?;
    api_docs::build(shell, &site)?;
    landing::write(&root, &site)?;
    links::check(&root, &files::with_extension(&site, "html")?)?;
    Ok(site)
}
