//! A change that the guide asks the reader to make: replace one block of code with another.

use crate::markdown::Block;
use crate::prelude::*;

/// The text before the block to write.
const WRITE: &str = "and write instead";

/// A block of code in a file, and its replacement.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// The file's path in the project.
    pub file: String,
    /// The code to find.
    pub find: String,
    /// The replacement.
    pub write: String,
}

impl Change {
    /// Returns the file to change if the text before a block says: In `src/app.rs`, find
    pub(super) fn file(lead: &str) -> Result<Option<String>> {
        let find = Regex::new(r"\bIn `([^`]+)`, find$")?;
        Ok(find.captures(lead).map(|found| found[1].to_owned()))
    }

    /// Creates the change from the page's two blocks.
    pub(super) fn new(file: String, find: Block<'_>, write: Block<'_>) -> Result<Self> {
        ensure!(
            write.lead == WRITE,
            "before the block to write into {file} the page says {:?}, not {WRITE:?}",
            write.lead
        );
        let text = |block: Block<'_>| block.code.trim_end().to_owned();
        Ok(Self { file, find: text(find), write: text(write) })
    }

    /// Returns the file's text with the change. The code must occur exactly once, or the reader could not know which
    /// one to change.
    pub fn apply(&self, text: &str) -> Result<String> {
        let Self { file, find, write } = self;
        let count = text.matches(find.as_str()).count();
        ensure!(count == 1, "{file} has {count} of `{find}`: the guide asks the reader to find it once");
        Ok(text.replacen(find.as_str(), write, 1))
    }
}
