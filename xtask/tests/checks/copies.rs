//! The copies of files: whether they are current, and whether outdated ones are noticed.

use std::fs;

use crate::{folder, put, says};
use cargo_livechat::template::packed::{pack, unpack};
use xtask::copies::{FILES, PACKED, PART, PART_FROM, PART_TO, snippets, stale};
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
    let page = |code: &str| format!("<!-- copy of examples/a.rs:part -->\n```rust,ignore\n{code}\n```\n");
    put(&root, "examples/a.rs", "// ANCHOR: part\nfn new() {}\n// ANCHOR_END: part\n");
    put(&root, "docs/recipes/a.md", page("fn new() {}"));
    let packed = stale(root.path()).unwrap();
    assert_eq!(packed.iter().map(|(file, _)| &**file).collect::<Vec<_>>(), [PACKED]);
    put(&root, PACKED, &packed[0].1);
    assert_eq!(stale(root.path()).unwrap(), []);

    put(&root, "static/prelude.js", "newer");
    fs::remove_file(root.path().join("protocol/LICENSE-MIT")).unwrap();
    put(&root, PART_FROM, trunk("demo", ", newer"));
    put(&root, "docs/recipes/a.md", page("fn old() {}"));
    let expected = [
        ("protocol/LICENSE-MIT", "the same".to_owned()),
        ("template/static/prelude.js", "newer".to_owned()),
        (PART_TO, trunk("project", ", newer")),
        ("docs/recipes/a.md", page("fn new() {}")),
    ];
    assert_eq!(stale(root.path()).unwrap(), expected.map(|(file, text)| (file.to_owned(), text)));

    // The template's own copies are written first, and packed then.
    put(&root, "template/static/prelude.js", "newer");
    assert!(stale(root.path()).unwrap().iter().any(|(file, text)| file == PACKED && text.contains("newer")));
}

#[test]
fn the_packed_template_is_unpacked_as_it_was() {
    let files = [("a.rs", "fn a() {}\n"), ("b/empty", ""), ("c.txt", "=== a.rs 4\nfour\n\nü"), ("d e.md", "no end")];
    let files = files.map(|(path, text)| (path.to_owned(), text.to_owned()));
    let packed = pack(&files);
    let expected: Vec<_> = files.iter().map(|(path, text)| (&**path, &**text)).collect();
    assert_eq!(unpack(&packed).unwrap(), expected);
    for damaged in [packed.replace("a.rs 10", "a.rs 11"), packed.replace("no end", "no"), "one line".to_owned()] {
        assert!(says(unpack(&damaged)).contains("packed template"), "{damaged}");
    }
}

/// Returns the updated text of a page beside a source.
fn renewed(page: &str) -> anyhow::Result<String> {
    let source = "// ANCHOR: one\nfn one() {\n    // ANCHOR: two\n    two();\n\n    three();\n    // ANCHOR_END: two\n}\n\
                  // ANCHOR_END: one\n";
    snippets::renewed(page, folder(&[("a.rs", source), ("b.md", "```\n")]).path())
}

#[test]
fn a_page_has_the_code_of_each_part_without_the_marks_and_keeps_everything_else() {
    let page = "Before\n\n<!-- copy of a.rs:one -->\n```rust,ignore\nold\n```\n\nbetween\n```sh\nls\n```\n\
                <!-- copy of a.rs:two -->\n```rust,ignore\n```\nafter\n";
    let expected = "Before\n\n<!-- copy of a.rs:one -->\n```rust,ignore\nfn one() {\n    two();\n\n    three();\n}\n```\n\n\
                    between\n```sh\nls\n```\n<!-- copy of a.rs:two -->\n```rust,ignore\ntwo();\n\nthree();\n```\nafter\n";
    assert_eq!(renewed(page).unwrap(), expected);
    assert_eq!(renewed(expected).unwrap(), expected);
}

#[test]
fn a_copy_of_nothing_is_refused() {
    let page = |source: &str| format!("<!-- copy of {source} -->\n```rust,ignore\n```\n");
    assert!(renewed(&page("c.rs")).is_err());
    assert!(says(renewed(&page("a.rs:three"))).starts_with("a.rs has no part `three`"));
    assert!(says(renewed(&page("b.md"))).contains("three backquotes"));
    let message = says(renewed("<!-- copy of a.rs -->\n\nno code"));
    assert!(message.ends_with("only 0 are right before a block of code"), "{message}");
}
