//! What Trunk runs before and after each build: a release build that lacks a program stops before it compiles.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::{Command, Output};

use crate::{folder, put};
use tempfile::TempDir;
use xtask::workspace;

/// A project on a machine without other programs.
struct Project(TempDir);

impl Project {
    fn new() -> Self {
        let project = Self(folder(&[("programs/empty", "")]));
        let root = workspace::root().unwrap();
        for file in ["trunk/release.sh", "trunk/shrink.sh"] {
            put(&project.0, file, fs::read(root.join("template").join(file)).unwrap());
        }
        project
    }

    /// With a livechat-shrink that writes down its arguments and does this.
    fn with_shrink(self, does: &str) -> Self {
        let file = "programs/livechat-shrink";
        put(&self.0, file, format!("#!/bin/sh\necho \"$@\"\n{does}\n"));
        fs::set_permissions(self.0.path().join(file), fs::Permissions::from_mode(0o755)).unwrap();
        self
    }

    /// Runs a script as Trunk does. Returns what it wrote as output, or as errors if it refused.
    fn run(&self, script: &[&str], more: &[(&str, &str)]) -> Result<String, String> {
        let folder = self.0.path();
        let mut command = Command::new("/bin/sh");
        command
            .args(script)
            .current_dir(folder)
            .env_clear()
            .env("PATH", folder.join("programs"))
            .env("TRUNK_PROFILE", "release")
            .env("TRUNK_DIST_DIR", folder.join("dist"))
            .env("TRUNK_STAGING_DIR", "dist/.stage")
            .envs(more.iter().copied());
        let Output { status, stdout, stderr } = command.output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap().trim().to_owned();
        if status.success() { Ok(text(stdout)) } else { Err(text(stderr)) }
    }
}

const RELEASE: &[&str] = &["trunk/release.sh"];
const DEVELOPMENT: (&str, &str) = ("TRUNK_PROFILE", "debug");

#[test]
fn a_release_build_without_livechat_shrink_is_refused() {
    let says = format!(
        "A release build needs livechat-shrink, which is not on PATH: run `cargo install --locked --git {} --tag v{} \
         livechat-shrink`.",
        workspace::REPOSITORY,
        env!("CARGO_PKG_VERSION")
    );
    assert_eq!(Project::new().run(RELEASE, &[]), Err(says));
}

#[test]
fn livechat_shrink_says_which_programs_are_missing() {
    assert_eq!(Project::new().with_shrink("").run(RELEASE, &[]), Ok("--check".to_owned()));
    let refuses = Project::new().with_shrink("echo no wasm-opt >&2; exit 1");
    assert_eq!(refuses.run(RELEASE, &[]), Err("no wasm-opt".to_owned()));
}

#[test]
fn a_development_build_needs_no_program() {
    for script in [RELEASE, &["trunk/shrink.sh"]] {
        assert_eq!(Project::new().run(script, &[DEVELOPMENT]), Ok(String::new()));
    }
}

#[test]
fn a_release_build_does_not_go_into_the_folder_of_development_builds() {
    let project = Project::new().with_shrink("");
    let refusal = project.run(RELEASE, &[("TRUNK_DIST_DIR", "/my-extension/target/development")]);
    let says = "A release build needs a folder of its own: run `trunk build --release --dist dist`.";
    assert_eq!(refusal, Err(says.to_owned()));
}

#[test]
fn a_release_build_is_shrunk_where_trunk_has_put_it() {
    let project = Project::new().with_shrink("");
    assert_eq!(project.run(&["trunk/shrink.sh"], &[]), Ok("dist/.stage".to_owned()));
    assert_eq!(project.run(&["trunk/shrink.sh", "--cut-panics"], &[]), Ok("--cut-panics dist/.stage".to_owned()));
    let fails = Project::new().with_shrink("echo unknown shape >&2; exit 1");
    assert_eq!(fails.run(&["trunk/shrink.sh"], &[]), Err("unknown shape".to_owned()));
}
