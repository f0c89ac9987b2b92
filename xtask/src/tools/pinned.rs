//! How a tool is found that Cargo installs at one exact version, or installed.
//!
//! They live in the person's cache folder, one folder a version, so that neither `cargo clean` nor a second checkout builds
//! them again.

use std::env;

use super::{on_path, put_on_path, version_of};
use crate::prelude::*;
use crate::process;

/// A tool at an exact version.
#[derive(Debug, Clone)]
pub struct Pinned {
    /// The crate.
    pub name: &'static str,
    /// The only version that will do.
    pub version: String,
    /// The programs it brings, the one that is asked for its version first.
    pub programs: Vec<&'static str>,
    /// The options of `cargo install`.
    pub options: &'static [&'static str],
    /// How many minutes the installation usually takes.
    pub minutes: u8,
}

impl Pinned {
    /// A tool whose only program has its name, and whose debug build is fast enough: that takes half as long to make.
    pub fn new(name: &'static str, version: impl Into<String>, minutes: u8) -> Self {
        Self { name, version: version.into(), programs: vec![name], options: &["--debug"], minutes }
    }

    /// The program of that name on PATH and its version, if that is another version. What a person types then uses it, and not
    /// the one of the commands here.
    pub fn other_on_path(&self) -> Option<(PathBuf, String)> {
        let program = on_path(self.programs.first()?)?;
        let version = version_of(&program)?;
        (version != self.version).then_some((program, version))
    }

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

    /// Has its programs on the shell's PATH; installs them first if need be.
    pub(crate) fn ensure(&self, shell: &Shell) -> Result<()> {
        let found = match self.find() {
            Some(found) => found,
            None => self.install(shell)?,
        };
        put_on_path(shell, &found)
    }

    /// Returns the folder with its programs.
    fn install(&self, shell: &Shell) -> Result<PathBuf> {
        let Self { name, version, minutes, .. } = self;
        let (options, folder, package) = (self.options, self.folder()?, self.package());
        fs::create_dir_all(&folder)?;
        // Two of us must not build in the same folder. Released when dropped, or when we end.
        let lock = std::fs::File::create(folder.join("lock"))?;
        if lock.try_lock().is_err() {
            println!("Another `cargo xtask` is installing {name}. Waiting for it.");
            lock.lock()?;
        }
        if let Some(found) = self.find() {
            return Ok(found);
        }
        println!("Installing {name} {version}. This takes about {minutes} minutes, once for all checkouts.");
        let build = folder.join("build");
        let install = cmd!(shell, "cargo install --locked {options...} --root {folder} {package}");
        let installed = process::run(install.env("CARGO_TARGET_DIR", &build));
        // A gigabyte that nobody needs any more. If it cannot go, it does no harm either.
        let _ = fs::remove_dir_all(&build);
        installed.with_context(|| format!("cannot install {name} {version}"))?;
        Ok(folder.join("bin"))
    }

    /// The command that installs it, for a person to type.
    pub(crate) fn by_hand(&self) -> String {
        let Self { options, minutes, .. } = self;
        let words = ["cargo", "install", "--locked"].iter().chain(*options).copied().collect::<Vec<_>>().join(" ");
        format!("{words} {}   (or leave it to xtask: about {minutes} minutes)", self.package())
    }

    /// What `cargo install` takes.
    pub(crate) fn package(&self) -> String {
        format!("{}@{}", self.name, self.version)
    }

    fn folder(&self) -> Result<PathBuf> {
        Ok(tools_folder()?.join(format!("{}-{}", self.name, self.version)))
    }

    /// Whether all of its programs are in that folder.
    pub fn complete(&self, folder: &Path) -> bool {
        self.programs.iter().all(|program| folder.join(format!("{program}{}", env::consts::EXE_SUFFIX)).is_file())
    }
}

/// Where installed tools are kept. `YEW_LIVECHAT_TOOLS` names another folder.
pub(crate) fn tools_folder() -> Result<PathBuf> {
    if let Some(folder) = env::var_os("YEW_LIVECHAT_TOOLS").filter(|folder| !folder.is_empty()) {
        return Ok(folder.into());
    }
    let cache = dirs::cache_dir().context("this account has no cache folder: name a folder in YEW_LIVECHAT_TOOLS")?;
    Ok(cache.join("yew-livechat/tools"))
}
