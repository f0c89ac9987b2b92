//! The program, with a wasm-opt that does nothing and an esbuild that marks what it minifies.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Output};

use crate::support::{SCRIPT, Sample, script};
use tempfile::TempDir;

/// A folder built by Trunk, and programs.
struct Build(TempDir);

/// A change to the build before the test.
type Change<'a> = &'a dyn Fn(&Build);

const NAME: &str = "extension-0123456789abcdef";
const PAGE: &str = "<!doctype html>\n<!-- a comment -->\n<style>a { b: c }</style>\n\
                    <script>start(\"/extension-0123456789abcdef.js\", \"/extension-0123456789abcdef_bg.wasm\")</script>\n";

impl Build {
    fn new() -> Self {
        let build = Self(tempfile::tempdir().unwrap());
        let imports = vec![(SCRIPT.to_owned(), "__wbg_log".to_owned(), 0)];
        let exports = vec![("__wbindgen_start".to_owned(), 1)];
        let module = Sample { imports, exports, calls: vec![vec![0]], ..Sample::default() }.encode();
        build.put(&format!("dist/{NAME}_bg.wasm"), module);
        build.put(&format!("dist/{NAME}.js"), script(&[("__wbg_log", "function() {}")], ""));
        build.put("dist/index.html", PAGE);
        build.put("dist/message-box/index.html", PAGE);
        // Not text.
        build.put("dist/picture.png", [b"\x89PNG\xff ", NAME.as_bytes()].concat());
        build.program("wasm-opt", "[ \"$1\" = --version ] && echo 'wasm-opt version 132 (version_132)'; exit 0");
        build.program("esbuild", "echo \"/*$1*/\"; cat");
        build
    }

    fn path(&self, file: &str) -> std::path::PathBuf {
        self.0.path().join(file)
    }

    fn put(&self, file: &str, content: impl AsRef<[u8]>) {
        fs::create_dir_all(self.path(file).parent().unwrap()).unwrap();
        fs::write(self.path(file), content).unwrap();
    }

    fn program(&self, name: &str, does: &str) {
        let file = format!("programs/{name}");
        self.put(&file, format!("#!/bin/sh\n{does}\n"));
        fs::set_permissions(self.path(&file), fs::Permissions::from_mode(0o755)).unwrap();
    }

    fn text(&self, file: &str) -> String {
        fs::read_to_string(self.path(file)).unwrap()
    }

    /// Runs the program. Returns its output, or its errors if it failed.
    fn run(&self, arguments: &[&str]) -> Result<String, String> {
        let mut command = Command::new(env!("CARGO_BIN_EXE_livechat-shrink"));
        // The programs here are scripts, which call others.
        let path = format!("{}:/usr/bin:/bin", self.path("programs").display());
        let Output { status, stdout, stderr } =
            command.args(arguments).current_dir(self.0.path()).env("PATH", path).output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        if status.success() { Ok(text(stdout)) } else { Err(text(stderr)) }
    }

    /// The names in the folder, except pages and pictures.
    fn pair(&self) -> [String; 2] {
        let names =
            fs::read_dir(self.path("dist")).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut pair: Vec<String> = names.filter(|name| name.starts_with("extension")).collect();
        pair.sort();
        pair.try_into().unwrap()
    }
}

#[test]
fn module_and_script_are_named_after_what_they_have_become_and_pages_refer_to_them() {
    let build = Build::new();
    let output = build.run(&["dist"]).unwrap();
    let [script, module] = build.pair();
    let stem = script.strip_suffix(".js").unwrap();
    assert_eq!(module, format!("{stem}_bg.wasm"));
    let hash = stem.strip_prefix("extension-").unwrap();
    assert!(hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()) && stem != NAME, "{stem}");
    for page in ["dist/index.html", "dist/message-box/index.html"] {
        let expected = format!(
            "<!doctype html>\n<style>/*--loader=css*/\na {{ b: c }}</style>\n\
             <script>/*--minify-whitespace*/\nstart(\"/{stem}.js\", \"/{stem}_bg.wasm\")</script>\n"
        );
        assert_eq!(build.text(page), expected);
    }
    assert!(build.text(&format!("dist/{script}")).starts_with("/*--minify*/\nfunction __wbg_get_imports"));
    assert!(output.contains(&format!("{script}: ")) && output.contains("message-box/index.html: "), "{output}");
}

#[test]
fn the_same_content_has_the_same_name_and_another_has_another() {
    let (one, same, other) = (Build::new(), Build::new(), Build::new());
    other.program("esbuild", "echo newer; cat");
    for build in [&one, &same, &other] {
        build.run(&["dist"]).unwrap();
    }
    assert_eq!(one.pair(), same.pair());
    assert_ne!(one.pair(), other.pair());
}

#[test]
fn names_without_a_hash_stay() {
    let build = Build::new();
    for ending in [".js", "_bg.wasm"] {
        fs::rename(build.path(&format!("dist/{NAME}{ending}")), build.path(&format!("dist/extension{ending}")))
            .unwrap();
    }
    build.run(&["dist"]).unwrap();
    assert_eq!(build.pair(), ["extension.js", "extension_bg.wasm"]);
}

#[test]
fn a_build_that_cannot_be_shrunk_is_an_error() {
    let cases: [(&str, Change<'_>, &str); 9] = [
        (
            "no module",
            &|build| fs::remove_file(build.path(&format!("dist/{NAME}_bg.wasm"))).unwrap(),
            "dist has no `…_bg.wasm`",
        ),
        (
            "no script",
            &|build| fs::remove_file(build.path(&format!("dist/{NAME}.js"))).unwrap(),
            "dist has no `…_bg.wasm`",
        ),
        (
            "no wasm",
            &|build| build.put(&format!("dist/{NAME}_bg.wasm"), "<!doctype html>"),
            "the WebAssembly module cannot be",
        ),
        (
            "another script",
            &|build| build.put(&format!("dist/{NAME}.js"), "let a;"),
            "wasm-bindgen wrote a script in an unknown",
        ),
        ("shrunk twice", &|build| drop(build.run(&["dist"]).unwrap()), "wasm-bindgen wrote a script in an unknown"),
        (
            "no page",
            &|build| {
                for page in ["dist/index.html", "dist/message-box/index.html"] {
                    build.put(page, "<!doctype html>");
                }
            },
            "no page loads `extension-0123456789abcdef.js`",
        ),
        (
            "integrity",
            &|build| {
                build.put("dist/index.html", format!("<link integrity=\"sha384-a\" href=\"/{NAME}.js\">"));
            },
            "whose `integrity` does not fit the smaller file",
        ),
        (
            "wasm-opt fails",
            &|build| build.program("wasm-opt", "echo 'Unknown option' >&2; exit 1"),
            "wasm-opt failed: Unknown option",
        ),
        (
            "esbuild fails",
            &|build| build.program("esbuild", "echo 'Expected }' >&2; exit 1"),
            "esbuild failed: Expected }",
        ),
    ];
    for (what, change, says) in cases {
        let build = Build::new();
        change(&build);
        let text = build.run(&["dist"]).unwrap_err();
        assert!(text.starts_with("livechat-shrink: ") && text.contains(says), "{what}: {text}");
    }
}

#[test]
fn the_check_names_what_is_missing_and_how_to_install_it() {
    let install = "run `npm install --global binaryen@132.0.0 esbuild@0.28.2`";
    let without: &dyn Fn(&str) -> Result<String, String> = &|program| {
        let build = Build::new();
        fs::remove_file(build.path(&format!("programs/{program}"))).unwrap();
        build.run(&["--check"])
    };
    for program in ["wasm-opt", "esbuild"] {
        let says = format!("livechat-shrink: a release build needs {program}, which is not on PATH: {install}\n");
        assert_eq!(without(program), Err(says));
    }
    let build = Build::new();
    assert_eq!(build.run(&["--check"]), Ok(String::new()));
    build.program("wasm-opt", "echo 'wasm-opt version 116 (version_116)'");
    let says = build.run(&["--check"]).unwrap_err();
    assert!(
        says.contains("a release build needs wasm-opt 132, and PATH has 116: ") && says.contains(install),
        "{says}"
    );
}

#[test]
fn the_command_line_is_explained() {
    let build = Build::new();
    assert_eq!(build.run(&["--version"]).unwrap(), format!("livechat-shrink {}\n", env!("CARGO_PKG_VERSION")));
    assert!(build.run(&["--help"]).unwrap().contains("--cut-panics"));
    for wrong in [&[][..], &["--cut-panics"], &["--wrong"], &["dist", "dist"]] {
        assert!(build.run(wrong).unwrap_err().contains("usage: livechat-shrink"), "{wrong:?}");
    }
    assert!(Path::new(&build.path(&format!("dist/{NAME}.js"))).exists(), "something was shrunk");
}
