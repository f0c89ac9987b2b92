//! Is every feature explained where the API's documentation begins?

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

/// Returns how many there are.
pub(super) fn check(root: &Path) -> Result<usize> {
    let read = |file: &str| fs::read_to_string(root.join(file)).with_context(|| format!("cannot read {file}"));
    let (manifest, library) = (read("Cargo.toml")?, read("src/lib.rs")?);
    let features = names(&manifest);
    ensure!(!features.is_empty(), "Cargo.toml has no features: adapt xtask/src/test/published/features.rs");
    let missing: Vec<&str> =
        features.iter().copied().filter(|name| !library.contains(&format!("//! | `{name}` |"))).collect();
    ensure!(missing.is_empty(), "the table of features in src/lib.rs lacks {}", missing.join(", "));
    Ok(features.len())
}

/// What `[features]` names, but for `default`.
fn names(manifest: &str) -> Vec<&str> {
    let section = manifest.split("\n[").find_map(|section| section.strip_prefix("features]")).unwrap_or_default();
    section
        .lines()
        .filter(|line| line.starts_with(|character: char| character.is_ascii_lowercase()))
        .filter_map(|line| Some(line.split_once('=')?.0.trim()))
        .filter(|name| *name != "default")
        .collect()
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn features_are_found_with_and_without_lists_of_several_lines() {
        let manifest = "[package]\nname = \"a\"\n\n[features]\ndefault = [\"csr\"]\n## about\ncsr = []\n\
                        testing = [\n    \"dep:b\",\n]\n\n[lib]\nname = \"c\"\n";
        assert_eq!(names(manifest), ["csr", "testing"]);
    }
}
