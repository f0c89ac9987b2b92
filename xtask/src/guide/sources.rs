//! Mistakes in the guide's sources that mdBook would not notice.

use crate::copies::snippets;
use crate::markdown::{Block, blocks};
use crate::prelude::*;

/// Fails with all mistakes of the pages.
pub fn check(root: &Path) -> Result<()> {
    let folder = root.join("docs");
    let summary = fs::read_to_string(folder.join("SUMMARY.md"))?;
    let mut wrong = Vec::new();
    for page in super::texts(root)? {
        let name = page.strip_prefix(&folder)?.to_string_lossy().replace('\\', "/");
        if name != "SUMMARY.md" && !summary.contains(&format!("]({name})")) {
            wrong.push(format!("{name} is not a chapter: add it to SUMMARY.md"));
        }
        let mistakes = mistakes(&fs::read_to_string(&page)?)?;
        wrong.extend(mistakes.into_iter().map(|mistake| format!("{name}: {mistake}")));
    }
    if !wrong.is_empty() {
        bail!("The guide has mistakes. Fix them: {}", wrong.join("; "));
    }
    Ok(())
}

/// Finds code that only mdBook would show, and Rust that is not compiled.
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
        // `examples/recipes/src/guide.rs` compiles any other Rust code.
        if language.starts_with("rust,ignore") && !lead.starts_with(snippets::MARK) {
            mistakes.push(format!("`{}` is not compiled: take it from a recipe", code.trim()));
        }
    }
    Ok(mistakes)
}
