//! What Trunk runs before and after each build: a release build without a needed program stops before it compiles.
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
        for file in ["trunk/release.sh", "trunk/shrink.sh", "trunk/simulator.sh", "trunk/styles.sh"] {
            put(&project.0, file, fs::read(root.join("template").join(file)).unwrap());
        }
        project
    }

    /// Adds a livechat-shrink that logs its arguments and runs this script.
    fn with_shrink(self, does: &str) -> Self {
        self.with_program("livechat-shrink", &format!("echo \"$@\"\n{does}"))
    }

    /// Adds a Cargo that has built the simulator, and a wasm-bindgen that logs its runs.
    fn with_simulator(self) -> Self {
        let wasm = "target/wasm32-unknown-unknown/debug/yew-livechat-simulator.wasm";
        put(&self.0, wasm, "built");
        put(&self.0, &wasm.replace(".wasm", ".d"), "yew-livechat-simulator.wasm: simulator.rs");
        for file in ["simulator.rs", "Cargo.toml", "Cargo.lock"] {
            put(&self.0, file, "name = \"wasm-bindgen\"\nversion = \"0.2.0\"\n");
        }
        let wasm = self.0.path().join(wasm);
        self.with_program(
            "cargo",
            &format!(
                r#"echo compiled >>runs; echo '{{"reason":"compiler-artifact","filenames":["{}"],"fresh":true}}'"#,
                wasm.display()
            ),
        )
        .with_program(
            "wasm-bindgen",
            "echo bound >>runs\nmkdir -p \"$5\"\necho script >\"$5/yew-livechat-simulator.js\"\n\
             echo module >\"$5/yew-livechat-simulator_bg.wasm\"",
        )
    }

    fn with_program(self, name: &str, does: &str) -> Self {
        let file = format!("programs/{name}");
        put(&self.0, &file, format!("#!/bin/sh\n{does}\n"));
        fs::set_permissions(self.0.path().join(file), fs::Permissions::from_mode(0o755)).unwrap();
        self
    }

    fn read(&self, file: &str) -> Option<String> {
        fs::read_to_string(self.0.path().join(file)).ok()
    }

    /// Returns a PATH with the project's programs before the system's.
    fn path(&self) -> String {
        format!("{}:/usr/bin:/bin", self.0.path().join("programs").display())
    }

    /// Runs a script as Trunk does. Returns its output, or its errors if it refused.
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
    for script in [RELEASE, &["trunk/shrink.sh"], &["trunk/styles.sh"]] {
        assert_eq!(Project::new().run(script, &[DEVELOPMENT]), Ok(String::new()));
    }
}

#[test]
fn a_release_build_does_not_go_into_the_folder_of_development_builds() {
    let project = Project::new().with_shrink("");
    let refusal = project.run(RELEASE, &[("TRUNK_DIST_DIR", "/my-extension/target/development")]);
    let says = "A release build needs its own folder: run `trunk build --release --dist dist`.";
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

const SIMULATOR: &[&str] = &["trunk/simulator.sh"];
const STAGED: &str = "dist/.stage/yew-livechat-simulator/yew-livechat-simulator_bg.wasm";

#[test]
fn the_simulator_is_put_beside_every_development_build_and_built_again_when_its_source_changes() {
    let project = Project::new().with_simulator();
    let path = project.path();
    let build = |more: &[(&str, &str)]| {
        let _ = fs::remove_dir_all(project.0.path().join("dist"));
        let more = [&[DEVELOPMENT, ("PATH", &path)], more].concat();
        assert_eq!(project.run(SIMULATOR, &more), Ok(String::new()));
        assert_eq!(project.read(STAGED).as_deref(), Some("module\n"));
        project.read("runs").unwrap()
    };
    assert_eq!(build(&[]), "compiled\nbound\n");
    assert_eq!(build(&[]), "compiled\nbound\n");
    // Cargo reports whether the module has changed.
    assert_eq!(build(&[("YEW_LIVECHAT_FAKE_PORT", "8811")]), "compiled\nbound\ncompiled\n");
    let changed = fs::File::options().append(true).open(project.0.path().join("simulator.rs")).unwrap();
    changed.set_modified(std::time::SystemTime::now() + std::time::Duration::from_secs(60)).unwrap();
    assert_eq!(build(&[("YEW_LIVECHAT_FAKE_PORT", "8811")]), "compiled\nbound\ncompiled\ncompiled\n");
}

#[test]
fn the_simulator_is_not_in_a_release_build() {
    let project = Project::new().with_simulator();
    let path = project.path();
    assert_eq!(project.run(SIMULATOR, &[("PATH", &path)]), Ok(String::new()));
    assert_eq!(project.read(STAGED), None);
}

#[test]
fn a_simulator_that_does_not_compile_leaves_the_build_alone() {
    let project = Project::new().with_program("cargo", "exit 101");
    let path = project.path();
    let with_errors = ["-c", "sh trunk/simulator.sh 2>&1"];
    let says = "The simulator is not built: see Cargo's messages above.";
    assert_eq!(project.run(&with_errors, &[DEVELOPMENT, ("PATH", &path)]), Ok(says.to_owned()));
    assert_eq!(project.read(STAGED), None);
}

#[test]
fn the_script_for_saved_style_sheets_is_only_in_a_development_build_under_cargo_livechat_dev() {
    const STAGED: &str = "dist/.stage/index.html";
    let project = Project::new();
    let path = project.path();
    let staged = |more: &[(&str, &str)]| {
        let more = [&[("PATH", &*path)], more].concat();
        put(&project.0, STAGED, "<head>\n  <style></style>\n</head>\n<body></body>\n");
        assert_eq!(project.run(&["trunk/styles.sh"], &more), Ok(String::new()));
        project.read(STAGED).unwrap()
    };
    let served = ("YEW_LIVECHAT_STYLES", "http://127.0.0.1:5000");
    let script = r#"<script defer src="http://127.0.0.1:5000/styles.js"></script></head>"#;
    assert!(staged(&[DEVELOPMENT, served]).contains(script));
    assert!(!staged(&[DEVELOPMENT]).contains("<script"));
    assert!(!staged(&[served]).contains("<script"));
}
