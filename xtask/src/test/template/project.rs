//! What a new user does with a project: test it and build it.

use std::env;

use super::{framework, guide};
use crate::guide::steps::Steps;
use crate::prelude::*;
use crate::test::{browser, counted, counts};
use crate::tools::npm;
use crate::{csp, files, process, workspace};

/// Tests it and builds it for release. Returns the number of passed tests.
///
/// Uses the guide's exact commands.
///
/// Builds into the checkout's target folder, where most dependencies are already built and shared by all projects.
pub(super) fn test_and_build(shell: &Shell, folder: &Path, steps: &Steps) -> Result<usize> {
    let passed = test(shell, folder, steps)?;
    build_as_in_the_guide(shell, folder, steps)?;
    check_as_in_the_guide(shell, folder, steps)?;
    Ok(passed)
}

/// Checks formatting and lints, and runs native and browser tests.
pub(super) fn test(shell: &Shell, folder: &Path, steps: &Steps) -> Result<usize> {
    check(shell, folder)?;
    let _in = shell.push_dir(folder);
    let _target = shell.push_env("CARGO_TARGET_DIR", workspace::target()?);
    let ended = process::scan(browser::with_browser(shell, guide::typed(shell, &steps.test)?)?)?;
    let passed = counted(&ended, counts::LIBTEST)?;
    let (native, in_browser) =
        ended.text.split_once("$ cargo test --target ").context("no test has run in a browser")?;
    for text in [native, in_browser] {
        ensure!(counts::passed(text, counts::LIBTEST)? > 0, "`{}` did not find tests of both kinds", steps.test);
    }
    Ok(passed)
}

/// Checks formatting and lints, natively and for the browser.
pub(super) fn check(shell: &Shell, folder: &Path) -> Result<()> {
    let _in = shell.push_dir(folder);
    let _target = shell.push_env("CARGO_TARGET_DIR", workspace::target()?);
    // Not with `--all`: that would include the framework, which is a path dependency here.
    process::run(cmd!(shell, "cargo fmt --check"))?;
    process::run(cmd!(shell, "cargo fmt --check --manifest-path components/Cargo.toml"))?;
    for target in [&[][..], &["--target", "wasm32-unknown-unknown"]] {
        process::run(cmd!(shell, "cargo clippy --quiet --workspace --all-targets {target...} -- -D warnings"))?;
    }
    Ok(())
}

/// The release build without `cargo livechat`, which would install the tools.
const BUILD: &str = "trunk build --release --dist dist";

/// Builds into `dist/`, with only the needed tools on PATH.
pub(super) fn build_as_in_the_guide(shell: &Shell, folder: &Path, steps: &Steps) -> Result<()> {
    let _in = shell.push_dir(folder);
    let _target = shell.push_env("CARGO_TARGET_DIR", workspace::target()?);
    refuse_without_programs(shell, folder)?;
    // The tools are already installed; a new user's would be downloaded.
    process::run(guide::typed(shell, &steps.build)?.env("TRUNK_OFFLINE", "true"))?;
    let dist = folder.join("dist");
    check_dist(&dist)?;
    // Not in `dist`, since all files there are served.
    shell.write_file(folder.join("content-security-policy.txt"), csp::of(&dist)?)?;
    Ok(())
}

/// Checks the build, in which nothing may be found.
pub(super) fn check_as_in_the_guide(shell: &Shell, folder: &Path, steps: &Steps) -> Result<()> {
    let _in = shell.push_dir(folder);
    let _target = shell.push_env("CARGO_TARGET_DIR", workspace::target()?);
    let ended = process::scan(guide::typed(shell, &steps.check)?)?;
    ensure!(ended.status.success(), "`{}` found something in a new project: see above", steps.check);
    ensure!(!ended.text.contains("$ trunk"), "`{}` has built again, though nothing has changed", steps.check);
    ensure!(!ended.text.contains("Note: axe"), "`{}` has not run axe", steps.check);
    Ok(())
}

/// Builds its documentation including the test helpers, without opening a browser.
pub(super) fn document(shell: &Shell, command: &str) -> Result<()> {
    process::run(guide::typed(shell, &command.replace(" --open", ""))?)?;
    let page = workspace::target()?.join("doc/yew_livechat/testing/index.html");
    ensure!(page.is_file(), "`{command}` did not create {}", page.display());
    Ok(())
}

/// A release build without a needed program stops with one sentence before anything is compiled, and so does one into
/// the folder of development builds.
fn refuse_without_programs(shell: &Shell, folder: &Path) -> Result<()> {
    let target = folder.join("target/never");
    let _target = shell.push_env("CARGO_TARGET_DIR", &target);
    let in_one_folder = BUILD.split(" --dist").next().unwrap_or(BUILD);
    let npm = format!("which is not on PATH: run `npm install --global {}`", npm::of_release_builds()?);
    for (command, without, says) in [
        (BUILD, "livechat-shrink", &*framework::install("livechat-shrink")),
        (BUILD, "wasm-opt", &*npm),
        (in_one_folder, "wasm-opt", "A release build needs its own folder: run `trunk build --release --dist dist`."),
    ] {
        let path = shell.var_os("PATH").unwrap_or_default();
        let others = env::split_paths(&path).filter(|folder| !folder.join(without).exists());
        let _path = shell.push_env("PATH", env::join_paths(others)?);
        let ended = process::scan(guide::typed(shell, command)?)?;
        ensure!(!ended.status.success() && ended.text.contains(says), "`{command}` should fail, and say: {says}");
        ensure!(!target.exists(), "`{command}` has compiled something before it failed");
    }
    Ok(())
}

/// The guide's way to upgrade the page's files: an older one becomes that of this checkout.
pub(super) fn upgrade_page_files(shell: &Shell, folder: &Path) -> Result<()> {
    let _in = shell.push_dir(folder);
    let _target = shell.push_env("CARGO_TARGET_DIR", workspace::target()?);
    let file = folder.join("static/start.js");
    let text = shell.read_file(&file)?;
    shell.write_file(&file, "// of an older release")?;
    process::run(cmd!(shell, "cargo run --quiet -- page-files"))?;
    ensure!(shell.read_file(&file)? == text, "`cargo run -- page-files` has not written {}", file.display());
    Ok(())
}

/// Builds it, with these options, and does nothing else. Returns the build's folder.
pub(super) fn build(shell: &Shell, folder: &Path, options: &[&str]) -> Result<PathBuf> {
    let _in = shell.push_dir(folder);
    let _target = shell.push_env("CARGO_TARGET_DIR", workspace::target()?);
    process::run(cmd!(shell, "trunk build --offline --dist dist {options...}"))?;
    let dist = folder.join("dist");
    check_dist(&dist)?;
    Ok(dist)
}

/// Fails unless Trunk has built a page with WebAssembly into the folder.
pub fn check_dist(dist: &Path) -> Result<()> {
    let has_page = dist.join("index.html").is_file();
    ensure!(
        has_page && !files::with_extension(dist, "wasm")?.is_empty(),
        "{} lacks index.html or a .wasm: has Trunk built?",
        dist.display()
    );
    Ok(())
}
