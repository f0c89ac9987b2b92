//! Wrong input and missing tools produce one sentence that says what to do.
#![allow(clippy::unwrap_used, reason = "Clippy lets a test unwrap, but not what several tests share")]

use std::fs;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

/// The command as Cargo calls it, in this folder.
fn livechat(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cargo-livechat"));
    command.arg("livechat").args(arguments).current_dir(folder).env("RUST_BACKTRACE", "0");
    command
}

/// Returns what it wrote to standard error, after failing.
fn refusal(mut command: Command) -> String {
    let Output { status, stderr, .. } = command.output().unwrap();
    assert!(!status.success(), "{command:?} should fail");
    String::from_utf8(stderr).unwrap().trim().to_owned()
}

/// Returns the refusal, which is one line.
fn sentence(command: Command) -> String {
    let says = refusal(command);
    assert_eq!(says.lines().count(), 1, "{says}");
    says
}

/// A package that depends on this crate. Nothing is compiled.
fn project(dependency: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let manifest = format!("[package]\nname = \"shop\"\nedition = \"2024\"\n\n[dependencies]\n{dependency}\n");
    fs::create_dir(folder.path().join("src")).unwrap();
    fs::write(folder.path().join("src/lib.rs"), "").unwrap();
    fs::write(folder.path().join("Cargo.toml"), manifest).unwrap();
    fs::write(folder.path().join("index.html"), "").unwrap();
    folder
}

const OURS: &str = "yew-livechat = { version = \"0.1\", features = [\"sign-in\"] }";

#[test]
fn without_a_project_every_command_says_how_to_make_one() {
    let folder = tempfile::tempdir().unwrap();
    for command in ["dev", "test", "build", "check", "sections"] {
        let says = sentence(livechat(folder.path(), &[command]));
        assert!(says.starts_with("there is no Cargo.toml in "), "{says}");
        assert!(says.ends_with("change into a project, or make one with `cargo livechat new`"), "{says}");
    }
}

#[test]
fn a_project_of_another_framework_is_refused() {
    let folder = project("leptos = \"0.8\"");
    for command in ["dev", "test", "build", "check", "sections"] {
        let says = sentence(livechat(folder.path(), &[command]));
        assert!(says.starts_with("shop does not depend on yew-livechat; add it to its [dependencies]"), "{says}");
    }
}

#[test]
fn a_manifest_that_cargo_cannot_read_is_reported_in_cargos_words() {
    let folder = project("yew-livechat = ");
    let says = refusal(livechat(folder.path(), &["dev"]));
    assert!(says.contains("Cargo cannot read ") && says.contains("correct what it names above"), "{says}");
}

#[test]
fn an_occupied_port_is_refused_before_anything_is_built() {
    let folder = project(OURS);
    // Reserves the next port, too.
    let occupied = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let port = occupied.local_addr().unwrap().port().to_string();
    let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap().port().to_string();
    for (arguments, option) in
        [(&["dev", "--port", &port][..], "--port"), (&["dev", "--port", &free, "--fake-port", &port], "--fake-port")]
    {
        let says = sentence(livechat(folder.path(), arguments));
        let starts = format!("Port {port} is in use: stop what uses it, or choose another with `{option} ");
        assert!(says.starts_with(&starts), "{says}");
    }
    let says = sentence(livechat(folder.path(), &["dev", "--port", &free, "--fake-port", &free]));
    assert!(says.starts_with(&format!("Port {free} is in use: ")) && says.contains("`--fake-port "), "{says}");
}

#[test]
fn an_invalid_backend_address_is_refused_with_an_example() {
    let folder = project(OURS);
    for url in ["localhost:8080", "http://localhost:8080"] {
        let says = refusal(livechat(folder.path(), &["dev", "--backend", url]));
        assert!(says.starts_with("error: invalid value") && says.contains("http://127.0.0.1:8080/api/"), "{says}");
    }
}

#[test]
fn a_dist_of_a_debug_build_is_refused() {
    let folder = project(OURS);
    let says = sentence(livechat(folder.path(), &["build", "--existing"]));
    assert!(says.ends_with("dist has no build; run `cargo livechat build` without `--existing`"), "{says}");
    let dist = folder.path().join("dist");
    fs::create_dir(&dist).unwrap();
    fs::write(dist.join("index.html"), "<script>start()</script>").unwrap();
    fs::write(dist.join("app_bg.wasm"), "index.html does not include static/prelude.js").unwrap();
    let says = sentence(livechat(folder.path(), &["build", "--existing", "--headers", "json"]));
    assert!(says.contains("app_bg.wasm is a development build, not for servers"), "{says}");
    assert!(!dist.join("index.html.br").exists(), "nothing is written into it");
}

/// A project whose source names its placement, with a build that has this module.
fn built(module: &str) -> TempDir {
    let folder = project(OURS);
    fs::write(folder.path().join("src/lib.rs"), "fn main() { Extension::details(); }").unwrap();
    let dist = folder.path().join("dist");
    fs::create_dir(&dist).unwrap();
    fs::write(dist.join("app_bg.wasm"), module).unwrap();
    fs::write(dist.join("index.html"), "<script>start()</script>").unwrap();
    folder
}

#[test]
fn a_build_that_cannot_be_checked_is_refused() {
    let folder = built("index.html does not include static/prelude.js");
    let says = sentence(livechat(folder.path(), &["check", "--existing"]));
    assert!(
        says.ends_with("app_bg.wasm is a development build, not for servers; run `cargo livechat build`"),
        "{says}"
    );
    fs::remove_dir_all(folder.path().join("dist")).unwrap();
    let says = sentence(livechat(folder.path(), &["check", "--existing"]));
    assert!(says.ends_with("dist has no build; run `cargo livechat build`"), "{says}");
    let says = sentence(livechat(folder.path(), &["check", "--format", "json"]));
    assert!(says.ends_with("is missing or older than the source; run `cargo livechat build` first"), "{says}");
}

#[test]
fn a_check_without_a_browser_says_how_to_get_one() {
    let folder = built("\0asm");
    let mut command = livechat(folder.path(), &["check", "--existing"]);
    let cargo = PathBuf::from(env!("CARGO"));
    command.env("PATH", cargo.parent().unwrap()).env_remove("CHROMIUM");
    let says = sentence(command);
    assert!(
        says.starts_with("there is no Chromium on PATH to check the extension in; ")
            && says.ends_with("or name it in CHROMIUM"),
        "{says}"
    );
}

#[test]
fn a_check_needs_to_know_each_placement() {
    let folder = built("\0asm");
    fs::write(folder.path().join("src/lib.rs"), "").unwrap();
    let says = sentence(livechat(folder.path(), &["check", "--existing"]));
    assert!(says.starts_with("cannot find the placement of each extension in ") && says.contains("`--page "), "{says}");
    let says = refusal(livechat(folder.path(), &["check", "--page", "sidebar"]));
    assert!(says.starts_with("error: invalid value 'sidebar'") && says.contains("message-box"), "{says}");
    let says = sentence(livechat(folder.path(), &["check", "--page", "details", "--answers", "nowhere"]));
    assert_eq!(says, "there is no folder nowhere with answers; name another");
}

#[test]
fn a_new_project_needs_a_name_that_cargo_takes_a_placement_and_a_free_folder() {
    let folder = tempfile::tempdir().unwrap();
    let new = |arguments: &[&str]| {
        let mut command = livechat(folder.path(), &["new"]);
        command.args(arguments);
        command
    };
    let says = sentence(new(&["shop"]));
    assert!(says.starts_with("choose where in the Agent App the extension runs: `cargo livechat new shop"), "{says}");
    let says = refusal(new(&["shop", "--placement", "sidebar"]));
    assert!(says.contains("details, message_box, fullscreen, settings"), "{says}");
    let says = sentence(new(&["2fast", "--placement", "details"]));
    assert!(says.starts_with("\"2fast\" is not a valid package name; begin with a letter"), "{says}");
    let says = sentence(new(&["shop", "--placement", "details", "--framework", "nowhere"]));
    assert!(says.contains("nowhere is not a checkout of yew-livechat"), "{says}");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "a refusal leaves nothing");

    assert!(new(&["shop", "--placement", "message-box"]).output().unwrap().status.success());
    assert!(folder.path().join("shop/src/replies.rs").is_file());
    let says = sentence(new(&["shop", "--placement", "details"]));
    assert!(says.ends_with("shop already exists; choose another name, or remove it"), "{says}");
}

#[cfg(unix)]
mod missing {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    /// A stand-in for Cargo that logs its arguments. Installing a package creates its programs.
    const CARGO: &str = r#"#!/bin/sh
echo "$*" >> "$MACHINE/log"
case "$1" in
    locate-project) echo "$MACHINE/shop/Cargo.toml" ;;
    metadata) /bin/cat "$MACHINE/metadata.json" ;;
    binstall | install)
        [ "$1" = "$FAILS" ] && exit 1
        while [ "$1" != --root ]; do shift; done
        /bin/mkdir -p "$2/bin"
        for program in wasm-bindgen wasm-bindgen-test-runner; do
            /bin/cp "$MACHINE/programs/cargo" "$2/bin/$program"
        done ;;
esac
"#;

    /// A machine with only the programs that the test adds, and a project.
    struct Machine(TempDir);

    impl Machine {
        fn new() -> Self {
            let machine = Self(tempfile::tempdir().unwrap());
            fs::create_dir_all(machine.path("programs")).unwrap();
            fs::create_dir_all(machine.path("shop")).unwrap();
            fs::create_dir_all(machine.path("sysroot/lib/rustlib/wasm32-unknown-unknown")).unwrap();
            fs::write(machine.path("shop/index.html"), "").unwrap();
            fs::write(machine.path("shop/Cargo.lock"), "name = \"wasm-bindgen\"\nversion = \"0.2.128\"\n").unwrap();
            let manifest = machine.path("shop/Cargo.toml");
            let (workspace, target) = (machine.path("shop"), machine.path("shop/target"));
            let metadata = serde_json::json!({
                "packages": [{
                    "name": "shop",
                    "manifest_path": manifest,
                    "dependencies": [{ "name": "yew-livechat", "kind": null, "features": [] }],
                }],
                "workspace_root": workspace,
                "target_directory": target,
            });
            fs::write(machine.path("metadata.json"), metadata.to_string()).unwrap();
            machine.with("cargo", CARGO)
        }

        fn path(&self, name: &str) -> PathBuf {
            self.0.path().join(name)
        }

        fn with(self, program: &str, script: &str) -> Self {
            let file = self.path("programs").join(program);
            fs::write(&file, script).unwrap();
            fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).unwrap();
            self
        }

        fn with_rust(self, version: &str) -> Self {
            let sysroot = self.path("sysroot");
            let script = format!(
                "#!/bin/sh\nif [ \"$1\" = --version ]; then echo 'rustc {version}'; else echo {}; fi\n",
                sysroot.display()
            );
            self.with("rustc", &script)
        }

        fn livechat(&self, arguments: &[&str]) -> Command {
            let mut command = livechat(&self.path("shop"), arguments);
            command
                .env("PATH", self.path("programs"))
                .env("MACHINE", self.0.path())
                .env("YEW_LIVECHAT_TOOLS", self.path("tools"));
            for variable in ["CHROMIUM", "CHROMEDRIVER", "GECKODRIVER", "SAFARIDRIVER"] {
                command.env_remove(variable);
            }
            command
        }

        /// Returns the logged Cargo calls.
        fn log(&self) -> String {
            fs::read_to_string(self.path("log")).unwrap_or_default()
        }
    }

    #[test]
    fn rust_is_missing_or_old() {
        let says = sentence(Machine::new().livechat(&["dev"]));
        assert_eq!(says, "there is no rustc on PATH; install Rust from https://rustup.rs");
        let says = sentence(Machine::new().with_rust("1.80.1 (3f5fd8dd4 2024-08-06)").livechat(&["dev"]));
        assert_eq!(says, "rustc 1.80.1 is too old for yew-livechat, which needs 1.95 or newer; run `rustup update`");
    }

    #[test]
    fn without_a_browser_the_native_tests_run_and_a_sentence_says_how_to_get_one() {
        let machine = Machine::new().with_rust("1.95.0");
        let says = sentence(machine.livechat(&["test"]));
        assert!(
            says.starts_with("there is no ChromeDriver on PATH for the tests in a browser; install Chromium"),
            "{says}"
        );
        assert!(says.ends_with("or name them in CHROMIUM and CHROMEDRIVER"), "{says}");
        assert!(machine.log().ends_with("\ntest\n"), "{}", machine.log());
        assert!(machine.livechat(&["test", "--native"]).output().unwrap().status.success());
    }

    #[test]
    fn an_old_tool_on_path_is_named_and_the_version_that_fits_is_built() {
        let old = "#!/bin/sh\necho wasm-bindgen 0.2.100\n";
        let machine = Machine::new().with_rust("1.95.0").with("chromedriver", "#!/bin/sh\n");
        let machine = machine.with("wasm-bindgen", old).with("wasm-bindgen-test-runner", old);
        let output = machine.livechat(&["test"]).output().unwrap();
        let says = String::from_utf8(output.stdout).unwrap();
        assert!(output.status.success(), "{says}");
        assert!(says.contains("wasm-bindgen is version 0.2.100, and wasm-bindgen-cli 0.2.128 is needed"), "{says}");
        assert!(says.contains("Building wasm-bindgen-cli 0.2.128. This takes about 5 minutes"), "{says}");
        assert!(machine.log().contains("install --locked --root"), "{}", machine.log());
        assert!(machine.log().contains("\ntest --target wasm32-unknown-unknown"), "{}", machine.log());
    }

    #[test]
    fn cargo_binstall_is_used_where_it_is_installed_and_otherwise_the_tool_is_built() {
        let machine = || {
            let machine = Machine::new().with_rust("1.95.0").with("chromedriver", "#!/bin/sh\n");
            machine.with("cargo-binstall", "#!/bin/sh\n")
        };
        let downloads = machine();
        assert!(downloads.livechat(&["test"]).output().unwrap().status.success());
        assert!(downloads.log().contains("\nbinstall --no-confirm"), "{}", downloads.log());
        assert!(!downloads.log().contains("\ninstall "), "{}", downloads.log());

        let builds = machine();
        assert!(builds.livechat(&["test"]).env("FAILS", "binstall").output().unwrap().status.success());
        let log = builds.log();
        assert!(log.contains("\nbinstall ") && log.contains("\ninstall --locked --root"), "{log}");
    }

    #[test]
    fn the_project_is_compiled_while_a_tool_is_built() {
        // Not the default port, which may be in use.
        let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap().port().to_string();
        let machine = Machine::new().with_rust("1.95.0").with("trunk", "#!/bin/sh\necho trunk 0.21.14\n");
        let compiles = "\nbuild --quiet --target wasm32-unknown-unknown\n";
        let says = sentence(machine.livechat(&["dev", "--port", &free]));
        assert!(says.starts_with("Trunk exited (exit status: 0)"), "{says}");
        assert!(machine.log().contains(compiles), "{}", machine.log());

        fs::remove_file(machine.path("log")).unwrap();
        sentence(machine.livechat(&["dev", "--port", &free]));
        assert!(!machine.log().contains(compiles), "the tool is there: {}", machine.log());
    }

    #[test]
    fn npm_is_missing_for_a_release_build() {
        let trunk = "#!/bin/sh\necho trunk 0.21.15\n";
        let tool = "#!/bin/sh\necho wasm-bindgen 0.2.128\n";
        let machine = Machine::new().with_rust("1.95.0").with("trunk", trunk);
        let machine = machine.with("wasm-bindgen", tool).with("wasm-bindgen-test-runner", tool);
        let says = sentence(machine.livechat(&["build"]));
        let starts = "there is no npm on PATH, which installs wasm-opt and esbuild for release builds; install Node.js";
        assert!(says.starts_with(starts), "{says}");
    }
}
