//! A new extension from the template: made, tested and built the way a newcomer does it, except that
//! it uses this checkout of the framework and not the published one.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use xshell::{Shell, cmd};

use super::{Ran, browser, counted, counts};
use crate::tools::cargo_generate;
use crate::tools::pinned::with_programs_from;
use crate::{process, release, workspace};

/// The new extension's name.
const NAME: &str = "my-extension";

/// What the template takes from the repository, and where each is in this checkout.
const CRATES: [(&str, &str); 4] = [
    ("livechat-protocol", "protocol"),
    ("yew-livechat", ""),
    ("yew-livechat-components", "components"),
    ("yew-livechat-simulator", "simulator"),
];

/// The folders to put on PATH, cargo-generate's first.
pub(super) fn set_up(shell: &Shell) -> Result<Vec<PathBuf>> {
    let mut programs = vec![cargo_generate::cargo_generate().ensure(shell)?];
    programs.extend(release::set_up(shell)?);
    Ok(programs)
}

pub(super) fn run(shell: &Shell) -> Result<Ran> {
    let programs = set_up(shell)?;
    check_copies(&workspace::root()?)?;
    let folder = generate(shell, &programs)?;
    use_this_checkout(&folder)?;

    let _in = shell.push_dir(&folder);
    // The checkout's own folder: most of what is built here is there already.
    let target = workspace::target()?;
    let tests = cmd!(shell, "cargo test").env("CARGO_TARGET_DIR", &target);
    let native = counted(&process::scan(tests)?, counts::libtest)?;
    let tests =
        cmd!(shell, "cargo test --test browser --target wasm32-unknown-unknown").env("CARGO_TARGET_DIR", &target);
    let in_browser = counted(
        &process::scan(with_programs_from(browser::with_browser(shell, tests)?, &programs)?)?,
        counts::libtest,
    )?;
    ensure!(native > 0 && in_browser > 0, "the new extension ran {native} native tests and {in_browser} in a browser");
    process::run(with_programs_from(
        cmd!(shell, "trunk build --release --offline --dist dist").env("CARGO_TARGET_DIR", &target),
        &programs,
    )?)?;
    check_dist(&folder.join("dist"))?;
    // What failed stays, to be looked at; what went well need not.
    let _ = folder.parent().map(fs::remove_dir_all);
    Ok(Ran::Tests(native + in_browser))
}

/// What the template has copies of: a project made from it has no other way to them.
const COPIES: [&str; 3] = ["static/icon.svg", "static/prelude.js", "static/yew-livechat.css"];

fn check_copies(root: &Path) -> Result<()> {
    for file in COPIES {
        let read = |path: PathBuf| fs::read(&path).with_context(|| format!("cannot read {}", path.display()));
        ensure!(
            read(root.join(file))? == read(root.join("template").join(file))?,
            "template/{file} is not what {file} is: copy it there"
        );
    }
    Ok(())
}

/// Makes the extension, outside the checkout: inside, Cargo would take it for a forgotten member of
/// the workspace, and apply this project's own settings to it.
fn generate(shell: &Shell, programs: &[PathBuf]) -> Result<PathBuf> {
    let template = workspace::root()?.join("template");
    ensure!(template.join("cargo-generate.toml").is_file(), "template/cargo-generate.toml is missing: restore it");
    let parent = std::env::temp_dir().join(format!("yew-livechat-template-{}", std::process::id()));
    // Left over from another process with our number.
    let _ = fs::remove_dir_all(&parent);
    fs::create_dir_all(&parent).with_context(|| format!("cannot make the folder {}", parent.display()))?;
    println!("The new extension is made in {}.", parent.display());
    process::run(with_programs_from(
        cmd!(
            shell,
            "cargo-generate generate --path {template} --name {NAME} --destination {parent} --vcs none --silent --no-workspace"
        ),
        programs,
    )?)?;
    let folder = parent.join(NAME);
    ensure!(
        folder.join("Cargo.toml").is_file(),
        "cargo-generate has made no {NAME}/Cargo.toml: look in {}",
        parent.display()
    );
    Ok(folder)
}

/// Replaces the repository by this checkout in every manifest, and starts from its lock file.
///
/// A `[patch]` would be shorter, but Cargo then still clones the repository first.
fn use_this_checkout(folder: &Path) -> Result<()> {
    let root = workspace::root()?;
    let mut replaced = 0;
    for manifest in manifests(folder)? {
        let text = fs::read_to_string(&manifest).with_context(|| format!("cannot read {}", manifest.display()))?;
        let (text, count) = with_paths(&text, &root);
        replaced += count;
        fs::write(&manifest, text).with_context(|| format!("cannot write {}", manifest.display()))?;
    }
    ensure!(replaced > 0, "the template does not take yew-livechat by `git = \"…\"`: adapt xtask/src/test/template.rs");
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

fn check_dist(dist: &Path) -> Result<()> {
    let names: Vec<String> = fs::read_dir(dist)
        .with_context(|| format!("cannot read {}: has Trunk built?", dist.display()))?
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    ensure!(
        names.iter().any(|name| name == "index.html") && names.iter().any(|name| name.ends_with(".wasm")),
        "{} lacks index.html or a .wasm: it holds {}",
        dist.display(),
        names.join(", ")
    );
    Ok(())
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

    #[test]
    fn a_copy_that_lags_behind_is_refused() {
        let root = tempfile::tempdir().unwrap();
        for file in COPIES {
            for path in [root.path().join(file), root.path().join("template").join(file)] {
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, file).unwrap();
            }
        }
        check_copies(root.path()).unwrap();
        fs::write(root.path().join(COPIES[1]), "newer").unwrap();
        let refusal = check_copies(root.path()).unwrap_err().to_string();
        assert_eq!(refusal, "template/static/prelude.js is not what static/prelude.js is: copy it there");
    }

    #[test]
    fn a_build_without_wasm_is_refused() {
        let dist = tempfile::tempdir().unwrap();
        assert!(check_dist(&dist.path().join("missing")).is_err());
        fs::write(dist.path().join("index.html"), "").unwrap();
        assert!(check_dist(dist.path()).is_err());
        fs::write(dist.path().join("app-1234_bg.wasm"), "").unwrap();
        assert!(check_dist(dist.path()).is_ok());
    }
}
