//! Do the relative links in Markdown files lead to something that exists?

use std::fs;
use std::path::Path;

use anyhow::{Result, bail};

/// Fails with every dead link in the files, which are named relative to the root.
pub(super) fn check(root: &Path, files: impl IntoIterator<Item = String>) -> Result<()> {
    let mut dead = Vec::new();
    for file in files {
        let path = root.join(&file);
        let Ok(text) = fs::read_to_string(&path) else {
            dead.push(format!("{file} is missing"));
            continue;
        };
        let folder = path.parent().unwrap_or(root);
        for target in relative_links(&text) {
            if !folder.join(target).exists() {
                dead.push(format!("{file} links to {target}, which is not there"));
            }
        }
    }
    if !dead.is_empty() {
        bail!("Links are dead. Mend them: {}", dead.join("; "));
    }
    Ok(())
}

/// What `[text](target)` points to, without `#fragment`; addresses and links within the text are
/// left out, and so is code.
fn relative_links(text: &str) -> Vec<&str> {
    let mut links = Vec::new();
    let mut in_code = false;
    for line in text.lines() {
        if line.trim_start().starts_with("```") {
            in_code = !in_code;
        } else if !in_code {
            // Between backquotes is code: every second piece.
            for piece in line.split('`').step_by(2) {
                links.extend(targets(piece));
            }
        }
    }
    links
}

fn targets(piece: &str) -> impl Iterator<Item = &str> {
    piece.split("](").skip(1).filter_map(|rest| {
        // `(target "title")`
        let target = rest.split_once(')')?.0.split_whitespace().next()?;
        let path = target.split('#').next()?;
        let elsewhere = path.contains("://") || path.starts_with("mailto:");
        (!path.is_empty() && !elsewhere).then_some(path)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_links_to_files_are_found() {
        let text = "\
See [the house](ARCHITECTURE.md#house), [`src`](src/lib.rs) and ![a picture](static/a.svg \"title\").
[Elsewhere](https://example.com/a) [within](#commands) [mail](mailto:a@example.com) `[code](no.md)`
```md
[in a fence](not-this.md)
```
[after](b.md) and [two](c.md) on a line";
        assert_eq!(relative_links(text), ["ARCHITECTURE.md", "src/lib.rs", "static/a.svg", "b.md", "c.md"]);
    }

    #[test]
    fn a_dead_link_and_a_missing_file_are_named() {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir(root.path().join("docs")).unwrap();
        fs::write(root.path().join("README.md"), "[a](docs) [b](docs/a.md)").unwrap();
        fs::write(root.path().join("docs/a.md"), "[up](../README.md)").unwrap();
        let check = |files: &[&str]| check(root.path(), files.iter().map(|file| (*file).to_owned()));
        assert!(check(&["README.md", "docs/a.md"]).is_ok());

        fs::write(root.path().join("docs/a.md"), "[wrong](README.md)").unwrap();
        let message = check(&["README.md", "docs/a.md", "NEWS.md"]).unwrap_err().to_string();
        assert!(message.contains("docs/a.md links to README.md"), "{message}");
        assert!(message.contains("NEWS.md is missing"), "{message}");
    }
}
