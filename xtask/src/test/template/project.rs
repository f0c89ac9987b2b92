//! What a newcomer does with a new project: tests it, and builds it.

use std::env;

use super::{framework, guide};
use crate::guide::steps::Steps;
use crate::prelude::*;
use crate::test::{browser, counted, counts};
use crate::tools::npm;
use crate::{csp, files, process, workspace};

/// Tests it and builds it for release. Returns how many tests passed.
///
/// Tests and build are started by the commands of the guide, in the words of the guide.
///
/// Everything is built in the checkout's own folder: most of it is there already, and the rest is the same for
/// every project.
pub(super) fn test_and_build(shell: &Shell, folder: &Path, steps: &Steps) -> Result<usize> {
    let passed = test(shell, folder, steps)?;
    build_as_in_the_guide(shell, folder, steps)?;
    Ok(passed)
}

/// It is formatted, has nothing to be warned of, and passes its tests, native ones and in a browser.
pub(super) fn test(shell: &Shell, folder: &Path, steps: &Steps) -> Result<usize> {
    check(shell, folder)?;
    let _in = shell.push_dir(folder);
    let _target = shell.push_env("CARGO_TARGET_DIR", workspace::target()?);
    let ended = process::scan(browser::with_browser(shell, guide::typed(shell, &steps.test)?)?)?;
    let passed = counted(&ended, counts::LIBTEST)?;
    let (native, in_browser) =
        ended.text.split_once("$ cargo test --target ").context("no test has run in a browser")?;
    for text in [native, in_browser] {
        ensure!(counts::passed(text, counts::LIBTEST)? > 0, "`{}` has found no test of each kind", steps.test);
    }
    Ok(passed)
}

/// It is formatted, and has nothing to be warned of, natively and for a browser.
pub(super) fn check(shell: &Shell, folder: &Path) -> Result<()> {
    let _in = shell.push_dir(folder);
    let _target = shell.push_env("CARGO_TARGET_DIR", workspace::target()?);
    // Not with `--all`: that would be the framework as well, which comes from a folder here.
    process::run(cmd!(shell, "cargo fmt --check"))?;
    process::run(cmd!(shell, "cargo fmt --check --manifest-path components/Cargo.toml"))?;
    for target in [&[][..], &["--target", "wasm32-unknown-unknown"]] {
        process::run(cmd!(shell, "cargo clippy --quiet --workspace --all-targets {target...} -- -D warnings"))?;
    }
    Ok(())
}

/// The release build without `cargo livechat`, which installs the programs that it needs.
const BUILD: &str = "trunk build --release --dist dist";

/// It is built into `dist/`, and by Trunk only with the programs that this needs.
pub(super) fn build_as_in_the_guide(shell: &Shell, folder: &Path, steps: &Steps) -> Result<()> {
    let _in = shell.push_dir(folder);
    let _target = shell.push_env("CARGO_TARGET_DIR", workspace::target()?);
    refuse_without_programs(shell, folder)?;
    // Its tools are there; a newcomer's would be fetched.
    process::run(guide::typed(shell, &steps.build)?.env("TRUNK_OFFLINE", "true"))?;
    let dist = folder.join("dist");
    check_dist(&dist)?;
    // Not in `dist`, whose files are all to be served.
    shell.write_file(folder.join("content-security-policy.txt"), csp::of(&dist)?)?;
    Ok(())
}

/// Its documentation has what only tests use. Without a browser to open it in.
pub(super) fn document(shell: &Shell, command: &str) -> Result<()> {
    process::run(guide::typed(shell, &command.replace(" --open", ""))?)?;
    let page = workspace::target()?.join("doc/yew_livechat/testing/index.html");
    ensure!(page.is_file(), "`{command}` has not made {}", page.display());
    Ok(())
}

/// Without a program that it needs, the release build stops with one sentence, before anything is compiled, and so does one that
/// would go into the folder of development builds.
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
