//! `cargo generate`, as new users call it, correctly and with mistakes.

use crate::files;
use crate::prelude::*;
use crate::process::{self, Ended};

/// The folder with a copy of the repository, beside the projects.
pub(super) const REPOSITORY: &str = "repository";

/// Invalid names and values, with the expected errors.
const REFUSED: [(&str, &[&str], &str); 6] = [
    ("2fast", &["placement=details"], r#""2fast" is not a valid package name: begin with a letter"#),
    ("my app", &["placement=details"], r#""my app" is not a valid package name: begin with a letter"#),
    ("übung", &["placement=details"], r#""übung" is not a valid package name: begin with a letter"#),
    ("components", &["placement=details"], r#"named "components": choose another name"#),
    ("my-extension", &["placement=sidebar"], r#"There is no placement "sidebar": remove"#),
    ("my-app", &["placement=details", "sign_in=maybe"], r#"sign_in cannot be "maybe": remove"#),
];

/// Copies the repository like a clone, including uncommitted changes. Projects are generated from the whole repository,
/// as users do: cargo-generate has to find the template in it.
pub fn copy(from: &Path, to: &Path) -> Result<()> {
    for file in files::below(from)? {
        let copied = to.join(file.strip_prefix(from)?);
        fs::create_dir_all(copied.parent().unwrap_or(to))?;
        fs::copy(file, copied)?;
    }
    Ok(())
}

/// Creates a project with these values in a new folder below `parent`, and returns the folder.
pub(super) fn project(shell: &Shell, parent: &Path, name: &str, values: &[&str]) -> Result<PathBuf> {
    let ended = cargo_generate(shell, parent, parent, name, values)?;
    ensure!(ended.status.success(), "cargo-generate created no project {name}: see its messages above");
    let folder = parent.join(name);
    check(&folder)?;
    Ok(folder)
}

/// Fails unless the project exists, contains no file of the template itself, and is fully expanded.
pub fn check(folder: &Path) -> Result<()> {
    ensure!(folder.join("Cargo.toml").is_file(), "cargo-generate created no Cargo.toml in {}", folder.display());
    for path in files::below(folder)? {
        let ends_with = |name: &str| path.extension().is_some_and(|extension| extension == name);
        let is_ours = path.ends_with("cargo-generate.toml")
            || ends_with("rhai")
            || ["placements", "sign-in"].iter().any(|own| path.starts_with(folder.join(own)));
        ensure!(!is_ours, "{} belongs to the template itself: remove it from projects", path.display());
        let text = fs::read_to_string(&path)?;
        // `html!` has `{{ … }}` too.
        ensure!(
            (ends_with("rs") || !text.contains("{{")) && !text.contains("{%"),
            "{} is not expanded: add it to template/cargo-generate.toml",
            path.display()
        );
    }
    Ok(())
}

/// Tests that invalid input is refused. Returns the number of cases.
pub(super) fn refusals(shell: &Shell, parent: &Path) -> Result<usize> {
    let refused = parent.join("refused");
    fs::create_dir_all(&refused)?;
    for (name, values, says) in REFUSED {
        let ended = cargo_generate(shell, parent, &refused, name, values)?;
        ensure!(
            !ended.status.success() && ended.text.contains(says),
            "The template should refuse {name:?} with {values:?} and say: {says}"
        );
        // A leftover folder would make the next attempt fail: it is acceptable only if the error mentions it.
        let left = refused.join(name).exists();
        ensure!(!left || says.contains("remove"), "The template refuses {name:?}, but leaves a folder of that name");
    }
    Ok(REFUSED.len())
}

fn cargo_generate(shell: &Shell, parent: &Path, into: &Path, name: &str, values: &[&str]) -> Result<Ended> {
    let repository = parent.join(REPOSITORY);
    let values = values.iter().flat_map(|value| ["--define", value]);
    let generate = cmd!(
        shell,
        "cargo-generate generate {repository} --name {name} {values...} --destination {into} --vcs none --silent --no-workspace"
    );
    // The error is one sentence, without a location in cargo-generate's code.
    process::scan(generate.env("RUST_BACKTRACE", "0").env("RUST_LIB_BACKTRACE", "0"))
}
