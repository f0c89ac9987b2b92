//! The sizes of a folder's files: raw and compressed.

use std::io::{self, Write};

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::prelude::*;
use crate::{files, table};

/// Returns the compressed size of all files in the folder, or of the one file, in bytes.
pub fn brotli_of(path: &Path) -> Result<usize> {
    Ok(brotli_by_file(path)?.iter().map(|(_, bytes)| bytes).sum())
}

/// Returns the compressed size of each file.
pub fn brotli_by_file(folder: &Path) -> Result<Vec<(String, usize)>> {
    Ok(by_file(folder)?.into_iter().map(|(name, [_, _, brotli])| (name, brotli)).collect())
}

/// Renders a table of every file in the folder, and the total.
pub fn table(folder: &Path) -> Result<String> {
    let mut sizes = by_file(folder)?;
    let total = std::array::from_fn(|kind| sizes.iter().map(|(_, sizes)| sizes[kind]).sum());
    sizes.push(("total".to_owned(), total));
    let row = |(name, [raw, gzip, brotli]): (String, [usize; 3])| [name, grouped(raw), grouped(gzip), grouped(brotli)];
    let rows: Vec<_> = sizes.into_iter().map(row).collect();
    Ok(table::render(["file", ">raw", ">gzip -9", ">brotli 11"], &rows))
}

/// Returns each file by its relative path, sorted, with its raw, gzip and brotli sizes.
pub fn by_file(folder: &Path) -> Result<Vec<(String, [usize; 3])>> {
    let files = files::below(folder)?;
    ensure!(!files.is_empty(), "{} is empty: build again", folder.display());
    files
        .into_iter()
        .map(|file| {
            let bytes = fs::read(&file)?;
            let name = file.strip_prefix(folder).unwrap_or(&file).display().to_string();
            Ok((name, [bytes.len(), gzip(&bytes)?.len(), brotli(&bytes)?.len()]))
        })
        .collect()
}

/// The size at gzip's best compression.
pub fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}

/// The size at brotli's best compression.
pub fn brotli(mut bytes: &[u8]) -> io::Result<Vec<u8>> {
    let parameters =
        brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: bytes.len(), ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut bytes, &mut compressed, &parameters)?;
    Ok(compressed)
}

/// Formats `1234567` as `1,234,567`.
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let groups = digits.as_bytes().rchunks(3).rev().map(String::from_utf8_lossy);
    groups.collect::<Vec<_>>().join(",")
}
