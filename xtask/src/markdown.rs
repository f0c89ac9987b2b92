//! Reads and writes parts of Markdown files.

use crate::prelude::*;

/// The blocks of code in a text, in order: what follows the first backquotes, such as `rust,ignore`, and the code.
pub fn blocks(text: &str) -> Result<Vec<(&str, &str)>> {
    let block = Regex::new(r"(?ms)^[ \t]*```([^\n`]*)\n(.*?)^[ \t]*```[ \t]*$")?;
    let found = block.captures_iter(text).map(|found| found.extract());
    Ok(found.map(|(_, [language, code])| (language.trim(), code)).collect())
}

/// Puts a text between `<!-- name:begin -->` and `<!-- name:end -->` in a file.
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
