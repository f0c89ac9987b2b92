//! A change that the guide has a newcomer make: this block of code in the place of that one.

use crate::markdown::Block;
use crate::prelude::*;

/// What stands before the block that is to be written.
const WRITE: &str = "and write instead";

/// A block of code that is in a file, and the one to write in its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// The file, below the project.
    pub file: String,
    /// The code to find in it.
    pub find: String,
    /// The code to write in its place.
    pub write: String,
}

impl Change {
    /// The file that is to be changed, if the text before a block says: In `src/app.rs`, find
    pub(super) fn file(lead: &str) -> Result<Option<String>> {
        let find = Regex::new(r"\bIn `([^`]+)`, find$")?;
        Ok(find.captures(lead).map(|found| found[1].to_owned()))
    }

    /// By the two blocks of the page.
    pub(super) fn new(file: String, find: Block<'_>, write: Block<'_>) -> Result<Self> {
        ensure!(
            write.lead == WRITE,
            "before the block to write into {file} the page says {:?}, not {WRITE:?}",
            write.lead
        );
        let text = |block: Block<'_>| block.code.trim_end().to_owned();
        Ok(Self { file, find: text(find), write: text(write) })
    }

    /// The text of the file with the change. The code has to be there once, or nobody knows which one to change.
    pub fn apply(&self, text: &str) -> Result<String> {
        let Self { file, find, write } = self;
        let count = text.matches(find.as_str()).count();
        ensure!(count == 1, "{file} has {count} of `{find}`: the guide has a newcomer find it");
        Ok(text.replacen(find.as_str(), write, 1))
    }
}
