//! Wrong input and missing tools produce one sentence that says what to do.
#![allow(clippy::unwrap_used, reason = "Clippy lets a test unwrap, but not what several tests share")]

use std::fs;
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::process::{Command, Output};

fn xtask(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    command.args(arguments).env("RUST_BACKTRACE", "0");
    command
}

/// Returns what it wrote to standard error, after failing.
fn refusal(mut command: Command) -> String {
    let Output { status, stderr, .. } = command.output().unwrap();
    assert!(!status.success(), "{command:?} should fail");
    String::from_utf8(stderr).unwrap().trim().to_owned()
}

#[test]
fn an_occupied_port_is_refused_before_anything_is_built() {
    let occupied = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let port = occupied.local_addr().unwrap().port().to_string();
    for more in [None, Some("--https")] {
        let mut command = xtask(&["dev", "--port", &port]);
        command.args(more);
        let says = refusal(command);
        assert!(says.starts_with(&format!("Port {port} is in use: stop what uses it, or choose another")), "{says}");
        assert_eq!(says.lines().count(), 1, "{says}");
    }
}

#[test]
fn a_part_that_does_not_exist_is_refused_with_those_that_do() {
    let says = refusal(xtask(&["test", "--only", "templates"]));
    assert!(says.contains("invalid value 'templates'") && says.contains("template"), "{says}");
}

#[test]
fn a_folder_that_trunk_has_not_built_has_no_policy() {
    let folder = tempfile::tempdir().unwrap();
    let dist = folder.path().to_str().unwrap();
    let says = refusal(xtask(&["csp", dist]));
    assert!(says.starts_with(&format!("cannot read {dist}/index.html: has Trunk built it?")), "{says}");

    fs::write(folder.path().join("index.html"), "<h1>By hand</h1>").unwrap();
    let says = refusal(xtask(&["csp", dist]));
    assert_eq!(says, format!("{dist}/index.html has no inline script: has Trunk built it?"));
}

#[cfg(unix)]
mod missing {
    use super::*;
    use std::os::unix::fs::PermissionsExt;
    use tempfile::TempDir;

    /// A machine with only the programs that the test adds.
    struct Machine(TempDir);

    impl Machine {
        fn new() -> Self {
            let machine = Self(tempfile::tempdir().unwrap());
            fs::create_dir(machine.path("programs")).unwrap();
            machine
        }

        fn path(&self, name: &str) -> std::path::PathBuf {
            self.0.path().join(name)
        }

        /// Adds Rust with the wasm target, and the tools that Cargo installs.
        fn with_rust_and_tools(self) -> Self {
            fs::create_dir_all(self.path("sysroot/lib/rustlib/wasm32-unknown-unknown")).unwrap();
            let rustc = self.path("programs/rustc");
            fs::write(&rustc, format!("#!/bin/sh\necho {}\n", self.path("sysroot").display())).unwrap();
            fs::set_permissions(&rustc, fs::Permissions::from_mode(0o755)).unwrap();
            for (name, programs) in
                [("trunk", &["trunk"][..]), ("wasm-bindgen-cli", &["wasm-bindgen", "wasm-bindgen-test-runner"])]
            {
                let folder = self.path(&format!("tools/{name}-{}/bin", version_of(name)));
                fs::create_dir_all(&folder).unwrap();
                for program in programs {
                    fs::write(folder.join(program), "").unwrap();
                }
            }
            self
        }

        fn xtask(&self, arguments: &[&str]) -> Command {
            let mut command = xtask(arguments);
            command
                .env("PATH", self.path("programs"))
                .env("YEW_LIVECHAT_TOOLS", self.path("tools"))
                .env_remove("CHROMIUM")
                .env_remove("CHROMEDRIVER");
            command
        }
    }

    /// Returns the pinned version.
    fn version_of(tool: &str) -> String {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let (file, before, after) = match tool {
            "trunk" => (root.join("../cargo-livechat/src/tools/pins.rs"), "\"trunk\", \"", "\""),
            _ => (root.join("../Cargo.lock"), "name = \"wasm-bindgen\"\nversion = \"", "\""),
        };
        let text = fs::read_to_string(file).unwrap();
        text.split_once(before).unwrap().1.split_once(after).unwrap().0.to_owned()
    }

    #[test]
    fn rust_is_missing() {
        let says = refusal(Machine::new().xtask(&["build"]));
        assert!(says.starts_with("cannot find the folder of rustc: install Rust from https://rustup.rs"), "{says}");
    }

    #[test]
    fn node_is_missing() {
        let says = refusal(Machine::new().with_rust_and_tools().xtask(&["build"]));
        assert_eq!(says, "There is no node on PATH: install Node.js 20 or newer from https://nodejs.org.");
    }

    #[test]
    fn the_browser_is_missing() {
        let machine = Machine::new().with_rust_and_tools();
        let says = refusal(machine.xtask(&["test", "--only", "browser"]));
        let starts = "browser: Chromium or ChromeDriver is missing: run `apt-get update";
        assert!(says.starts_with(starts) && says.ends_with("name them in CHROMIUM and CHROMEDRIVER."), "{says}");
    }
}
