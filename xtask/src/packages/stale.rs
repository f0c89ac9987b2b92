//! Packages of an earlier run.
//!
//! For a dry run of several crates Cargo makes a registry of its own in the target folder, and unpacks what it takes from
//! there beside all other crates, in Cargo's home. What it finds unpacked there under the same name and version it takes for
//! the same, though the sources have changed since.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::PUBLISHED;

/// Removes what was unpacked from such a registry, and only that.
pub(super) fn remove() -> Result<()> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")));
    let home = home.context("cannot tell where Cargo's home is: set CARGO_HOME")?;
    for kind in ["src", "cache"] {
        remove_from(&home.join("registry").join(kind))?;
    }
    Ok(())
}

fn remove_from(folder: &Path) -> Result<()> {
    for registry in fs::read_dir(folder).into_iter().flatten().flatten() {
        // One in a folder has no host that its name could begin with.
        if !registry.file_name().to_string_lossy().starts_with('-') {
            continue;
        }
        for package in fs::read_dir(registry.path()).into_iter().flatten().flatten() {
            let (name, path) = (package.file_name().to_string_lossy().into_owned(), package.path());
            let is_ours = PUBLISHED.iter().any(|ours| {
                name.strip_prefix(&format!("{ours}-"))
                    .is_some_and(|version| version.starts_with(|c: char| c.is_ascii_digit()))
            });
            if is_ours {
                let removed = if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
                removed.with_context(|| format!("cannot remove {}: remove it yourself", path.display()))?;
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_crates_from_a_registry_in_a_folder_are_removed() {
        let folder = tempfile::tempdir().unwrap();
        let kept = ["index.example-1/yew-livechat-0.1.0", "-1/yew-0.23.0", "-1/yew-livechat-extra-0.1.0"];
        let removed = ["-1/yew-livechat-0.1.0", "-1/livechat-protocol-0.2.0"];
        for path in kept.iter().chain(&removed) {
            fs::create_dir_all(folder.path().join(path)).unwrap();
        }
        fs::write(folder.path().join("-1/yew-livechat-0.1.0.crate"), "").unwrap();
        remove_from(folder.path()).unwrap();
        assert!(kept.iter().all(|path| folder.path().join(path).exists()));
        assert!(removed.iter().all(|path| !folder.path().join(path).exists()));
        assert!(!folder.path().join("-1/yew-livechat-0.1.0.crate").exists());
    }
}
