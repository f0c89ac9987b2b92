//! `cargo generate`, the way a newcomer calls it, and the way one calls it wrongly.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use xshell::{Shell, cmd};

use crate::process::{self, Ended};
use crate::tools::pinned::with_programs_from;
use crate::workspace;

/// What is not part of the repository: built, or installed.
const FOREIGN: [&str; 4] = [".git", "dist", "node_modules", "target"];

/// Names and placements that are refused, and what the refusal says.
const REFUSED: [(&str, &str, &str); 5] = [
    ("2fast", "details", r#"Cargo takes no package called "2fast": begin with a letter"#),
    ("my app", "details", r#"Cargo takes no package called "my app": begin with a letter"#),
    ("übung", "details", r#"Cargo takes no package called "übung": begin with a letter"#),
    ("components", "details", r#"called "components": choose another name"#),
    ("my-extension", "sidebar", r#"There is no placement "sidebar": remove"#),
];

/// The repository as a clone of it would be, with what is not committed yet. Projects are made from
/// the whole of it, because that is what a newcomer names: which folder is the template, cargo-generate has to find.
pub(super) fn repository(at: &Path) -> Result<()> {
    copy(&workspace::root()?, at)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    let cannot = || format!("cannot copy {} to {}: is the disk full?", from.display(), to.display());
    fs::create_dir_all(to).with_context(cannot)?;
    for entry in fs::read_dir(from).with_context(cannot)? {
        let entry = entry.with_context(cannot)?;
        let (path, copied) = (entry.path(), to.join(entry.file_name()));
        if FOREIGN.iter().any(|name| entry.file_name() == *name) {
            continue;
        }
        if entry.file_type().with_context(cannot)?.is_dir() {
            copy(&path, &copied)?;
        } else {
            fs::copy(&path, &copied).with_context(cannot)?;
        }
    }
    Ok(())
}

/// Makes a project in a folder of its own below `parent`, and returns that.
pub(super) fn project(
    shell: &Shell,
    programs: &[PathBuf],
    repository: &Path,
    parent: &Path,
    (name, placement): (&str, &str),
) -> Result<PathBuf> {
    let ended = cargo_generate(shell, programs, repository, parent, (name, placement))?;
    ensure!(ended.status.success(), "cargo-generate has made no project {name}: see its messages above");
    let folder = parent.join(name);
    check(&folder)?;
    Ok(folder)
}

/// A project is there, and it is all its own.
pub(super) fn check(folder: &Path) -> Result<()> {
    ensure!(folder.join("Cargo.toml").is_file(), "cargo-generate has made no Cargo.toml in {}", folder.display());
    check_traces(folder)
}

/// A project has nothing of the template's own in it, and nothing that should have been expanded.
fn check_traces(folder: &Path) -> Result<()> {
    let unreadable = || format!("cannot read the folder {}", folder.display());
    for entry in fs::read_dir(folder).with_context(unreadable)? {
        let path = entry.with_context(unreadable)?.path();
        // cargo-generate begins a repository, in files that are no text.
        if path.ends_with(".git") {
            continue;
        }
        let ends_with = |name: &str| path.extension().is_some_and(|extension| extension == name);
        let is_ours = path.ends_with("placements") || path.ends_with("cargo-generate.toml") || ends_with("rhai");
        ensure!(!is_ours, "{} is the template's own: have it removed from projects", path.display());
        if path.is_dir() {
            check_traces(&path)?;
        } else if !ends_with("rs") {
            let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
            ensure!(
                !text.contains("{{") && !text.contains("{%"),
                "{} is not expanded: name it in template/cargo-generate.toml",
                path.display()
            );
        }
    }
    Ok(())
}

/// Tries what has to be refused. What is made of it all the same is in `parent`.
pub(super) fn refusals(shell: &Shell, programs: &[PathBuf], repository: &Path, parent: &Path) -> Result<usize> {
    fs::create_dir_all(parent).with_context(|| format!("cannot make the folder {}", parent.display()))?;
    for (name, placement, says) in REFUSED {
        let ended = cargo_generate(shell, programs, repository, parent, (name, placement))?;
        if ended.status.success() || !ended.text.contains(says) {
            bail!("The template should refuse {name:?} with {placement:?} and say: {says}");
        }
        // A folder that is left makes the next attempt fail: only where it cannot be helped, and is said.
        let left = parent.join(name).exists();
        ensure!(!left || says.contains("remove"), "The template refuses {name:?}, but leaves a folder of that name");
    }
    Ok(REFUSED.len())
}

fn cargo_generate(
    shell: &Shell,
    programs: &[PathBuf],
    repository: &Path,
    parent: &Path,
    (name, placement): (&str, &str),
) -> Result<Ended> {
    let placement = format!("placement={placement}");
    process::scan(with_programs_from(
        cmd!(
            shell,
            "cargo-generate generate {repository} --name {name} --define {placement} --destination {parent} --vcs none --silent --no-workspace"
        )
        // A refusal is one sentence, and no place in cargo-generate's own code.
        .env("RUST_BACKTRACE", "0")
        .env("RUST_LIB_BACKTRACE", "0"),
        programs,
    )?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_of_the_template_is_named() {
        let traces =
            [("src/check.rhai", ""), ("placements/a.rs", ""), ("README.md", "# {{name}}"), ("a.toml", "{% if")];
        for (file, text) in traces {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(folder.path().join("app.rs"), "html! { <a {{ … }} /> }").unwrap();
            check_traces(folder.path()).unwrap_or_else(|error| assert!(file.starts_with("placements"), "{error}"));
            fs::write(path, text).unwrap();
            assert!(check_traces(folder.path()).is_err(), "{file}");
        }
    }

    #[test]
    fn what_is_built_or_installed_is_no_part_of_the_repository() {
        let folder = tempfile::tempdir().unwrap();
        let (from, to) = (folder.path().join("from"), folder.path().join("to"));
        for file in ["Cargo.toml", "src/lib.rs", "target/debug/demo", "tests/e2e/node_modules/a/index.js"] {
            fs::create_dir_all(from.join(file).parent().unwrap()).unwrap();
            fs::write(from.join(file), file).unwrap();
        }
        copy(&from, &to).unwrap();
        assert_eq!(fs::read_to_string(to.join("src/lib.rs")).unwrap(), "src/lib.rs");
        assert!(to.join("Cargo.toml").exists() && to.join("tests/e2e").exists());
        assert!(!to.join("target").exists() && !to.join("tests/e2e/node_modules").exists());
    }
}
