//! Every feature is explained on the first page of the API documentation.

use anyhow::{Result, ensure};
use fs_err as fs;
use std::path::Path;

/// Returns the number of features.
pub(super) fn check(root: &Path) -> Result<usize> {
    let (manifest, library) =
        (fs::read_to_string(root.join("Cargo.toml"))?, fs::read_to_string(root.join("src/lib.rs"))?);
    let features = names(&manifest);
    ensure!(!features.is_empty(), "Cargo.toml has no features: adapt {}", file!());
    for name in &features {
        ensure!(library.contains(&format!("//! | `{name}` |")), "the table of features in src/lib.rs lacks {name}");
    }
    Ok(features.len())
}

/// Returns the names in `[features]`, except `default`.
fn names(manifest: &str) -> Vec<&str> {
    let section = manifest.split("\n[").find_map(|section| section.strip_prefix("features]")).unwrap_or_default();
    let lines = section.lines().filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()));
    lines.filter_map(|line| Some(line.split_once('=')?.0.trim())).filter(|name| *name != "default").collect()
}
