//! Finds files.

use walkdir::WalkDir;

use crate::prelude::*;

/// Folders with build output or installed packages.
const FOREIGN: [&str; 4] = [".git", "dist", "node_modules", "target"];

/// Returns every file below the folder, sorted, except in folders with build output or installed packages.
pub fn below(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = WalkDir::new(folder)
        .into_iter()
        .filter_entry(|entry| entry.depth() == 0 || !FOREIGN.iter().any(|name| entry.file_name() == *name));
    let mut files = Vec::new();
    for entry in entries {
        let entry = entry?;
        if !entry.file_type().is_dir() {
            files.push(entry.into_path());
        }
    }
    files.sort();
    Ok(files)
}

/// Returns the files with this extension.
pub fn with_extension(folder: &Path, extension: &str) -> Result<Vec<PathBuf>> {
    let mut files = below(folder)?;
    files.retain(|file| file.extension().is_some_and(|own| own == extension));
    Ok(files)
}
