//! The programs that do most of the work: wasm-opt and esbuild.

use std::env;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use crate::Error;

/// The version of wasm-opt whose options these are.
pub const WASM_OPT: &str = "132";

/// The npm packages that have the two. Any esbuild of the last years will do.
pub const PACKAGES: &str = "binaryen@132.0.0 esbuild@0.28.2";

/// What wasm-opt is told to do.
///
/// The features are those that rustc 1.95 uses, one by one: `--all-features` would let wasm-opt use what browsers lack. The
/// rest was measured after compression: the three passes make a module smaller and its compressed form larger.
pub const OPTIMIZE: [&str; 12] = [
    "-Oz",
    "--one-caller-inline-max-function-size=20",
    "--skip-pass=local-cse",
    "--skip-pass=simplify-locals",
    "--skip-pass=memory-packing",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Fails unless both programs are on PATH, wasm-opt in the right version.
///
/// # Errors
/// With the command that installs what is missing.
pub fn check() -> Result<(), Error> {
    let wasm_opt = find("wasm-opt")?;
    find("esbuild")?;
    let says = run("wasm-opt", Command::new(wasm_opt).arg("--version"), "")?;
    // It says `wasm-opt version 132 (version_132)`.
    let found = says.split_whitespace().nth(2).unwrap_or_default();
    if found == WASM_OPT { Ok(()) } else { Err(Error::WasmOpt { found: found.to_owned() }) }
}

/// Has wasm-opt optimize the module in this file.
///
/// # Errors
/// If wasm-opt is missing or fails.
pub fn optimize(module: &Path, more: &[&str]) -> Result<(), Error> {
    let mut command = Command::new(find("wasm-opt")?);
    run("wasm-opt", command.arg(module).args(OPTIMIZE).args(more).arg("-o").arg(module), "").map(drop)
}

/// Has esbuild minify a text. `options` say of what kind it is and what may be done to it.
///
/// # Errors
/// If esbuild is missing, or does not understand the text.
pub fn minify(text: &str, options: &[&str]) -> Result<String, Error> {
    let mut command = Command::new(find("esbuild")?);
    let minified = run("esbuild", command.args(options).args(["--log-level=error", "--legal-comments=none"]), text)?;
    Ok(minified.trim_end().to_owned())
}

/// The program of that name on PATH.
fn find(program: &'static str) -> Result<PathBuf, Error> {
    // npm's programs are `.cmd` files on Windows, which a plain `Command::new` does not find.
    let endings: &[&str] = if cfg!(windows) { &[".exe", ".cmd"] } else { &[""] };
    let path = env::var_os("PATH").unwrap_or_default();
    let folders = env::split_paths(&path);
    let mut files =
        folders.flat_map(|folder| endings.iter().map(move |ending| folder.join(format!("{program}{ending}"))));
    files.find(|file| file.is_file()).ok_or(Error::Missing { program })
}

/// Runs it with this input, and returns its output.
fn run(program: &'static str, command: &mut Command, input: &str) -> Result<String, Error> {
    let failed = |message: String| Error::Failed { program, message };
    let Output { status, stdout, stderr } = output(command, input).map_err(|error| failed(error.to_string()))?;
    if !status.success() {
        return Err(failed(String::from_utf8_lossy(&stderr).trim().to_owned()));
    }
    String::from_utf8(stdout).map_err(|error| failed(error.to_string()))
}

fn output(command: &mut Command, input: &str) -> std::io::Result<Output> {
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
    if let Some(mut stdin) = child.stdin.take()
        && let Err(error) = stdin.write_all(input.as_bytes())
        // A program that fails at once does not read its input. Its own words say more.
        && error.kind() != std::io::ErrorKind::BrokenPipe
    {
        return Err(error);
    }
    child.wait_with_output()
}
