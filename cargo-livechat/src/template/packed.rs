//! All files of `template/` in one file: Cargo leaves folders with a `Cargo.toml`, such as `template/components/`, out of a package.
//!
//! `cargo xtask copies` writes the file, and a test compares it with the folder.

use crate::prelude::*;

/// What introduces a file: this, its path, and its length in bytes.
const MARK: &str = "=== ";

/// Packs these files, given by path and content.
pub fn pack(files: &[(String, String)]) -> String {
    let mut packed = "The files of template/, written by `cargo xtask copies`.\n".to_owned();
    for (path, text) in files {
        packed.push_str(&format!("{MARK}{path} {}\n{text}\n", text.len()));
    }
    packed
}

/// Returns the path and content of each packed file.
pub fn unpack(packed: &str) -> Result<Vec<(&str, &str)>> {
    let (_, mut rest) = packed.split_once('\n').context("the packed template is empty")?;
    let mut files = Vec::new();
    while !rest.is_empty() {
        let file = || -> Option<(&str, &str, &str)> {
            let (head, after) = rest.strip_prefix(MARK)?.split_once('\n')?;
            let (path, length) = head.rsplit_once(' ')?;
            let (text, after) = after.split_at_checked(length.parse().ok()?)?;
            Some((path, text, after.strip_prefix('\n')?))
        };
        let (path, text, after) = file().context("the packed template is damaged; run `cargo xtask copies`")?;
        files.push((path, text));
        rest = after;
    }
    Ok(files)
}
