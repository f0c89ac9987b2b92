//! wasm-opt and esbuild, which shrink a release build. Both come from npm.

use livechat_shrink::tools::{PACKAGES, WASM_OPT};

use super::pinned::tools_folder;
use super::{on_path, put_on_path, version_of};
use crate::prelude::*;
use crate::process;

/// What to do without Node.js.
pub const GET_NODE: &str = "install Node.js 20 or newer from https://nodejs.org";

/// The command to install both by hand.
pub fn by_hand() -> String {
    format!("npm install --global {PACKAGES}")
}

/// Returns the cache folder with both, or `None` if suitable versions are on PATH.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// On PATH.
    OnPath,
    /// In this folder.
    In(PathBuf),
}

/// Looks for both.
pub fn find() -> Option<Found> {
    let on_path_fit = on_path("esbuild").is_some()
        && on_path("wasm-opt").and_then(|program| version_of(&program)).is_some_and(|version| version == WASM_OPT);
    if on_path_fit {
        return Some(Found::OnPath);
    }
    let programs = programs(&folder().ok()?);
    // npm writes this file last.
    let complete = programs.parent()?.join(".package-lock.json").is_file();
    complete.then_some(Found::In(programs))
}

/// Puts both on the shell's PATH. Installs them with npm first if needed.
pub fn ensure(shell: &Shell) -> Result<()> {
    let found = match find() {
        Some(found) => found,
        None => install(shell)?,
    };
    match found {
        Found::OnPath => Ok(()),
        Found::In(folder) => put_on_path(shell, &folder),
    }
}

fn install(shell: &Shell) -> Result<Found> {
    let npm = on_path("npm").with_context(|| {
        format!("there is no npm on PATH, which installs wasm-opt and esbuild for release builds; {GET_NODE}")
    })?;
    let folder = folder()?;
    fs::create_dir_all(&folder)?;
    let lock = std::fs::File::create(folder.join("lock"))?;
    lock.lock()?;
    if let Some(found) = find() {
        return Ok(found);
    }
    println!("Installing wasm-opt and esbuild with npm. This takes about a minute, once for all projects.");
    let packages = PACKAGES.split_whitespace();
    process::run(cmd!(shell, "{npm} install --prefix {folder} --no-audit --no-fund --save-exact {packages...}"))?;
    Ok(Found::In(programs(&folder)))
}

/// Returns the folder for these versions.
fn folder() -> Result<PathBuf> {
    Ok(tools_folder()?.join(PACKAGES.replace([' ', '@'], "-")))
}

fn programs(folder: &Path) -> PathBuf {
    folder.join("node_modules").join(".bin")
}
