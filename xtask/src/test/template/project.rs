//! What a newcomer does with a new project: tries it, and builds it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use xshell::{Shell, cmd};

use super::guide;
use crate::guide::commands::Commands;
use crate::test::{browser, counted, counts};
use crate::tools::pinned::with_programs_from;
use crate::{csp, process, workspace};

/// Formats nothing, has nothing to be warned of, and passes its tests, native ones and in a browser; then it
/// is built into `dist/`. Returns how many tests passed.
///
/// Tests and build are started by the commands of the guide, in the words of the guide.
///
/// Everything is built in the checkout's own folder: most of it is there already, and the rest is the same for
/// every project.
pub(super) fn try_and_build(shell: &Shell, programs: &[PathBuf], folder: &Path, commands: &Commands) -> Result<usize> {
    let _in = shell.push_dir(folder);
    let _target = shell.push_env("CARGO_TARGET_DIR", workspace::target()?);
    // Not with `--all`: that would be the framework as well, which comes from a folder here.
    process::run(cmd!(shell, "cargo fmt --check"))?;
    process::run(cmd!(shell, "cargo fmt --check --manifest-path components/Cargo.toml"))?;
    process::run(cmd!(shell, "cargo clippy --quiet --workspace --all-targets -- -D warnings"))?;
    process::run(cmd!(
        shell,
        "cargo clippy --quiet --workspace --all-targets --target wasm32-unknown-unknown -- -D warnings"
    ))?;

    let mut passed = 0;
    for test in &commands.test {
        let ended = guide::scan(shell, programs, test, |command| browser::with_browser(shell, command))?;
        let count = counted(&ended, counts::libtest)?;
        ensure!(count > 0, "`{test}` has found no test in the new project");
        passed += count;
    }
    // Its tools are there; a newcomer's would be fetched.
    let built = guide::scan(shell, programs, &commands.build, |command| Ok(command.env("TRUNK_OFFLINE", "true")))?;
    ensure!(built.status.success(), "`{}` has failed: see its messages above", commands.build);
    let dist = folder.join("dist");
    check_dist(&dist)?;
    // Not in `dist`, whose files are all to be served.
    shell.write_file(folder.join("content-security-policy.txt"), csp::of(&dist)?)?;
    Ok(passed)
}

/// Builds for release, and does nothing else.
pub(super) fn build(shell: &Shell, programs: &[PathBuf], folder: &Path) -> Result<()> {
    let _in = shell.push_dir(folder);
    let _target = shell.push_env("CARGO_TARGET_DIR", workspace::target()?);
    process::run(with_programs_from(cmd!(shell, "trunk build --release --offline"), programs)?)?;
    check_dist(&folder.join("dist"))
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
    fn a_build_without_wasm_is_refused() {
        let dist = tempfile::tempdir().unwrap();
        assert!(check_dist(&dist.path().join("missing")).is_err());
        fs::write(dist.path().join("index.html"), "").unwrap();
        assert!(check_dist(dist.path()).is_err());
        fs::write(dist.path().join("app-1234_bg.wasm"), "").unwrap();
        assert!(check_dist(dist.path()).is_ok());
    }
}
