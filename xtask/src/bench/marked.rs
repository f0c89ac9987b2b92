//! Text between two marks in a page, which a command writes.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// Puts the text between `<!-- name:begin -->` and `<!-- name:end -->`.
pub(super) fn replace(file: &Path, name: &str, text: &str) -> Result<()> {
    let old = fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let new = replaced(&old, name, text)
        .with_context(|| format!("{} lacks the marks <!-- {name}:begin --> and :end: restore them", file.display()))?;
    fs::write(file, new).with_context(|| format!("cannot write {}", file.display()))
}

fn replaced(old: &str, name: &str, text: &str) -> Option<String> {
    let (begin, end) = (format!("<!-- {name}:begin -->"), format!("<!-- {name}:end -->"));
    let (before, rest) = old.split_once(&begin)?;
    let (_, after) = rest.split_once(&end)?;
    Some(format!("{before}{begin}\n{text}\n{end}{after}"))
}

#[cfg(test)]
mod tests {
    use super::replaced;

    #[test]
    fn what_is_between_the_marks_is_replaced_and_nothing_else() {
        let old = "one\n<!-- a:begin -->\nold\n<!-- a:end -->\ntwo\n<!-- b:begin -->\n<!-- b:end -->\n";
        let new = "one\n<!-- a:begin -->\nnew\n<!-- a:end -->\ntwo\n<!-- b:begin -->\n<!-- b:end -->\n";
        assert_eq!(replaced(old, "a", "new").as_deref(), Some(new));
        assert_eq!(replaced(old, "c", "new"), None);
    }
}
