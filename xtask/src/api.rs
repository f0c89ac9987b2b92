//! `cargo xtask api`: records the public API of each published crate as text, so that changes to it are noticed.

pub(crate) mod unlocked_rustdoc;

use public_api::Builder;

use crate::packages::{PROGRAMS, PUBLISHED};
use crate::prelude::*;
use crate::{process, workspace};

/// Compares the API with the recorded one, or records it.
pub(crate) fn run(shell: &Shell, write: bool) -> Result<()> {
    if write {
        for name in libraries() {
            fs::write(kept(name)?, listing(shell, name)?)?;
        }
    } else {
        check(shell)?;
    }
    println!("The public API of {} crates matches xtask/api/.", libraries().count());
    Ok(())
}

/// Fails if a crate's API differs from the recorded one. Returns how many crates were compared.
pub(crate) fn check(shell: &Shell) -> Result<usize> {
    let mut changes = String::new();
    for name in libraries() {
        changes.push_str(&changed(&fs::read_to_string(kept(name)?)?, &listing(shell, name)?));
    }
    ensure!(
        changes.is_empty(),
        "the public API has changed:\n\n{changes}\nA line with `-` is a breaking change. Run `cargo xtask api --write`, \
         and name what changes for users in CHANGELOG.md."
    );
    Ok(libraries().count())
}

/// The crates that others depend on.
fn libraries() -> impl Iterator<Item = &'static str> {
    PUBLISHED.into_iter().filter(|name| !PROGRAMS.contains(name))
}

fn kept(name: &str) -> Result<PathBuf> {
    Ok(workspace::root()?.join("xtask/api").join(name).with_extension("txt"))
}

/// Returns a crate's public API as text, one item per line.
///
/// With all features, without auto traits such as `Send` and without derived traits such as `Debug`: those are visible
/// in the code.
fn listing(shell: &Shell, name: &str) -> Result<String> {
    let rustdoc = cmd!(
        shell,
        "cargo rustdoc --quiet --package {name} --lib --all-features -- -Zunstable-options --output-format json --cap-lints allow"
    );
    process::run(rustdoc.env("RUSTDOC", unlocked_rustdoc::program()?).env(unlocked_rustdoc::ASKED, "1"))?;
    let file = workspace::target()?.join("doc").join(name.replace('-', "_")).with_extension("json");
    let api = Builder::from_rustdoc_json(&file)
        .omit_blanket_impls(true)
        .omit_auto_trait_impls(true)
        .omit_auto_derived_impls(true)
        .build()
        .with_context(|| format!("does the version of `public-api` match the format of {}?", file.display()))?;
    Ok(api.to_string())
}

/// Marks removed lines with `-` and new lines with `+`. Both texts are sorted by item.
pub fn changed(kept: &str, now: &str) -> String {
    let only_in = |one: &str, other: &str, sign: char| -> String {
        let lines = one.lines().filter(|line| !other.lines().any(|other| other == *line));
        lines.map(|line| format!("{sign} {line}\n")).collect()
    };
    only_in(kept, now, '-') + &only_in(now, kept, '+')
}
