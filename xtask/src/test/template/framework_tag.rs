//! A generated project uses a release of the framework, by its tag, and not the latest commit.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

/// The release that belongs to this checkout.
const TAG: &str = concat!("v", env!("CARGO_PKG_VERSION"));

/// Where the template depends on this repository.
const MANIFESTS: [&str; 2] = ["template/Cargo.toml", "template/components/Cargo.toml"];

/// Where `cargo generate` is told from which release to take the template.
const PAGES: [&str; 2] = ["docs/getting-started.md", "README.md"];

/// Fails, with what to do, unless template and guide name the workspace's version.
pub(super) fn check(root: &Path) -> Result<()> {
    let read = |file: &str| fs::read_to_string(root.join(file)).with_context(|| format!("cannot read {file}"));
    for file in MANIFESTS {
        let text = read(file)?;
        check_lines(file, text.lines().filter(|line| line.contains("git = \"")), &format!("tag = \"{TAG}\""))?;
    }
    for file in PAGES {
        let text = read(file)?;
        check_lines(file, text.lines().filter(|line| line.starts_with("cargo generate ")), &format!("--tag {TAG} "))?;
    }
    Ok(())
}

fn check_lines<'a>(file: &str, lines: impl Iterator<Item = &'a str>, tag: &str) -> Result<()> {
    let mut lines = lines.peekable();
    ensure!(lines.peek().is_some(), "{file} does not name this repository: adapt {}", file!());
    for line in lines {
        ensure!(line.contains(tag), "`{line}` in {file} is not for this version: write `{}` there", tag.trim());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_template_and_the_guide_name_the_tag_of_the_workspace_version() {
        check(&crate::workspace::root().unwrap()).unwrap();
    }

    #[test]
    fn a_branch_or_another_release_is_refused() {
        for line in
            [r#"a = { git = "g" }"#, r#"a = { git = "g", branch = "main" }"#, r#"a = { git = "g", tag = "v0.0.1" }"#]
        {
            let refusal = check_lines("Cargo.toml", [line].into_iter(), r#"tag = "v1.2.3""#).unwrap_err().to_string();
            assert_eq!(
                refusal,
                format!(r#"`{line}` in Cargo.toml is not for this version: write `tag = "v1.2.3"` there"#)
            );
        }
        let refusal = check_lines("Cargo.toml", [].into_iter(), "tag").unwrap_err().to_string();
        assert!(refusal.starts_with("Cargo.toml does not name this repository"), "{refusal}");
    }
}
