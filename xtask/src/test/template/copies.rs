//! Files that stand twice: in this project, and in the template.

use crate::prelude::*;

/// What the template has copies of: a project made from it has no other way to them.
pub const COPIES: [&str; 4] = ["static/icon.svg", "static/prelude.js", "static/start.js", "static/yew-livechat.css"];

/// Fails, with what to do, if a copy is not what it is a copy of.
pub fn check(root: &Path) -> Result<()> {
    for file in COPIES {
        let is_same = fs::read(root.join(file))? == fs::read(root.join("template").join(file))?;
        ensure!(is_same, "template/{file} is not what {file} is: copy it there");
    }
    Ok(())
}
