//! `cargo xtask copies`: updates files that exist in several places from their source.
//!
//! A published package and a project made by `cargo generate` need real files; a symlink does not work on Windows. The
//! guide's pages contain copies of tested code.

pub mod snippets;

use std::ops::Range;

use cargo_livechat::template::packed;

use crate::prelude::*;
use crate::{files, guide, workspace};

/// Each file with the folders that have a copy of it.
pub const FILES: [(&str, &[&str]); 17] = [
    ("LICENSE-APACHE", &["api", "cargo-livechat", "components", "fake", "protocol", "shrink", "simulator"]),
    ("LICENSE-MIT", &["api", "cargo-livechat", "components", "fake", "protocol", "shrink", "simulator"]),
    ("components/yew-livechat.css", &["template/static"]),
    ("simulator/src/model/samples/customers.json", &["fake/src/license"]),
    ("static/icon.svg", &["template/static"]),
    ("static/prelude.js", &["template/static"]),
    ("static/sign-in.js", &["template/sign-in/static"]),
    ("static/start.js", &["template/static"]),
    ("tests/browser/webdriver.json", &["cargo-livechat/src"]),
    ("trunk/release.ps1", &["template/trunk"]),
    ("trunk/release.sh", &["template/trunk"]),
    ("trunk/shrink.ps1", &["template/trunk"]),
    ("trunk/shrink.sh", &["template/trunk"]),
    ("trunk/simulator.ps1", &["template/trunk"]),
    ("trunk/simulator.sh", &["template/trunk"]),
    ("trunk/styles.ps1", &["template/trunk"]),
    ("trunk/styles.sh", &["template/trunk"]),
];

/// A file that shares a part with another file.
pub const PART_FROM: &str = "Trunk.toml";
/// The other file.
pub const PART_TO: &str = "template/Trunk.toml";
/// The beginning of that part, and what follows it: how a page starts its application, and what Trunk runs before and
/// after a build.
pub const PART: (&str, &str) = ("# Nothing that the page's `load` waits for", "[watch]");

/// The folder whose files are all in one file of the package `cargo-livechat`.
pub const TEMPLATE: &str = "template";
/// That file.
pub const PACKED: &str = "cargo-livechat/src/template/files.txt";

/// Writes every copy that differs from its source.
pub(crate) fn run() -> Result<()> {
    let root = workspace::root()?;
    // The template contains copies, and is packed after they are written.
    for _ in 0..2 {
        for (file, text) in stale(&root)? {
            fs::write(root.join(&file), text)?;
            println!("Updated {file}.");
        }
    }
    Ok(())
}

/// Returns the outdated copies, each with its new text.
pub fn stale(root: &Path) -> Result<Vec<(String, String)>> {
    let read = |file: &str| fs::read_to_string(root.join(file));
    let mut copies = Vec::new();
    for (source, folders) in FILES {
        let text = read(source)?;
        let name = source.rsplit('/').next().unwrap_or(source);
        copies.extend(folders.iter().map(|folder| (format!("{folder}/{name}"), text.clone())));
    }
    let part = with_part(&read(PART_TO)?, &read(PART_FROM)?)
        .with_context(|| format!("{PART_FROM} or {PART_TO} has no part from {:?} to {:?}", PART.0, PART.1))?;
    copies.push((PART_TO.to_owned(), part));
    for page in guide::texts(root)? {
        let file = page.strip_prefix(root)?.to_string_lossy().replace('\\', "/");
        let text = snippets::renewed(&fs::read_to_string(&page)?, root).with_context(|| file.clone())?;
        copies.push((file, text));
    }
    copies.push((PACKED.to_owned(), packed(&root.join(TEMPLATE))?));
    // A missing copy is outdated, too.
    copies.retain(|(file, text)| read(file).ok().as_ref() != Some(text));
    Ok(copies)
}

/// Returns all files of the folder, packed in the order of their paths.
fn packed(folder: &Path) -> Result<String> {
    let mut files = Vec::new();
    for path in files::below(folder)? {
        let name = path.strip_prefix(folder)?.to_string_lossy().replace('\\', "/");
        files.push((name, fs::read_to_string(&path)?));
    }
    files.sort();
    Ok(packed::pack(&files))
}

/// Returns `to` with the part from `from`.
fn with_part(to: &str, from: &str) -> Option<String> {
    let mut text = to.to_owned();
    text.replace_range(part(to)?, from.get(part(from)?)?);
    Some(text)
}

fn part(text: &str) -> Option<Range<usize>> {
    let begin = text.find(PART.0)?;
    let end = begin + text.get(begin..)?.find(PART.1)?;
    Some(begin..end)
}
