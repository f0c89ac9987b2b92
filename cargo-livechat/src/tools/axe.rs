//! axe-core, which checks the accessibility of pages. It comes from npm.

use super::on_path;
use super::pinned::tools_folder;
use crate::prelude::*;
use crate::process;

/// The version to install.
const PACKAGE: &str = "axe-core@4.14.1";

/// What to do without Node.js.
pub const BY_HAND: &str = "its package comes from npm, so install Node.js 20 or newer from https://nodejs.org, and run the \
                           command again";

/// Returns the script, if it is installed.
pub fn find() -> Option<PathBuf> {
    let folder = folder().ok()?;
    // npm writes this file last.
    let complete = folder.join("node_modules/.package-lock.json").is_file();
    complete.then(|| folder.join("node_modules/axe-core/axe.min.js"))
}

/// Returns the script, after installing it if needed; `None` without npm, or if npm cannot install it.
pub fn ensure(shell: &Shell) -> Result<Option<PathBuf>> {
    if let Some(found) = find() {
        return Ok(Some(found));
    }
    let Some(npm) = on_path("npm") else { return Ok(None) };
    let folder = folder()?;
    fs::create_dir_all(&folder)?;
    let lock = std::fs::File::create(folder.join("lock"))?;
    lock.lock()?;
    if find().is_none() {
        println!("Installing axe-core with npm, once for all projects.");
        let installed =
            process::run(cmd!(shell, "{npm} install --prefix {folder} --no-audit --no-fund --save-exact {PACKAGE}"));
        if installed.is_err() {
            return Ok(None);
        }
    }
    Ok(find())
}

/// Returns the folder for this version.
fn folder() -> Result<PathBuf> {
    Ok(tools_folder()?.join(PACKAGE.replace('@', "-")))
}
