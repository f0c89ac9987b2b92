//! The programs that do most of the work: wasm-opt and esbuild.

use std::env;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use crate::Error;

/// The version of wasm-opt that [`OPTIMIZE`] is for.
pub const WASM_OPT: &str = "132";

/// The npm packages with the two programs. Other versions of esbuild work too.
pub const PACKAGES: &str = "binaryen@132.0.0 esbuild@0.28.2";

/// wasm-opt's options.
///
/// The features are the ones that rustc 1.95 uses: with `--all-features`, wasm-opt would use features that browsers lack. The
/// other options have the smallest result after compression: the three skipped passes make the module smaller, and its
/// compressed form larger.
pub const OPTIMIZE: [&str; 13] = [
    "-Oz",
    "--one-caller-inline-max-function-size=20",
    "--always-inline-max-function-size=4",
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

/// Checks that both programs are on PATH, and that wasm-opt has the right version.
///
/// # Errors
/// The error names the command that installs the missing program.
pub fn check() -> Result<(), Error> {
    let wasm_opt = find("wasm-opt")?;
    find("esbuild")?;
    let says = run("wasm-opt", Command::new(wasm_opt).arg("--version"), "")?;
    // It says `wasm-opt version 132 (version_132)`.
    let found = says.split_whitespace().nth(2).unwrap_or_default();
    if found == WASM_OPT { Ok(()) } else { Err(Error::WasmOpt { found: found.to_owned() }) }
}

/// Optimizes the module in this file with wasm-opt, in place.
///
/// # Errors
/// If wasm-opt is missing or fails.
pub fn optimize(module: &Path, more: &[&str]) -> Result<(), Error> {
    let mut command = Command::new(find("wasm-opt")?);
    run("wasm-opt", command.arg(module).args(OPTIMIZE).args(more).arg("-o").arg(module), "").map(drop)
}

/// Minifies a text with esbuild.
///
/// # Errors
/// If esbuild is missing or cannot parse the text.
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
        // A program that fails before it reads its input explains itself on stderr.
        && error.kind() != std::io::ErrorKind::BrokenPipe
    {
        return Err(error);
    }
    child.wait_with_output()
}
