//! `cargo generate`, the way a newcomer calls it, and the way one calls it wrongly.

use crate::files;
use crate::prelude::*;
use crate::process::{self, Ended};

/// The folder with a copy of the repository, beside the projects.
pub(super) const REPOSITORY: &str = "repository";

/// Names and placements that are refused, and what the refusal says.
const REFUSED: [(&str, &str, &str); 5] = [
    ("2fast", "details", r#"Cargo takes no package called "2fast": begin with a letter"#),
    ("my app", "details", r#"Cargo takes no package called "my app": begin with a letter"#),
    ("übung", "details", r#"Cargo takes no package called "übung": begin with a letter"#),
    ("components", "details", r#"called "components": choose another name"#),
    ("my-extension", "sidebar", r#"There is no placement "sidebar": remove"#),
];

/// Copies the repository as a clone of it would be, with what is not committed yet. Projects are made from the whole of
/// it, because that is what a newcomer names: which folder is the template, cargo-generate has to find.
pub fn copy(from: &Path, to: &Path) -> Result<()> {
    for file in files::below(from)? {
        let copied = to.join(file.strip_prefix(from)?);
        fs::create_dir_all(copied.parent().unwrap_or(to))?;
        fs::copy(file, copied)?;
    }
    Ok(())
}

/// Makes a project in a folder of its own below `parent`, and returns that.
pub(super) fn project(shell: &Shell, parent: &Path, name: &str, placement: &str) -> Result<PathBuf> {
    let ended = cargo_generate(shell, parent, parent, name, placement)?;
    ensure!(ended.status.success(), "cargo-generate has made no project {name}: see its messages above");
    let folder = parent.join(name);
    check(&folder)?;
    Ok(folder)
}

/// A project is there, and has nothing of the template's own in it, and nothing that should have been expanded.
pub fn check(folder: &Path) -> Result<()> {
    ensure!(folder.join("Cargo.toml").is_file(), "cargo-generate has made no Cargo.toml in {}", folder.display());
    for path in files::below(folder)? {
        let ends_with = |name: &str| path.extension().is_some_and(|extension| extension == name);
        let is_ours = path.ends_with("cargo-generate.toml")
            || ends_with("rhai")
            || path.strip_prefix(folder)?.components().any(|part| part.as_os_str() == "placements");
        ensure!(!is_ours, "{} is the template's own: have it removed from projects", path.display());
        let text = if ends_with("rs") { String::new() } else { fs::read_to_string(&path)? };
        ensure!(
            !text.contains("{{") && !text.contains("{%"),
            "{} is not expanded: name it in template/cargo-generate.toml",
            path.display()
        );
    }
    Ok(())
}

/// Tries what has to be refused. Returns how many were.
pub(super) fn refusals(shell: &Shell, parent: &Path) -> Result<usize> {
    let refused = parent.join("refused");
    fs::create_dir_all(&refused)?;
    for (name, placement, says) in REFUSED {
        let ended = cargo_generate(shell, parent, &refused, name, placement)?;
        ensure!(
            !ended.status.success() && ended.text.contains(says),
            "The template should refuse {name:?} with {placement:?} and say: {says}"
        );
        // A folder that is left makes the next attempt fail: only where it cannot be helped, and is said.
        let left = refused.join(name).exists();
        ensure!(!left || says.contains("remove"), "The template refuses {name:?}, but leaves a folder of that name");
    }
    Ok(REFUSED.len())
}

fn cargo_generate(shell: &Shell, parent: &Path, into: &Path, name: &str, placement: &str) -> Result<Ended> {
    let repository = parent.join(REPOSITORY);
    let placement = format!("placement={placement}");
    let generate = cmd!(
        shell,
        "cargo-generate generate {repository} --name {name} --define {placement} --destination {into} --vcs none --silent --no-workspace"
    );
    // A refusal is one sentence, and no place in cargo-generate's own code.
    process::scan(generate.env("RUST_BACKTRACE", "0").env("RUST_LIB_BACKTRACE", "0"))
}
