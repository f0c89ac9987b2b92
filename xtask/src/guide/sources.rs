//! What mdBook would not notice in the guide's sources.

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
        let mistakes = mistakes(&fs::read_to_string(&page)?, page.parent().unwrap_or(&folder))?;
        wrong.extend(mistakes.into_iter().map(|mistake| format!("{name}: {mistake}")));
    }
    if !wrong.is_empty() {
        bail!("The guide is not right. Fix it: {}", wrong.join("; "));
    }
    Ok(())
}

/// Parts that are not there, and Rust that nobody compiles.
fn mistakes(text: &str, folder: &Path) -> Result<Vec<String>> {
    let mut mistakes = Vec::new();
    let include = Regex::new(r"\{\{#include ([^:}]+)(?::([^}]+))?\}\}")?;
    for found in include.captures_iter(text) {
        let (path, part) = (&found[1], found.get(2));
        let included = fs::read_to_string(folder.join(path));
        match (included, part.map(|part| part.as_str())) {
            (Err(_), _) => mistakes.push(format!("{path} is not there")),
            (Ok(included), Some(part)) => {
                let has = |mark: &str| included.lines().any(|line| line.trim().ends_with(&format!("{mark}: {part}")));
                if !has("ANCHOR") || !has("ANCHOR_END") {
                    mistakes.push(format!("{path} has no part `{part}`"));
                }
            }
            (Ok(_), None) => {}
        }
    }
    for Block { language, code, .. } in blocks(text)? {
        // Any other Rust is compiled, by `examples/recipes/src/guide.rs`.
        let is_include = include.find(code.trim()).is_some_and(|found| found.as_str() == code.trim());
        if language.starts_with("rust,ignore") && !is_include {
            mistakes.push(format!("`{}` is not compiled: take it from a recipe", code.trim()));
        }
    }
    Ok(mistakes)
}
