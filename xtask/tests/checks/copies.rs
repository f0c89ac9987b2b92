//! The copies of files: are they current, and which are noticed.

use std::fs;

use crate::{folder, put};
use xtask::copies::{FILES, PART, PART_FROM, PART_TO, stale};
use xtask::workspace;

#[test]
fn every_copy_is_what_its_source_is() {
    let stale = stale(&workspace::root().unwrap()).unwrap();
    let files: Vec<_> = stale.iter().map(|(file, _)| file).collect();
    assert!(files.is_empty(), "{files:?} differ from their sources: run `cargo xtask copies`");
}

#[test]
fn a_missing_copy_and_one_that_differs_are_found() {
    let root = folder(&[]);
    for (source, folders) in FILES {
        put(&root, source, "the same");
        for folder in folders {
            put(&root, &format!("{folder}/{}", source.rsplit('/').next().unwrap()), "the same");
        }
    }
    let trunk = |own: &str, shared: &str| format!("{own}\n{}{shared}\n{}\n{own}\n", PART.0, PART.1);
    put(&root, PART_FROM, trunk("demo", ""));
    put(&root, PART_TO, trunk("project", ""));
    assert_eq!(stale(root.path()).unwrap(), []);

    put(&root, "static/prelude.js", "newer");
    fs::remove_file(root.path().join("protocol/LICENSE-MIT")).unwrap();
    put(&root, PART_FROM, trunk("demo", ", newer"));
    let expected = [
        ("protocol/LICENSE-MIT", "the same".to_owned()),
        ("template/static/prelude.js", "newer".to_owned()),
        (PART_TO, trunk("project", ", newer")),
    ];
    assert_eq!(stale(root.path()).unwrap(), expected.map(|(file, text)| (file.to_owned(), text)));
}
