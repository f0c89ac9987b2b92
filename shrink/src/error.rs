use std::io;
use std::path::{Path, PathBuf};

use crate::tools::{PACKAGES, WASM_OPT};

/// Why a build could not be shrunk. The folder may be incomplete.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A file could not be read, written, renamed or removed.
    #[error("cannot access {}: {source}", path.display())]
    File {
        /// The file or folder.
        path: PathBuf,
        /// The cause.
        source: io::Error,
    },
    /// The folder lacks a module with its script.
    #[error("{} has no `…_bg.wasm` with its `….js`; name the folder that Trunk has built into", .0.display())]
    NoModule(PathBuf),
    /// A program is missing.
    #[error("a release build needs {program}, which is not on PATH: run `npm install --global {PACKAGES}`")]
    Missing {
        /// The program.
        program: &'static str,
    },
    /// wasm-opt has a version other than [`crate::tools::WASM_OPT`].
    #[error(
        "a release build needs wasm-opt {WASM_OPT}, and PATH has {found}: run `npm install --global {PACKAGES}`, or put the \
         folder of that version first"
    )]
    WasmOpt {
        /// The version on PATH.
        found: String,
    },
    /// A program failed.
    #[error("{program} failed: {message}")]
    Failed {
        /// The program.
        program: &'static str,
        /// Its output on stderr.
        message: String,
    },
    /// wasm-bindgen's script has an unknown shape.
    #[error(
        "wasm-bindgen wrote a script in an unknown shape: {0}; use the wasm-bindgen version that the template pins, or remove \
         the hook `trunk/shrink.sh` from Trunk.toml"
    )]
    Glue(String),
    /// The module cannot be processed.
    #[error("the WebAssembly module cannot be processed: {0}")]
    Module(String),
    /// The page cannot be processed.
    #[error("the page cannot be processed: {0}")]
    Page(String),
}

impl Error {
    /// For [`Result::map_err`]: adds the file to the error.
    pub(crate) fn file(path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::File { path: path.to_owned(), source }
    }
}

impl From<wasmparser::BinaryReaderError> for Error {
    fn from(error: wasmparser::BinaryReaderError) -> Self {
        Self::Module(error.to_string())
    }
}

impl From<wasm_encoder::reencode::Error> for Error {
    fn from(error: wasm_encoder::reencode::Error) -> Self {
        Self::Module(error.to_string())
    }
}
