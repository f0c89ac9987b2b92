//! How the guide's sources are parsed.

use crate::{folder, put, says};
use xtask::guide::change::Change;
use xtask::guide::steps::{self, Steps};
use xtask::{files, guide::sources, markdown, workspace};

fn page(text: &str) -> anyhow::Result<()> {
    let root = folder(&[("docs/SUMMARY.md", "[A](a.md)"), ("docs/a.md", text)]);
    sources::check(root.path())
}

#[test]
fn copies_of_code_are_fine_and_so_is_rust_that_is_compiled() {
    page("<!-- copy of lib.rs:part -->\n```rust,ignore\nfn part() {}\n```\n```rust\nlet a = 1;\n```\n").unwrap();
}

#[test]
fn code_that_only_the_book_shows_is_named() {
    let message = says(page("```rust,ignore\n{{#include ../lib.rs:part}}\n```\n"));
    assert!(message.contains("a.md: only mdBook shows what ../lib.rs:part includes"), "{message}");
    let root = folder(&[("docs/SUMMARY.md", "[A](a.md)"), ("docs/a.md", ""), ("docs/b.md", "")]);
    assert!(says(sources::check(root.path())).ends_with("b.md is not a chapter: add it to SUMMARY.md"));
}

#[test]
fn rust_that_nobody_compiles_is_refused() {
    let message = says(page("```rust,ignore\nlet a: u8 = \"\";\n```\n"));
    assert!(message.ends_with("a.md: `let a: u8 = \"\";` is not compiled: take it from a recipe"), "{message}");
}

const EXAMPLE: &str = "\
Once:
```sh
cargo install --locked cargo-livechat
```
```sh
cargo livechat new my-app --placement details
cd my-app
```
```toml
not = \"a command\"
```
```sh
cargo livechat dev
```
In `src/app.rs`, find
```html
<p title=\"old\" />
```
and write instead
```html
<p title=\"new\" />
```
```sh
cargo livechat test

cargo doc
cargo livechat build
cargo livechat check
```
```console
cargo install --locked trunk@1.2.3
trunk serve
```
";

fn steps(page: &str) -> anyhow::Result<Steps> {
    steps::read(folder(&[("docs/getting-started.md", page)]).path())
}

#[test]
fn steps_are_found_in_the_page() {
    assert_eq!(
        steps(EXAMPLE).unwrap(),
        Steps {
            new: "cargo livechat new my-app --placement details".to_owned(),
            folder: "my-app".to_owned(),
            serve: "cargo livechat dev".to_owned(),
            changes: vec![Change {
                file: "src/app.rs".to_owned(),
                find: "<p title=\"old\" />".to_owned(),
                write: "<p title=\"new\" />".to_owned(),
            }],
            test: "cargo livechat test".to_owned(),
            document: "cargo doc".to_owned(),
            build: "cargo livechat build".to_owned(),
            check: "cargo livechat check".to_owned(),
            install: vec!["cargo install --locked cargo-livechat".to_owned()],
            by_hand: ["cargo install --locked trunk@1.2.3", "trunk serve"].map(str::to_owned).to_vec(),
        }
    );
}

#[test]
fn a_page_without_a_needed_command_is_refused() {
    for command in [
        "cargo livechat new",
        "cd",
        "cargo livechat dev",
        "cargo livechat build",
        "cargo livechat check",
        "cargo doc",
        "cargo livechat test",
    ] {
        let lines: Vec<&str> = EXAMPLE.lines().filter(|line| !line.starts_with(command)).collect();
        assert!(says(steps(&lines.join("\n"))).ends_with(&format!("there is no `{command}`")));
    }
    assert!(steps("no commands at all").is_err());
    assert!(steps(&EXAMPLE.replace("```sh", "```text")).is_err());
}

#[test]
fn a_page_without_a_change_or_with_an_incomplete_one_is_refused() {
    let without = EXAMPLE.replace("In `src/app.rs`, find", "It has");
    assert!(says(steps(&without)).contains("there is nothing to change"));
    let message = says(steps(&EXAMPLE.replace("and write instead", "Then")));
    assert!(message.ends_with("the page says \"Then\", not \"and write instead\""), "{message}");
}

#[test]
fn steps_in_another_order_than_the_tests_are_refused() {
    let swapped = EXAMPLE.replace("cargo doc\ncargo livechat build\n", "cargo livechat build\ncargo doc\n");
    assert!(says(steps(&swapped)).contains("cargo doc comes after cargo livechat build"));
    let late = format!("{EXAMPLE}```sh\ncargo install more\n```\n");
    assert!(says(steps(&late)).contains("cargo install more comes after cargo livechat check"));
}

#[test]
fn code_that_is_not_there_once_cannot_be_changed() {
    let change = Change { file: "a.rs".to_owned(), find: "old".to_owned(), write: "new".to_owned() };
    assert_eq!(change.apply("an old title").unwrap(), "an new title");
    assert!(says(change.apply("a title")).starts_with("a.rs has 0 of `old`"));
    assert!(says(change.apply("old, old")).starts_with("a.rs has 2 of `old`"));
}

#[test]
fn a_command_that_cannot_be_tested_is_refused() {
    for command in ["make", "cargo livechat test && rm -r /", "cargo run 'a b'", "cargo livechat dev --open"] {
        assert!(steps(&format!("{EXAMPLE}```sh\n{command}\n```\n")).is_err(), "{command}");
    }
}

/// What each placement's app and tests contain.
fn placements() -> Vec<(String, String, String)> {
    let root = workspace::root().unwrap();
    let folders = std::fs::read_dir(root.join("template/placements")).unwrap();
    let placement = |folder: &std::path::Path| {
        let tests = files::below(&folder.join("tests")).unwrap();
        let tests = tests.iter().map(|file| std::fs::read_to_string(file).unwrap()).collect();
        let app = std::fs::read_to_string(folder.join("src/app.rs")).unwrap();
        (folder.file_name().unwrap().to_str().unwrap().to_owned(), app, tests)
    };
    folders.map(|folder| placement(&folder.unwrap().path())).collect()
}

#[test]
fn this_checkouts_own_page_has_every_step_and_its_change_is_for_the_new_project() {
    let root = workspace::root().unwrap();
    let steps = steps::read(&root).unwrap();
    let page = std::fs::read_to_string(root.join("docs/getting-started.md")).unwrap();
    let shown = markdown::blocks(&page).unwrap().iter().filter(|block| block.language == "html").count();
    assert_eq!(shown, 2 * steps.changes.len(), "each block is to be found or to be written");
    for change in steps.changes {
        let file = root.join("template/placements/details").join(&change.file);
        change.apply(&std::fs::read_to_string(file).unwrap()).unwrap();
    }
}

#[test]
fn no_test_of_the_template_asserts_a_title_that_the_guide_changes() {
    let root = workspace::root().unwrap();
    let title = |code: &str| code.split_once("title=\"").unwrap().1.split_once('"').unwrap().0.to_owned();
    let mut titles: Vec<String> =
        steps::read(&root).unwrap().changes.iter().map(|change| title(&change.find)).collect();
    let placements = placements();
    assert_eq!(placements.len(), 4);
    for (_, app, _) in &placements {
        let headings = app.split("heading=\"").skip(1);
        titles.extend(headings.map(|after| after.split_once('"').unwrap().0.to_owned()));
    }
    assert_eq!(titles.len(), 5, "one of the guide, and the heading of each list: {titles:?}");
    let pages = std::fs::read_to_string(root.join("tests/e2e/template/template.spec.ts")).unwrap();
    for title in &titles {
        let asserted = format!("\"{title}");
        for (placement, _, tests) in &placements {
            // The details placement shows no orders before a customer is open, whatever the list's heading.
            let is_absent = tests.contains(&format!("!html.contains({asserted}\")"));
            assert!(is_absent || !tests.contains(&asserted), "{placement}'s tests assert {title:?}");
        }
        assert!(!pages.contains(&asserted), "template.spec.ts asserts {title:?}");
    }
}

#[test]
fn each_block_of_markdown_has_its_language_its_lines_and_what_stands_before_it() {
    let text = "a\n```sh\none\n\ntwo\n```\nb ```c```\n\n```\nthree\n```\n";
    let block = |language, code, lead| markdown::Block { language, code, lead };
    let blocks = [block("sh", "one\n\ntwo\n", "a"), block("", "three\n", "b ```c```")];
    assert_eq!(markdown::blocks(text).unwrap(), blocks);
}

#[test]
fn what_is_between_the_marks_is_replaced_and_nothing_else() {
    let old = "one\n<!-- a:begin -->\nold\n<!-- a:end -->\ntwo\n<!-- b:begin -->\n<!-- b:end -->\n";
    let root = folder(&[]);
    put(&root, "a.md", old);
    let file = root.path().join("a.md");
    markdown::replace(&file, "a", "new").unwrap();
    assert_eq!(std::fs::read_to_string(&file).unwrap(), old.replace("old", "new"));
    assert!(says(markdown::replace(&file, "c", "new")).contains("<!-- c:begin -->"));
}
