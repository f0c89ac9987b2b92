//! `cargo xtask api`: the public API of each published crate, kept as text, so that a change of it is seen.

mod listing;
pub(crate) mod unlocked_rustdoc;

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use xshell::Shell;

use crate::packages::PUBLISHED;
use crate::workspace;

/// Compares with what is kept, or writes it.
pub(crate) fn run(shell: &Shell, write: bool) -> Result<ExitCode> {
    let count = if write { self::write(shell)? } else { check(shell)? };
    println!("The public API of {count} crates is as it is kept in {}.", folder()?.display());
    Ok(ExitCode::SUCCESS)
}

/// Fails where a crate's API is not the one that is kept. Returns how many were compared.
pub(crate) fn check(shell: &Shell) -> Result<usize> {
    let mut changes = String::new();
    for name in PUBLISHED {
        let file = file(name)?;
        let kept = fs::read_to_string(&file)
            .with_context(|| format!("cannot read {}: run `cargo xtask api --write`", file.display()))?;
        changes.push_str(&changed(&kept, &listing::of(shell, name)?));
    }
    if !changes.is_empty() {
        bail!(
            "the public API has changed:\n\n{changes}\nA line with `-` is a breaking change. Run `cargo xtask api --write`, \
             and name what changes for users in CHANGELOG.md."
        );
    }
    Ok(PUBLISHED.len())
}

fn write(shell: &Shell) -> Result<usize> {
    fs::create_dir_all(folder()?).context("cannot make the folder for the listings")?;
    for name in PUBLISHED {
        let file = file(name)?;
        fs::write(&file, listing::of(shell, name)?).with_context(|| format!("cannot write {}", file.display()))?;
    }
    Ok(PUBLISHED.len())
}

fn folder() -> Result<PathBuf> {
    Ok(workspace::root()?.join("xtask/api"))
}

fn file(name: &str) -> Result<PathBuf> {
    Ok(folder()?.join(name).with_extension("txt"))
}

/// Lines that are gone with `-`, lines that are new with `+`. Both texts are sorted by what they list.
fn changed(kept: &str, now: &str) -> String {
    let gone = kept.lines().filter(|line| !now.lines().any(|other| other == *line)).map(|line| format!("- {line}\n"));
    let new = now.lines().filter(|line| !kept.lines().any(|other| other == *line)).map(|line| format!("+ {line}\n"));
    gone.chain(new).collect()
}

#[cfg(test)]
mod tests {
    use super::changed;

    #[test]
    fn what_is_gone_and_what_is_new_is_named() {
        assert_eq!(changed("a\nb\nc\n", "a\nc\nd\n"), "- b\n+ d\n");
        assert_eq!(changed("a\nb\n", "a\nb\n"), "");
    }
}
