//! Tools that Cargo installs, at one exact version.
//!
//! They live in the person's cache folder, one folder a version, so that neither `cargo clean` nor a
//! second checkout builds them again.

use std::env;
use std::ffi::OsString;
use std::fs::{self, File, TryLockError};
use std::path::PathBuf;

use anyhow::{Context, Result};
use xshell::{Cmd, Shell, cmd};

use super::{on_path, version_of};
use crate::process;

/// A tool at an exact version.
#[derive(Debug, Clone)]
pub(crate) struct Pinned {
    /// The crate.
    pub(crate) name: &'static str,
    /// The only version that will do.
    pub(crate) version: String,
    /// The programs it brings, the one that is asked for its version first.
    pub(crate) programs: &'static [&'static str],
    /// A debug build takes half as long and is fast enough, for most.
    pub(crate) debug: bool,
    /// The features to build with, instead of the default ones.
    pub(crate) features: Option<&'static str>,
    /// How long the installation usually takes.
    pub(crate) minutes: u8,
}

impl Pinned {
    /// The folder with its programs, if it is installed: here, or on PATH in exactly that version.
    pub(crate) fn find(&self) -> Option<PathBuf> {
        let installed = self.folder().ok()?.join("bin");
        if self.complete(&installed) {
            return Some(installed);
        }
        let program = on_path(self.programs.first()?)?;
        let folder = program.parent()?.to_path_buf();
        (self.complete(&folder) && version_of(&program)? == self.version).then_some(folder)
    }

    /// The folder with its programs; installs them first if need be.
    pub(crate) fn ensure(&self, shell: &Shell) -> Result<PathBuf> {
        if let Some(found) = self.find() {
            return Ok(found);
        }
        let folder = self.folder()?;
        fs::create_dir_all(&folder)
            .with_context(|| format!("cannot make the folder {}: make it yourself", folder.display()))?;
        let _lock = self.lock()?;
        // Another `cargo xtask` may have installed it while we waited.
        if let Some(found) = self.find() {
            return Ok(found);
        }
        let Self { name, version, minutes, .. } = self;
        println!("Installing {name} {version}. This takes about {minutes} minutes, once for all checkouts.");
        let build = folder.join("build");
        let installed = process::run(self.install(shell)?.env("CARGO_TARGET_DIR", &build));
        // A gigabyte that nobody needs any more. If it cannot go, it does no harm either.
        let _ = fs::remove_dir_all(&build);
        installed.with_context(|| format!("cannot install {name} {version}"))?;
        Ok(folder.join("bin"))
    }

    /// The command that installs it, for a person to type.
    pub(crate) fn by_hand(&self) -> String {
        let debug = if self.debug { " --debug" } else { "" };
        let features = self.features.map(|features| format!(" --no-default-features --features {features}"));
        let features = features.unwrap_or_default();
        format!(
            "cargo install --locked{debug}{features} {}@{}   (or leave it to xtask: about {} minutes)",
            self.name, self.version, self.minutes
        )
    }

    fn install<'a>(&self, shell: &'a Shell) -> Result<Cmd<'a>> {
        let folder = self.folder()?;
        let package = format!("{}@{}", self.name, self.version);
        let debug = self.debug.then_some("--debug");
        let features = self.features.map(|features| ["--no-default-features", "--features", features]);
        let features = features.iter().flatten();
        Ok(cmd!(shell, "cargo install --locked {debug...} {features...} --root {folder} {package}"))
    }

    fn folder(&self) -> Result<PathBuf> {
        Ok(tools_folder()?.join(format!("{}-{}", self.name, self.version)))
    }

    fn complete(&self, folder: &std::path::Path) -> bool {
        self.programs.iter().all(|program| folder.join(format!("{program}{}", env::consts::EXE_SUFFIX)).is_file())
    }

    /// Two of us must not build in the same folder. Released when dropped, or when we end.
    fn lock(&self) -> Result<File> {
        let path = self.folder()?.join("lock");
        let cannot = || format!("cannot lock {}: delete it and try again", path.display());
        let file = File::create(&path).with_context(cannot)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                println!("Another `cargo xtask` is installing {}. Waiting for it.", self.name);
                file.lock().with_context(cannot)?;
            }
            Err(TryLockError::Error(error)) => return Err(error).with_context(cannot),
        }
        Ok(file)
    }
}

/// Where installed tools are kept. `YEW_LIVECHAT_TOOLS` names another folder.
pub(crate) fn tools_folder() -> Result<PathBuf> {
    match env::var_os("YEW_LIVECHAT_TOOLS") {
        Some(folder) if !folder.is_empty() => Ok(folder.into()),
        _ => Ok(dirs::cache_dir()
            .context("this account has no cache folder: name a folder in YEW_LIVECHAT_TOOLS")?
            .join("yew-livechat")
            .join("tools")),
    }
}

/// Puts folders in front of PATH, and mends what Trunk cannot read.
pub(crate) fn with_programs_from<'a>(command: Cmd<'a>, folders: &[PathBuf]) -> Result<Cmd<'a>> {
    let old = env::var_os("PATH").unwrap_or_default();
    let path = env::join_paths(folders.iter().cloned().chain(env::split_paths(&old)))
        .context("a folder on PATH has a `:` in its name: rename it")?;
    let command = command.env("PATH", path);
    // The convention says "any value"; Trunk 0.21 takes nothing but `true` and `false`.
    Ok(match env::var_os("NO_COLOR") {
        Some(value) if value != OsString::new() => command.env("NO_COLOR", "true"),
        _ => command.env_remove("NO_COLOR"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_with_only_some_of_the_programs_will_not_do() {
        let tool = Pinned {
            name: "example",
            version: "1.2.3".to_owned(),
            programs: &["one", "two"],
            debug: true,
            features: None,
            minutes: 4,
        };
        let folder = tempfile::tempdir().unwrap();
        let program = |name: &str| folder.path().join(format!("{name}{}", env::consts::EXE_SUFFIX));
        fs::write(program("one"), "").unwrap();
        assert!(!tool.complete(folder.path()));
        fs::write(program("two"), "").unwrap();
        assert!(tool.complete(folder.path()));
    }
}
