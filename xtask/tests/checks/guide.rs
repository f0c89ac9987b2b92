//! What is read of the guide's sources.

use crate::{folder, put, says};
use xtask::guide::commands::{self, Commands};
use xtask::{guide::sources, markdown, workspace};

fn page(text: &str) -> anyhow::Result<()> {
    let root = folder(&[
        ("lib.rs", "// ANCHOR: part\nfn part() {}\n// ANCHOR_END: part\n"),
        ("docs/SUMMARY.md", "[A](a.md)"),
        ("docs/a.md", text),
    ]);
    sources::check(root.path())
}

#[test]
fn parts_that_are_there_are_fine_and_so_is_rust_that_is_compiled() {
    page("```rust,ignore\n{{#include ../lib.rs:part}}\n```\n```rust\nlet a = 1;\n```\n").unwrap();
    page("```toml\n{{#include ../lib.rs}}\n```\n").unwrap();
}

#[test]
fn what_mdbook_would_leave_out_without_a_word_is_named() {
    let parts = [
        ("{{#include ../lib.rs:other}}", "a.md: ../lib.rs has no part `other`"),
        ("{{#include ../none.rs:part}}", "a.md: ../none.rs is not there"),
    ];
    for (text, wrong) in parts {
        assert!(says(page(text)).contains(wrong));
    }
    let root = folder(&[("docs/SUMMARY.md", "[A](a.md)"), ("docs/a.md", ""), ("docs/b.md", "")]);
    assert!(says(sources::check(root.path())).ends_with("b.md is no chapter: name it in SUMMARY.md"));
}

#[test]
fn rust_that_nobody_compiles_is_refused() {
    let message = says(page("```rust,ignore\nlet a: u8 = \"\";\n```\n"));
    assert!(message.ends_with("a.md: `let a: u8 = \"\";` is not compiled: take it from a recipe"), "{message}");
}

const EXAMPLE: &str = "\
Once:
```sh
cargo install --locked trunk@1.2.3
```
```sh
cargo generate https://example.com/repo --name my-app --define placement=details
cd my-app
```
```toml
not = \"a command\"
```
```sh
trunk serve
cargo test
cargo test --target wasm32-unknown-unknown

trunk build --release
```
";

fn commands(page: &str) -> anyhow::Result<Commands> {
    commands::read(folder(&[("docs/getting-started.md", page)]).path())
}

#[test]
fn commands_are_found_in_the_page() {
    assert_eq!(
        commands(EXAMPLE).unwrap(),
        Commands {
            generate: "cargo generate https://example.com/repo --name my-app --define placement=details".to_owned(),
            folder: "my-app".to_owned(),
            serve: "trunk serve".to_owned(),
            test: vec!["cargo test".to_owned(), "cargo test --target wasm32-unknown-unknown".to_owned()],
            build: "trunk build --release".to_owned(),
            install: vec!["cargo install --locked trunk@1.2.3".to_owned()],
        }
    );
}

#[test]
fn a_page_without_a_command_that_a_newcomer_needs_is_refused() {
    for command in ["cargo generate", "cd", "trunk serve", "trunk build", "cargo test"] {
        let lines: Vec<&str> = EXAMPLE.lines().filter(|line| !line.starts_with(command)).collect();
        assert!(says(commands(&lines.join("\n"))).ends_with(&format!("there is no `{command}`")));
    }
    assert!(commands("no commands at all").is_err());
    assert!(commands(&EXAMPLE.replace("```sh", "```console")).is_err());
}

#[test]
fn a_command_that_cannot_be_tried_is_refused() {
    for command in ["make", "cargo test && rm -r /", "cargo run 'a b'", "trunk serve --open"] {
        assert!(commands(&format!("{EXAMPLE}```sh\n{command}\n```\n")).is_err(), "{command}");
    }
}

#[test]
fn this_checkouts_own_page_has_them_all_and_what_a_newcomer_is_to_change_is_in_the_new_project() {
    let root = workspace::root().unwrap();
    commands::read(&root).unwrap();
    let page = std::fs::read_to_string(root.join("docs/getting-started.md")).unwrap();
    let app = std::fs::read_to_string(root.join("template/placements/details/src/app.rs")).unwrap();
    let mut shown = markdown::blocks(&page).unwrap();
    shown.retain(|(language, _)| *language == "html");
    assert_eq!(shown.len(), 1);
    assert!(app.contains(shown[0].1), "{shown:?}");
}

#[test]
fn each_block_of_markdown_has_its_language_and_its_lines() {
    let text = "a\n```sh\none\n\ntwo\n```\nb ```c```\n```\nthree\n```\n";
    assert_eq!(markdown::blocks(text).unwrap(), [("sh", "one\n\ntwo\n"), ("", "three\n")]);
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
