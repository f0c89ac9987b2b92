//! Copies of code in the guide's pages: `<!-- copy of examples/a.rs:part -->`, and a block of code.
//!
//! mdBook could include the code when it builds the book. But most people read the pages in the repository, which shows
//! an include as a line in braces.

use crate::prelude::*;

/// The beginning of the line before a copied block.
pub(crate) const MARK: &str = "<!-- copy of ";

/// Returns the page's text with every copy updated from its source.
pub fn renewed(page: &str, root: &Path) -> Result<String> {
    let copy = Regex::new(
        r"(?ms)^(?P<mark><!-- copy of (?P<file>[^\s:]+)(?::(?P<part>\S+))? -->\n```[^\n`]*\n)(?P<code>.*?)^```[ \t]*$",
    )?;
    let mut renewed = String::new();
    let (mut end, mut count) = (0, 0);
    for found in copy.captures_iter(page) {
        let file = &found["file"];
        let source = fs::read_to_string(root.join(file))?;
        let code = match found.name("part") {
            Some(part) => self::part(&source, part.as_str()).with_context(|| {
                let part = part.as_str();
                format!("{file} has no part `{part}`: put it between `ANCHOR: {part}` and `ANCHOR_END: {part}`")
            })?,
            None => without_marks(&source),
        };
        ensure!(
            !code.contains("```"),
            "{file} has three backquotes, which end the block of code that it is copied into"
        );
        let old = found.name("code").context("a copy has no code")?.range();
        renewed.extend([page.get(end..old.start).unwrap_or_default(), &code]);
        (end, count) = (old.end, count + 1);
    }
    renewed.push_str(page.get(end..).unwrap_or_default());
    let marks = page.matches(MARK).count();
    ensure!(count == marks, "{marks} marks begin with `{MARK}`, and only {count} are right before a block of code");
    Ok(renewed)
}

/// Returns the lines between the marks of a part, without the marks of nested parts.
fn part(source: &str, name: &str) -> Option<String> {
    let is = |line: &&str, mark: &str| line.trim().ends_with(&format!("{mark}: {name}"));
    let mut lines = source.lines();
    lines.find(|line| is(line, "ANCHOR"))?;
    let lines: Vec<&str> = lines.collect();
    let end = lines.iter().position(|line| is(line, "ANCHOR_END"))?;
    Some(without_marks(&lines.get(..end)?.join("\n")))
}

/// Returns the code without marks and without common indentation.
fn without_marks(code: &str) -> String {
    let lines: Vec<&str> =
        code.lines().filter(|line| !line.contains("ANCHOR: ") && !line.contains("ANCHOR_END: ")).collect();
    let indents = lines.iter().filter(|line| !line.trim().is_empty()).map(|line| line.len() - line.trim_start().len());
    let indent = indents.min().unwrap_or_default();
    lines.iter().map(|line| format!("{}\n", line.get(indent..).unwrap_or_default())).collect()
}
