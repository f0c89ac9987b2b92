//! Reads and writes parts of Markdown files.

use crate::prelude::*;

/// A block of code.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Block<'a> {
    /// The info string, such as `rust,ignore`.
    pub language: &'a str,
    /// Its lines.
    pub code: &'a str,
    /// The last non-empty line before it, which introduces it.
    pub lead: &'a str,
}

/// Returns the code blocks of a text, in order.
pub fn blocks(text: &str) -> Result<Vec<Block<'_>>> {
    let block = Regex::new(r"(?ms)^[ \t]*```([^\n`]*)\n(.*?)^[ \t]*```[ \t]*$")?;
    let mut blocks = Vec::new();
    for found in block.captures_iter(text) {
        let (_, [language, code]) = found.extract();
        let before = found.get(0).and_then(|all| text.get(..all.start())).unwrap_or_default();
        let lead = before.lines().rev().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
        blocks.push(Block { language: language.trim(), code, lead });
    }
    Ok(blocks)
}

/// Replaces the text between `<!-- name:begin -->` and `<!-- name:end -->` in a file.
pub fn replace(file: &Path, name: &str, text: &str) -> Result<()> {
    let new = replaced(&fs::read_to_string(file)?, name, text)
        .with_context(|| format!("{} lacks the marks <!-- {name}:begin --> and :end: restore them", file.display()))?;
    Ok(fs::write(file, new)?)
}

fn replaced(old: &str, name: &str, text: &str) -> Option<String> {
    let (begin, end) = (format!("<!-- {name}:begin -->"), format!("<!-- {name}:end -->"));
    let (before, rest) = old.split_once(&begin)?;
    let (_, after) = rest.split_once(&end)?;
    Some(format!("{before}{begin}\n{text}\n{end}{after}"))
}
