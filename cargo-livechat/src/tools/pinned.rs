//! Finds or installs tools that Cargo installs at a pinned version.
//!
//! They live in the user's cache folder, one folder per version, so that neither `cargo clean` nor a second project
//! rebuilds them.

use std::env;
use std::time::Instant;

use super::{numbers, on_path, put_on_path, version_of};
use crate::prelude::*;
use crate::process;

/// A tool at an exact version.
#[derive(Debug, Clone)]
pub struct Pinned {
    /// The crate.
    pub name: &'static str,
    /// The version to install, and the only acceptable one unless [`or_newer`](Self::or_newer) is set.
    pub version: String,
    /// Its programs, beginning with the one that reports the version.
    pub programs: Vec<&'static str>,
    /// The options of `cargo install`.
    pub options: &'static [&'static str],
    /// How many minutes the installation usually takes.
    pub minutes: u8,
    /// Whether a newer compatible version on PATH is acceptable: `0.21.15` instead of `0.21.14`.
    pub or_newer: bool,
}

impl Pinned {
    /// A tool with one program of the same name, and a fast enough debug build, which compiles in half the time.
    pub fn new(name: &'static str, version: impl Into<String>, minutes: u8) -> Self {
        Self { name, version: version.into(), programs: vec![name], options: &["--debug"], minutes, or_newer: false }
    }

    /// Returns the program on PATH and its version if that version is not acceptable. Commands that a person types use
    /// this program instead of the pinned one.
    pub fn other_on_path(&self) -> Option<(PathBuf, String)> {
        let program = on_path(self.programs.first()?)?;
        let version = version_of(&program)?;
        (!self.fits(&version)).then_some((program, version))
    }

    /// Whether this version is acceptable.
    pub fn fits(&self, version: &str) -> bool {
        let ([major, minor, patch], [other_major, other_minor, other_patch]) =
            (numbers(&self.version), numbers(version));
        version == self.version
            || (self.or_newer && (major, minor) == (other_major, other_minor) && other_patch > patch)
    }

    /// Returns the folder with its programs: the cache, or PATH if its version is acceptable.
    pub fn find(&self) -> Option<PathBuf> {
        let installed = self.folder().ok()?.join("bin");
        if self.complete(&installed) {
            return Some(installed);
        }
        let program = on_path(self.programs.first()?)?;
        let folder = program.parent()?.to_path_buf();
        (self.complete(&folder) && self.fits(&version_of(&program)?)).then_some(folder)
    }

    /// Puts its programs on the shell's PATH. Installs them first if needed.
    pub fn ensure(&self, shell: &Shell) -> Result<()> {
        let found = match self.find() {
            Some(found) => found,
            None => self.install(shell)?,
        };
        put_on_path(shell, &found)
    }

    /// Installs it, and returns the folder with its programs.
    fn install(&self, shell: &Shell) -> Result<PathBuf> {
        let Self { name, version, minutes, .. } = self;
        let folder = self.folder()?;
        fs::create_dir_all(&folder)?;
        // Two commands must not build in the same folder. The lock is released when dropped, or when this process ends.
        let lock = std::fs::File::create(folder.join("lock"))?;
        if lock.try_lock().is_err() {
            println!("Another command is installing {name}. Waiting for it.");
            lock.lock()?;
        }
        if let Some(found) = self.find() {
            return Ok(found);
        }
        if let Some((program, other)) = self.other_on_path() {
            println!("{} is version {other}, and {name} {version} is needed.", program.display());
        }
        let since = Instant::now();
        if !self.download(shell, &folder)? {
            println!("Building {name} {version}. This takes about {minutes} minutes, once for all projects.");
            self.build(shell, &folder)?;
        }
        println!("{name} {version} is installed, after {} seconds.", since.elapsed().as_secs());
        Ok(folder.join("bin"))
    }

    /// Downloads the programs with `cargo binstall`, if that is installed. Returns whether it succeeded.
    fn download(&self, shell: &Shell, folder: &Path) -> Result<bool> {
        if on_path("cargo-binstall").is_none() {
            return Ok(false);
        }
        let (name, version, package) = (self.name, &self.version, self.package());
        println!("Downloading {name} {version} with `cargo binstall`.");
        // Some tools have no prebuilt programs for some machines: they are built in a folder that is removed
        // afterward.
        let install = cmd!(
            shell,
            "cargo binstall --no-confirm --disable-strategies compile --disable-telemetry --root {folder} {package}"
        );
        Ok(process::run(install).is_ok() && self.complete(&folder.join("bin")))
    }

    fn build(&self, shell: &Shell, folder: &Path) -> Result<()> {
        let (options, package, build) = (self.options, self.package(), folder.join("build"));
        let install = cmd!(shell, "cargo install --locked {options...} --root {folder} {package}");
        // Nobody debugs these programs, and debug information is a third of the work.
        let install = install.env("CARGO_PROFILE_DEV_DEBUG", "false").env("CARGO_TARGET_DIR", &build);
        let installed = process::run(install);
        // A gigabyte of build files. If removing them fails, that is harmless.
        let _ = fs::remove_dir_all(&build);
        installed.with_context(|| format!("cannot install {} {}", self.name, self.version))
    }

    /// The command to install it by hand.
    pub fn by_hand(&self) -> String {
        let Self { options, minutes, .. } = self;
        let words = ["cargo", "install", "--locked"].iter().chain(*options).copied().collect::<Vec<_>>().join(" ");
        format!("{words} {}   (or leave it to the command: about {minutes} minutes)", self.package())
    }

    /// The argument of `cargo install`.
    pub fn package(&self) -> String {
        format!("{}@{}", self.name, self.version)
    }

    fn folder(&self) -> Result<PathBuf> {
        Ok(tools_folder()?.join(format!("{}-{}", self.name, self.version)))
    }

    /// Whether the folder has all of its programs.
    pub fn complete(&self, folder: &Path) -> bool {
        self.programs.iter().all(|program| folder.join(format!("{program}{}", env::consts::EXE_SUFFIX)).is_file())
    }
}

/// The folder of installed tools. `YEW_LIVECHAT_TOOLS` overrides it.
pub fn tools_folder() -> Result<PathBuf> {
    if let Some(folder) = env::var_os("YEW_LIVECHAT_TOOLS").filter(|folder| !folder.is_empty()) {
        return Ok(folder.into());
    }
    let cache = dirs::cache_dir().context("this account has no cache folder: name a folder in YEW_LIVECHAT_TOOLS")?;
    Ok(cache.join("yew-livechat/tools"))
}
