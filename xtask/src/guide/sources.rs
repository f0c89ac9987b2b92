//! What mdBook would not notice in the guide's sources.

use crate::copies::snippets;
use crate::markdown::{Block, blocks};
use crate::prelude::*;

/// Fails with everything that is wrong with the pages.
pub fn check(root: &Path) -> Result<()> {
    let folder = root.join("docs");
    let summary = fs::read_to_string(folder.join("SUMMARY.md"))?;
    let mut wrong = Vec::new();
    for page in super::texts(root)? {
        let name = page.strip_prefix(&folder)?.to_string_lossy().replace('\\', "/");
        if name != "SUMMARY.md" && !summary.contains(&format!("]({name})")) {
            wrong.push(format!("{name} is no chapter: name it in SUMMARY.md"));
        }
        let mistakes = mistakes(&fs::read_to_string(&page)?)?;
        wrong.extend(mistakes.into_iter().map(|mistake| format!("{name}: {mistake}")));
    }
    if !wrong.is_empty() {
        bail!("The guide is not right. Fix it: {}", wrong.join("; "));
    }
    Ok(())
}

/// Code that only mdBook would show, and Rust that nobody compiles.
fn mistakes(text: &str) -> Result<Vec<String>> {
    let mut mistakes = Vec::new();
    let include = Regex::new(r"\{\{#include ([^}]+)\}\}")?;
    for found in include.captures_iter(text) {
        mistakes.push(format!(
            "only mdBook shows what {} includes: write `{}path:part -->` and a block of code, and run `cargo xtask copies`",
            &found[1],
            snippets::MARK
        ));
    }
    for Block { language, code, lead } in blocks(text)? {
        // Any other Rust is compiled, by `examples/recipes/src/guide.rs`.
        if language.starts_with("rust,ignore") && !lead.starts_with(snippets::MARK) {
            mistakes.push(format!("`{}` is not compiled: take it from a recipe", code.trim()));
        }
    }
    Ok(mistakes)
}
