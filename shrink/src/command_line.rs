//! The command line of `livechat-shrink`, which `cargo livechat` includes, too.

use std::env;
use std::path::Path;
use std::process::ExitCode;

use crate::{Error, Options, shrink, tools};

const USAGE: &str = "Makes the release build of a Trunk project smaller.

usage: livechat-shrink [--cut-panics] <folder>
       livechat-shrink --check
       livechat-shrink --version

<folder>        the folder with the build; in a hook of Trunk, $TRUNK_STAGING_DIR
--cut-panics    replace panics by traps: smaller, but the message of a panic is lost
--check         only check that wasm-opt and esbuild are installed";

/// Runs with the arguments of this process.
#[must_use]
pub fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match run(&arguments) {
        Ok(text) => {
            print!("{text}");
            ExitCode::SUCCESS
        }
        Err(text) => {
            eprintln!("{text}");
            ExitCode::FAILURE
        }
    }
}

/// Returns the text to print, as output or as an error.
fn run(arguments: &[&str]) -> Result<String, String> {
    let says = |error: Error| format!("livechat-shrink: {error}");
    match *arguments {
        ["--version"] => Ok(format!("livechat-shrink {}\n", env!("CARGO_PKG_VERSION"))),
        ["--help"] => Ok(format!("{USAGE}\n")),
        ["--check"] => tools::check().map(|()| String::new()).map_err(says),
        ["--cut-panics", folder] => lines(folder, Options { cut_panics: true }).map_err(says),
        [folder] if !folder.starts_with('-') => lines(folder, Options::default()).map_err(says),
        _ => Err(USAGE.to_owned()),
    }
}

/// Shrinks the folder. Returns one line for each file.
fn lines(folder: &str, options: Options) -> Result<String, Error> {
    let files = shrink(Path::new(folder), options)?;
    Ok(files.iter().map(|file| format!("{}: {} bytes, before {}\n", file.name, file.after, file.before)).collect())
}
