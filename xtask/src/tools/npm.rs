//! Node, and npm packages: those in `tests/e2e` (Playwright, the JavaScript peers, wasm-opt), and those of `bench`.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use anyhow::{Result, bail};
use xshell::{Shell, cmd};

use super::need;
use crate::{process, workspace};

/// What to do without Node.
pub(crate) const GET_NODE: &str = "install Node.js 20 or newer from https://nodejs.org";

/// The state of the packages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Packages {
    /// There is no `package-lock.json` to install from.
    NoLockFile,
    /// Never installed, or the lock file is newer.
    Stale,
    /// Installed as the lock file says.
    Fresh,
}

/// The folder with `package.json`.
pub(crate) fn folder() -> Result<PathBuf> {
    Ok(workspace::root()?.join("tests/e2e"))
}

/// The folder with the packages' programs, wasm-opt among them.
pub(crate) fn programs() -> Result<PathBuf> {
    Ok(folder()?.join("node_modules/.bin"))
}

/// How the packages in that folder are.
pub(crate) fn packages(folder: &Path) -> Packages {
    // npm writes this file last, so it also tells that the installation came to its end.
    let installed = changed(&folder.join("node_modules/.package-lock.json"));
    match (changed(&folder.join("package-lock.json")), installed) {
        (None, _) => Packages::NoLockFile,
        (Some(lock), Some(installed)) if installed >= lock => Packages::Fresh,
        _ => Packages::Stale,
    }
}

/// Installs the packages if need be, and returns the folder with their programs.
pub(crate) fn ensure(shell: &Shell) -> Result<PathBuf> {
    ensure_in(shell, &folder()?)?;
    programs()
}

/// Installs the packages of another folder, if need be.
pub(crate) fn ensure_in(shell: &Shell, folder: &Path) -> Result<()> {
    for program in ["node", "npm"] {
        need(program, GET_NODE)?;
    }
    match packages(folder) {
        Packages::Fresh => {}
        Packages::Stale => {
            println!("Installing the npm packages in {}. This takes about a minute.", folder.display());
            let _in = shell.push_dir(folder);
            // The tests use the Chromium that is there.
            process::run(cmd!(shell, "npm ci --no-audit --no-fund").env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))?;
        }
        Packages::NoLockFile => {
            bail!("{0}/package-lock.json is missing: restore it, or run `npm install` in {0}.", folder.display())
        }
    }
    Ok(())
}

fn changed(file: &Path) -> Option<SystemTime> {
    fs::metadata(file).and_then(|data| data.modified()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs::File;
    use std::time::Duration;

    #[test]
    fn pages_are_built_with_the_version_of_wasm_opt_that_is_installed_here() {
        let package = fs::read_to_string(folder().unwrap().join("package.json")).unwrap();
        let package: serde_json::Value = serde_json::from_str(&package).unwrap();
        let version = package["devDependencies"]["binaryen"].as_str().unwrap().split_once('.').unwrap().0;
        let pin = format!("\nwasm_opt = \"version_{version}\"\n");
        for file in ["Trunk.toml", "template/Trunk.toml"] {
            let text = fs::read_to_string(workspace::root().unwrap().join(file)).unwrap();
            assert!(text.contains(&pin), "{file} does not pin version_{version}");
        }
    }

    #[test]
    fn packages_are_fresh_until_the_lock_file_is_newer() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(packages(folder.path()), Packages::NoLockFile);

        let lock = File::create(folder.path().join("package-lock.json")).unwrap();
        assert_eq!(packages(folder.path()), Packages::Stale);

        fs::create_dir(folder.path().join("node_modules")).unwrap();
        assert_eq!(packages(folder.path()), Packages::Stale, "cut short");

        let installed = File::create(folder.path().join("node_modules/.package-lock.json")).unwrap();
        let time = installed.metadata().unwrap().modified().unwrap();
        lock.set_modified(time).unwrap();
        assert_eq!(packages(folder.path()), Packages::Fresh);

        lock.set_modified(time + Duration::from_secs(1)).unwrap();
        assert_eq!(packages(folder.path()), Packages::Stale);
    }
}
