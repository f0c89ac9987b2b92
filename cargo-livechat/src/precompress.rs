//! Writes compressed copies of a build's files, so that servers don't compress at request time.

use crate::prelude::*;
use crate::{files, sizes};

/// The extensions of compressible files.
const TEXTS: [&str; 10] = ["css", "html", "js", "json", "map", "svg", "txt", "wasm", "webmanifest", "xml"];

/// The extensions of the copies.
const COPIES: [&str; 2] = ["br", "gz"];

/// Writes a `.br` and a `.gz` of each file in the folder that shrinks by compression. Returns the number of copies.
pub fn write(dist: &Path) -> Result<usize> {
    let mut written = 0;
    for file in files::below(dist)?.into_iter().filter(|file| has_extension(file, &TEXTS)) {
        let bytes = fs::read(&file)?;
        for (extension, compressed) in [("br", sizes::brotli(&bytes)?), ("gz", sizes::gzip(&bytes)?)] {
            if compressed.len() < bytes.len() {
                let mut copy = file.clone().into_os_string();
                copy.push(format!(".{extension}"));
                fs::write(PathBuf::from(copy), compressed)?;
                written += 1;
            }
        }
    }
    Ok(written)
}

/// Whether the file is a compressed copy.
pub fn is_copy(file: &Path) -> bool {
    has_extension(file, &COPIES)
}

fn has_extension(file: &Path, extensions: &[&str]) -> bool {
    file.extension().is_some_and(|own| extensions.iter().any(|extension| own == *extension))
}
