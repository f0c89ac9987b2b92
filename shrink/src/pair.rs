use std::fs;
use std::path::Path;

use crate::glue::Glue;
use crate::module::{self, panics};
use crate::{Error, Options, tools};

/// esbuild's options for wasm-bindgen's script. They remove functions that have become unused.
const SCRIPT: [&str; 3] = ["--minify", "--format=esm", "--tree-shaking=true"];

/// A module and its script.
#[derive(Debug)]
pub(crate) struct Pair {
    pub(crate) module: Vec<u8>,
    pub(crate) script: String,
}

/// Shrinks both. Overwrites the file of the module, through which wasm-opt gets it.
pub(crate) fn shrink(module: &Path, script: &Path, options: Options) -> Result<Pair, Error> {
    let glue = Glue::parse(&fs::read_to_string(script).map_err(Error::file(script))?)?;
    let read = || fs::read(module).map_err(Error::file(module));
    let mut bytes = read()?;
    if options.cut_panics {
        bytes = panics::cut(&bytes)?;
    }
    bytes = module::prune(&bytes, &glue)?;
    fs::write(module, &bytes).map_err(Error::file(module))?;
    let more: &[&str] = if module::is_low_memory_unused(&bytes)? { &["--low-memory-unused"] } else { &[] };
    tools::optimize(module, more)?;
    bytes = read()?;
    if options.cut_panics {
        bytes = panics::blank_locations(&bytes)?;
    }
    let renamed = module::rename(&bytes, &glue)?;
    module::validate(&renamed.module)?;
    let imports: Vec<&str> = renamed.imports.iter().map(String::as_str).collect();
    let script = glue.print(module::MODULE, &imports, &renamed.exports)?;
    Ok(Pair { module: renamed.module, script: tools::minify(&script, &SCRIPT)? })
}
