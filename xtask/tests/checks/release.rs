//! `trunk/release.sh`, which Trunk runs before each build: a release build without wasm-opt stops before it compiles.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::process::{Command, Output};

use crate::{folder, put};
use tempfile::TempDir;
use xtask::tools::{npm, on_path};
use xtask::workspace;

/// A project on a machine that has nothing but what the script itself calls.
struct Project(TempDir);

impl Project {
    fn new() -> Self {
        let project = Self(folder(&[("programs/empty", ""), ("cache/empty", "")]));
        let root = workspace::root().unwrap();
        for file in ["Trunk.toml", "trunk/release.sh"] {
            put(&project.0, file, fs::read(root.join("template").join(file)).unwrap());
        }
        for program in ["sed", "uname"] {
            symlink(on_path(program).unwrap(), project.0.path().join("programs").join(program)).unwrap();
        }
        project
    }

    fn with_program(self, file: &str, version: &str) -> Self {
        put(&self.0, file, format!("#!/bin/sh\necho 'wasm-opt version {version} (version_{version})'\n"));
        fs::set_permissions(self.0.path().join(file), fs::Permissions::from_mode(0o755)).unwrap();
        self
    }

    /// Runs the script as Trunk does, and returns what it wrote as errors, if it refused.
    fn refusal(&self, more: &[(&str, &str)]) -> Option<String> {
        let folder = self.0.path();
        let mut command = Command::new("/bin/sh");
        command
            .arg("trunk/release.sh")
            .current_dir(folder)
            .env_clear()
            .env("PATH", folder.join("programs"))
            .env("HOME", folder)
            .env("XDG_CACHE_HOME", folder.join("cache"))
            .env("TRUNK_PROFILE", "release")
            .env("TRUNK_DIST_DIR", folder.join("dist"))
            .envs(more.iter().copied());
        let Output { status, stderr, .. } = command.output().unwrap();
        (!status.success()).then(|| String::from_utf8(stderr).unwrap().trim().to_owned())
    }
}

/// What is said without wasm-opt, in the version that is installed for the tests.
fn missing() -> String {
    let package = npm::binaryen().unwrap();
    let version = package.split('.').next().unwrap();
    format!(
        "A release build needs wasm-opt {version}, which is not on PATH: run `npm install --global binaryen@{package}`, \
         or set DOWNLOAD_WASM_OPT=1 once to have Trunk download it."
    )
}

#[test]
fn a_release_build_without_the_pinned_wasm_opt_is_refused() {
    assert_eq!(Project::new().refusal(&[]), Some(missing()));
    let older = Project::new().with_program("programs/wasm-opt", "116");
    assert_eq!(older.refusal(&[]), Some(missing()));
    let pinned = Project::new().with_program("programs/wasm-opt", "132");
    assert_eq!(pinned.refusal(&[]), None);
}

#[test]
fn a_development_build_needs_no_wasm_opt() {
    assert_eq!(Project::new().refusal(&[("TRUNK_PROFILE", "debug")]), None);
}

#[test]
fn trunk_downloads_wasm_opt_only_when_it_is_told_to() {
    let allowed = ("DOWNLOAD_WASM_OPT", "1");
    assert_eq!(Project::new().refusal(&[allowed]), None);
    let offline = ("TRUNK_OFFLINE", "true");
    assert_eq!(Project::new().refusal(&[allowed, offline]), Some(missing()));
}

#[cfg(target_os = "linux")]
#[test]
fn what_trunk_has_downloaded_before_is_used_but_not_offline() {
    let downloaded = Project::new().with_program("cache/trunk/wasm-opt-version_132/bin/wasm-opt", "132");
    assert_eq!(downloaded.refusal(&[]), None);
    assert_eq!(downloaded.refusal(&[("TRUNK_OFFLINE", "true")]), Some(missing()));
}

#[test]
fn a_release_build_does_not_go_into_the_folder_of_development_builds() {
    let project = Project::new().with_program("programs/wasm-opt", "132");
    let refusal = project.refusal(&[("TRUNK_DIST_DIR", "/my-extension/target/development")]);
    let says = "A release build needs a folder of its own: run `trunk build --release --dist dist`.";
    assert_eq!(refusal.as_deref(), Some(says));
}
