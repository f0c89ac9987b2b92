//! A Cargo workspace that somebody has already, in which a project is generated.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

/// It has members, so that cargo-generate would add the project to them; a workspace inside another is an error to Cargo.
const MANIFEST: &str = "[workspace]\nresolver = \"3\"\n# A comment, which would be lost.\nmembers = []\n";

/// The folder of a workspace.
pub(super) struct OtherWorkspace {
    folder: PathBuf,
}

impl OtherWorkspace {
    /// Makes the folder, with a manifest and no members.
    pub(super) fn new(folder: &Path) -> Result<Self> {
        let made = Self { folder: folder.to_path_buf() };
        fs::create_dir_all(folder)
            .and_then(|()| fs::write(made.manifest(), MANIFEST))
            .with_context(|| format!("cannot make a workspace in {}", folder.display()))?;
        Ok(made)
    }

    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Fails if the workspace has become another.
    pub(super) fn check_unchanged(&self) -> Result<()> {
        let manifest = self.manifest();
        let text = fs::read_to_string(&manifest).with_context(|| format!("cannot read {}", manifest.display()))?;
        ensure!(
            text == MANIFEST,
            "cargo-generate has added the project to the workspace around it: have the guide say `--no-workspace`"
        );
        Ok(())
    }

    fn manifest(&self) -> PathBuf {
        self.folder.join("Cargo.toml")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_workspace_that_was_given_a_member_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let workspace = OtherWorkspace::new(folder.path()).unwrap();
        workspace.check_unchanged().unwrap();
        fs::write(folder.path().join("Cargo.toml"), "[workspace]\nmembers = [\"my-extension\"]\n").unwrap();
        assert!(workspace.check_unchanged().is_err());
    }
}
