//! Node.js, and npm packages: those of `tests/e2e` (Playwright, the JavaScript SDKs, wasm-opt, esbuild), and those of
//! `bench`.

use std::time::SystemTime;

use serde_json::Value;

use super::{on_path, put_on_path};
use crate::prelude::*;
use crate::{process, workspace};

/// What to do without Node.js.
pub(crate) const GET_NODE: &str = "install Node.js 20 or newer from https://nodejs.org";

/// The folder with `package.json`.
pub fn folder() -> Result<PathBuf> {
    Ok(workspace::root()?.join("tests/e2e"))
}

/// The folder with the packages' programs, such as wasm-opt.
pub(crate) fn programs() -> Result<PathBuf> {
    Ok(folder()?.join("node_modules/.bin"))
}

/// Returns the arguments of `npm install` for the programs of a release build, in the versions that the tests use.
pub fn of_release_builds() -> Result<String> {
    let file = folder()?.join("package.json");
    let package: Value = serde_json::from_str(&fs::read_to_string(&file)?)?;
    let pinned = |name: &str| -> Result<String> {
        let version = package["devDependencies"][name].as_str();
        Ok(format!("{name}@{}", version.with_context(|| format!("{} has no {name}", file.display()))?))
    };
    Ok([pinned("binaryen")?, pinned("esbuild")?].join(" "))
}

/// Whether the packages in that folder match the lock file and are completely installed.
pub fn is_fresh(folder: &Path) -> bool {
    // npm writes this file last, so it marks a complete installation.
    let installed = changed(&folder.join("node_modules/.package-lock.json"));
    installed.is_some_and(|installed| changed(&folder.join("package-lock.json")).is_some_and(|lock| installed >= lock))
}

fn changed(file: &Path) -> Option<SystemTime> {
    fs::metadata(file).and_then(|data| data.modified()).ok()
}

/// Installs the packages if needed, and puts their programs on the shell's PATH.
pub(crate) fn ensure(shell: &Shell) -> Result<()> {
    ensure_in(shell, &folder()?)?;
    put_on_path(shell, &programs()?)
}

/// Installs the packages of another folder if needed.
pub(crate) fn ensure_in(shell: &Shell, folder: &Path) -> Result<()> {
    for program in ["node", "npm"] {
        ensure!(on_path(program).is_some(), "There is no {program} on PATH: {GET_NODE}.");
    }
    if !is_fresh(folder) {
        println!("Installing the npm packages in {}. This takes about a minute.", folder.display());
        let _in = shell.push_dir(folder);
        // The tests use the installed Chromium.
        process::run(cmd!(shell, "npm ci --no-audit --no-fund").env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))?;
    }
    Ok(())
}
