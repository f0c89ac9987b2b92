//! Files that stand twice: in this project, and in the template.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

/// What the template has copies of: a project made from it has no other way to them.
const COPIES: [&str; 4] = ["static/icon.svg", "static/prelude.js", "static/start.js", "static/yew-livechat.css"];

/// Fails, with what to do, if a copy is not what it is a copy of.
pub(super) fn check(root: &Path) -> Result<()> {
    for file in COPIES {
        let read = |path: PathBuf| fs::read(&path).with_context(|| format!("cannot read {}", path.display()));
        ensure!(
            read(root.join(file))? == read(root.join("template").join(file))?,
            "template/{file} is not what {file} is: copy it there"
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_that_lags_behind_is_refused() {
        let root = tempfile::tempdir().unwrap();
        for file in COPIES {
            for path in [root.path().join(file), root.path().join("template").join(file)] {
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, file).unwrap();
            }
        }
        check(root.path()).unwrap();
        fs::write(root.path().join(COPIES[1]), "newer").unwrap();
        let refusal = check(root.path()).unwrap_err().to_string();
        assert_eq!(refusal, "template/static/prelude.js is not what static/prelude.js is: copy it there");
    }
}
