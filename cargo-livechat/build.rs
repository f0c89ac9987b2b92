//! Embeds `template/`, the only source of new projects, as a list of paths and contents.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let template = Path::new(env!("CARGO_MANIFEST_DIR")).join("../template").canonicalize()?;
    println!("cargo::rerun-if-changed={}", template.display());
    let mut files = Vec::new();
    collect(&template, &mut files)?;
    files.sort();
    let mut source = String::from("&[\n");
    for file in files {
        let name = file.strip_prefix(&template).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        let path = file.to_string_lossy().into_owned();
        let line = writeln!(source, "    ({name:?}, include_str!({path:?})),");
        line.map_err(io::Error::other)?;
    }
    source.push(']');
    let out = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("Cargo sets OUT_DIR"))?;
    fs::write(PathBuf::from(out).join("template.rs"), source)
}

/// Returns every file below the folder.
fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}
