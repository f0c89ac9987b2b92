//! What a newcomer does with a new project: tests it, and builds it.

use super::guide;
use crate::guide::commands::Commands;
use crate::prelude::*;
use crate::test::{browser, counted, counts};
use crate::{csp, files, process, workspace};

/// It is formatted, has nothing to be warned of, and passes its tests, native ones and in a browser; then it is built into
/// `dist/`. Returns how many tests passed.
///
/// Tests and build are started by the commands of the guide, in the words of the guide.
///
/// Everything is built in the checkout's own folder: most of it is there already, and the rest is the same for
/// every project.
pub(super) fn test_and_build(shell: &Shell, folder: &Path, commands: &Commands) -> Result<usize> {
    let _in = shell.push_dir(folder);
    let _target = shell.push_env("CARGO_TARGET_DIR", workspace::target()?);
    // Not with `--all`: that would be the framework as well, which comes from a folder here.
    process::run(cmd!(shell, "cargo fmt --check"))?;
    process::run(cmd!(shell, "cargo fmt --check --manifest-path components/Cargo.toml"))?;
    for target in [&[][..], &["--target", "wasm32-unknown-unknown"]] {
        process::run(cmd!(shell, "cargo clippy --quiet --workspace --all-targets {target...} -- -D warnings"))?;
    }
    let mut passed = 0;
    for test in &commands.test {
        let ended = process::scan(browser::with_browser(shell, guide::typed(shell, test)?)?)?;
        let count = counted(&ended, counts::LIBTEST)?;
        ensure!(count > 0, "`{test}` has found no test in the new project");
        passed += count;
    }
    // Its tools are there; a newcomer's would be fetched.
    process::run(guide::typed(shell, &commands.build)?.env("TRUNK_OFFLINE", "true"))?;
    let dist = folder.join("dist");
    check_dist(&dist)?;
    // Not in `dist`, whose files are all to be served.
    shell.write_file(folder.join("content-security-policy.txt"), csp::of(&dist)?)?;
    Ok(passed)
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

/// Builds for release, and does nothing else.
pub(super) fn build(shell: &Shell, folder: &Path) -> Result<()> {
    let _in = shell.push_dir(folder);
    let _target = shell.push_env("CARGO_TARGET_DIR", workspace::target()?);
    process::run(cmd!(shell, "trunk build --release --offline"))?;
    check_dist(&folder.join("dist"))
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
