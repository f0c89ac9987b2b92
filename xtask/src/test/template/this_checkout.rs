//! A new project takes the framework from its repository. Here it shall take this checkout's.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use crate::workspace;

/// What the template takes from the repository, and where each is in this checkout.
const CRATES: [(&str, &str); 4] = [
    ("livechat-protocol", "protocol"),
    ("yew-livechat", ""),
    ("yew-livechat-components", "components"),
    ("yew-livechat-simulator", "simulator"),
];

/// Replaces the repository by this checkout in every manifest, and starts from its lock file.
///
/// A `[patch]` would be shorter, but Cargo then still clones the repository first.
pub(super) fn use_this_checkout(folder: &Path) -> Result<()> {
    let root = workspace::root()?;
    let mut replaced = 0;
    for manifest in manifests(folder)? {
        let text = fs::read_to_string(&manifest).with_context(|| format!("cannot read {}", manifest.display()))?;
        let (text, count) = with_paths(&text, &root);
        replaced += count;
        fs::write(&manifest, text).with_context(|| format!("cannot write {}", manifest.display()))?;
    }
    ensure!(
        replaced > 0,
        "the template does not take yew-livechat by `git = \"…\"`: adapt xtask/src/test/template/this_checkout.rs"
    );
    let lock = folder.join("Cargo.lock");
    if !lock.exists() {
        // The versions that are built already, and not those published this morning.
        fs::copy(root.join("Cargo.lock"), &lock).context("cannot copy Cargo.lock")?;
    }
    Ok(())
}

/// Every Cargo.toml in the folder.
fn manifests(folder: &Path) -> Result<Vec<PathBuf>> {
    let unreadable = || format!("cannot read the folder {}", folder.display());
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).with_context(unreadable)? {
        let path = entry.with_context(unreadable)?.path();
        if path.is_dir() {
            found.extend(manifests(&path)?);
        } else if path.file_name().is_some_and(|name| name == "Cargo.toml") {
            found.push(path);
        }
    }
    Ok(found)
}

/// The manifest with our crates taken from the checkout, and how many lines that changed.
/// Understands `name = { git = "…", tag = "…", … }`, one line a dependency.
fn with_paths(manifest: &str, root: &Path) -> (String, usize) {
    let mut replaced = 0;
    let mut text = String::new();
    for line in manifest.lines() {
        match line_with_path(line, root) {
            Some(line) => {
                replaced += 1;
                text.push_str(&line);
            }
            None => text.push_str(line),
        }
        text.push('\n');
    }
    (text, replaced)
}

fn line_with_path(line: &str, root: &Path) -> Option<String> {
    let (name, value) = line.split_once('=')?;
    let (_, folder) = CRATES.iter().find(|(krate, _)| *krate == name.trim())?;
    let rest = value.split_once('{')?.1;
    let from_git = key(rest, "git")?;
    // Which commit of it: means nothing without `git`.
    let rest = ["tag", "branch", "rev"]
        .iter()
        .filter_map(|name| key(rest, name))
        .fold(rest.to_owned(), |rest, key| rest.replace(&format!("{key}, "), "").replace(&format!(", {key}"), ""));
    let path = serde_json::json!(root.join(folder));
    let rest = rest.replace(from_git, &format!("path = {path}"));
    Some(format!("{name}= {{{rest}"))
}

/// `name = "value"`, as it is written in an inline table.
fn key<'a>(table: &'a str, name: &str) -> Option<&'a str> {
    let start = table.find(&format!("{name} = \""))?;
    let key = table.get(start..)?;
    let value = key.find('"')? + 1;
    let end = value + key.get(value..)?.find('"')? + 1;
    key.get(..end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_crates_come_from_the_checkout_and_others_stay() {
        let manifest = r#"
[dependencies]
serde = { version = "1", features = ["derive"] }
yew-livechat = { git = "https://example.com/repo", tag = "v0.1.0", features = ["csr"] }
yew-livechat-components = { git = "https://example.com/repo", branch = "main" }
other = { git = "https://example.com/repo" }
[dev-dependencies]
yew-livechat = { features = ["testing"], git = "https://example.com/repo" }
"#;
        let (text, count) = with_paths(manifest, Path::new("/checkout"));
        assert_eq!(count, 3);
        assert_eq!(
            text,
            r#"
[dependencies]
serde = { version = "1", features = ["derive"] }
yew-livechat = { path = "/checkout/", features = ["csr"] }
yew-livechat-components = { path = "/checkout/components" }
other = { git = "https://example.com/repo" }
[dev-dependencies]
yew-livechat = { features = ["testing"], path = "/checkout/" }
"#
        );
    }
}
