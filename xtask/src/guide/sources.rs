//! What mdBook would not notice in the guide's sources.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::fences::fences;
use super::pages::pages;

/// Fails with everything that is wrong with the pages in this folder.
pub(super) fn check(root: &Path, folder: &Path) -> Result<()> {
    let read = |path: &Path| fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()));
    let summary = read(&folder.join("SUMMARY.md"))?;
    let mut wrong = Vec::new();
    for page in pages(folder, "md")? {
        let name = page.strip_prefix(folder).unwrap_or(&page).to_string_lossy().replace('\\', "/");
        if name == "SUMMARY.md" {
            continue;
        }
        if !summary.contains(&format!("]({name})")) {
            wrong.push(format!("{name} is no chapter: name it in SUMMARY.md"));
        }
        let parent = page.parent().unwrap_or(folder);
        wrong.extend(mistakes(&read(&page)?, parent, root).into_iter().map(|mistake| format!("{name}: {mistake}")));
    }
    if !wrong.is_empty() {
        bail!("The guide is not right. Mend it: {}", wrong.join("; "));
    }
    Ok(())
}

/// Parts that are not there, and Rust that nobody compiles.
fn mistakes(text: &str, parent: &Path, root: &Path) -> Vec<String> {
    let included = text.lines().filter_map(include).filter_map(|target| missing(target, parent, root));
    let unproved = fences(text)
        .into_iter()
        // Any other Rust is compiled, by `examples/recipes/src/guide.rs`.
        .filter(|fence| fence.language.starts_with("rust,ignore"))
        .filter(|fence| !matches!(fence.lines.as_slice(), [line] if include(line).is_some()))
        .map(|fence| format!("`{}` is not compiled: take it from a recipe", fence.lines.join(" ")));
    included.chain(unproved).collect()
}

/// `path:anchor` of a line that includes something.
fn include(line: &str) -> Option<&str> {
    line.trim().strip_prefix("{{#include ")?.strip_suffix("}}")
}

/// What is wrong with an included part.
fn missing(target: &str, parent: &Path, root: &Path) -> Option<String> {
    let (path, anchor) = match target.split_once(':') {
        Some((path, anchor)) => (path, Some(anchor)),
        None => (target, None),
    };
    let Ok(text) = fs::read_to_string(parent.join(path)) else {
        return Some(format!("{path} is not there, looked for from {}", parent.strip_prefix(root).ok()?.display()));
    };
    let anchor = anchor?;
    let has = |mark: &str| text.lines().any(|line| line.trim().ends_with(&format!("{mark}: {anchor}")));
    (!has("ANCHOR") || !has("ANCHOR_END")).then(|| format!("{path} has no part `{anchor}`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guide(files: &[(&str, &str)]) -> Result<(), String> {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir(root.path().join("docs")).unwrap();
        fs::write(root.path().join("lib.rs"), "// ANCHOR: part\nfn part() {}\n// ANCHOR_END: part\n").unwrap();
        for (name, text) in files {
            fs::write(root.path().join("docs").join(name), text).unwrap();
        }
        check(root.path(), &root.path().join("docs")).map_err(|error| error.to_string())
    }

    fn page(text: &str) -> Result<(), String> {
        guide(&[("SUMMARY.md", "[A](a.md)"), ("a.md", text)])
    }

    #[test]
    fn parts_that_are_there_are_fine_and_so_is_rust_that_is_compiled() {
        page("```rust,ignore\n{{#include ../lib.rs:part}}\n```\n```rust\nlet a = 1;\n```\n").unwrap();
        page("```toml\n{{#include ../lib.rs}}\n```\n").unwrap();
    }

    #[test]
    fn what_mdbook_would_leave_out_without_a_word_is_named() {
        let says = |text: &str| page(text).unwrap_err();
        assert!(says("{{#include ../lib.rs:other}}").contains("a.md: ../lib.rs has no part `other`"));
        assert!(says("{{#include ../none.rs:part}}").contains("a.md: ../none.rs is not there, looked for from docs"));
        let says = guide(&[("SUMMARY.md", "[A](a.md)"), ("a.md", ""), ("b.md", "")]).unwrap_err();
        assert!(says.ends_with("b.md is no chapter: name it in SUMMARY.md"), "{says}");
    }

    #[test]
    fn rust_that_nobody_compiles_is_refused() {
        let says = page("```rust,ignore\nlet a: u8 = \"\";\n```\n").unwrap_err();
        assert!(says.ends_with("a.md: `let a: u8 = \"\";` is not compiled: take it from a recipe"), "{says}");
    }
}
