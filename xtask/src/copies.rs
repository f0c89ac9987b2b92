//! `cargo xtask copies`: writes the files that have to be in several places again, each from its one source.
//!
//! A package of the registry and a project that `cargo generate` makes need real files. A symlink is none on Windows.

use std::fs;
use std::ops::Range;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result};

use crate::workspace;

/// A file, and the folders that have a copy of it.
const FILES: [(&str, &[&str]); 6] = [
    ("LICENSE-APACHE", &["components", "protocol", "simulator"]),
    ("LICENSE-MIT", &["components", "protocol", "simulator"]),
    ("components/yew-livechat.css", &["template/static"]),
    ("static/icon.svg", &["template/static"]),
    ("static/prelude.js", &["template/static"]),
    ("static/start.js", &["template/static"]),
];

/// A file with a part that another file has too.
const PART_FROM: &str = "Trunk.toml";
const PART_TO: &str = "template/Trunk.toml";
/// What that part begins with, and what comes after it: how a page starts its application, and the version of wasm-opt.
const PART: (&str, &str) = ("# Nothing that the page's `load` waits for", "[watch]");

/// Writes every copy that differs from its source.
pub(crate) fn run() -> Result<ExitCode> {
    let root = workspace::root()?;
    for (file, text) in stale(&root)? {
        fs::write(root.join(&file), text).with_context(|| format!("cannot write {file}"))?;
        println!("{file} is written.");
    }
    Ok(ExitCode::SUCCESS)
}

/// The copies that differ from their source, each with what it has to be.
fn stale(root: &Path) -> Result<Vec<(String, String)>> {
    let read = |file: &str| fs::read_to_string(root.join(file)).with_context(|| format!("cannot read {file}"));
    let mut copies = Vec::new();
    for (source, folders) in FILES {
        let text = read(source)?;
        let name = source.rsplit('/').next().unwrap_or(source);
        copies.extend(folders.iter().map(|folder| (format!("{folder}/{name}"), text.clone())));
    }
    let part = with_part(&read(PART_TO)?, &read(PART_FROM)?)
        .with_context(|| format!("{PART_FROM} or {PART_TO} has no part from {:?} to {:?}", PART.0, PART.1))?;
    copies.push((PART_TO.to_owned(), part));
    // A missing copy is a stale one.
    copies.retain(|(file, text)| read(file).ok().as_ref() != Some(text));
    Ok(copies)
}

/// The text of one file with the part that the other has in its place.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_copy_is_what_its_source_is() {
        let stale = stale(&workspace::root().unwrap()).unwrap();
        let files: Vec<_> = stale.iter().map(|(file, _)| file).collect();
        assert!(files.is_empty(), "{files:?} differ from their sources: run `cargo xtask copies`");
    }

    #[test]
    fn a_missing_copy_and_one_that_differs_are_found() {
        let root = tempfile::tempdir().unwrap();
        let write = |file: &str, text: &str| {
            let path = root.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        };
        for (source, folders) in FILES {
            write(source, "the same");
            for folder in folders {
                write(&format!("{folder}/{}", source.rsplit('/').next().unwrap()), "the same");
            }
        }
        let trunk = |own: &str, shared: &str| format!("{own}\n{}{shared}\n{}\n{own}\n", PART.0, PART.1);
        write(PART_FROM, &trunk("demo", ""));
        write(PART_TO, &trunk("project", ""));
        assert_eq!(stale(root.path()).unwrap(), []);

        write("static/prelude.js", "newer");
        fs::remove_file(root.path().join("protocol/LICENSE-MIT")).unwrap();
        write(PART_FROM, &trunk("demo", ", newer"));
        let expected = [
            ("protocol/LICENSE-MIT", "the same".to_owned()),
            ("template/static/prelude.js", "newer".to_owned()),
            (PART_TO, trunk("project", ", newer")),
        ];
        assert_eq!(stale(root.path()).unwrap(), expected.map(|(file, text)| (file.to_owned(), text)));
    }
}
