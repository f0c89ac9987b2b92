//! What a folder weighs: raw, and as a server sends it.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::table::{self, Align};

/// The size of a file, three ways.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Sizes {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

impl Sizes {
    fn of(bytes: &[u8]) -> io::Result<Self> {
        Ok(Self { raw: bytes.len(), gzip: gzip(bytes)?, brotli: brotli(bytes)? })
    }

    fn plus(self, other: Self) -> Self {
        Self { raw: self.raw + other.raw, gzip: self.gzip + other.gzip, brotli: self.brotli + other.brotli }
    }
}

/// What a server sends of all files in the folder, or of the one file, in bytes.
pub(crate) fn brotli_of(path: &Path) -> Result<usize> {
    Ok(by_file(path)?.iter().map(|(_, sizes)| sizes.brotli).sum())
}

/// The same, by file.
pub(crate) fn brotli_by_file(folder: &Path) -> Result<Vec<(String, usize)>> {
    Ok(by_file(folder)?.into_iter().map(|(name, sizes)| (name, sizes.brotli)).collect())
}

/// Each file in the folder by its name there, in order; or the one file.
fn by_file(folder: &Path) -> Result<Vec<(String, Sizes)>> {
    let mut files = Vec::new();
    if folder.is_dir() {
        collect(folder, &mut files)?;
    } else {
        files.push(folder.to_path_buf());
    }
    files.sort();
    ensure!(!files.is_empty(), "{} is empty: run `cargo xtask build` again", folder.display());
    files
        .into_iter()
        .map(|file| {
            let sizes = fs::read(&file)
                .and_then(|bytes| Sizes::of(&bytes))
                .with_context(|| format!("cannot read {}: run the command again", file.display()))?;
            let name = file.strip_prefix(folder).unwrap_or(&file);
            Ok((name.display().to_string(), sizes))
        })
        .collect()
}

/// A table of every file in the folder, and the total.
pub(crate) fn table(folder: &Path) -> Result<String> {
    let mut rows = Vec::new();
    let mut total = Sizes::default();
    for (name, sizes) in by_file(folder)? {
        rows.push(row(&name, sizes));
        total = total.plus(sizes);
    }
    rows.push(row("total", total));
    Ok(table::render(
        [("file", Align::Left), ("raw", Align::Right), ("gzip -9", Align::Right), ("brotli 11", Align::Right)],
        &rows,
    ))
}

fn row(name: &str, sizes: Sizes) -> [String; 4] {
    [name.to_owned(), grouped(sizes.raw), grouped(sizes.gzip), grouped(sizes.brotli)]
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    let unreadable = || format!("cannot read the folder {}", folder.display());
    for entry in fs::read_dir(folder).with_context(unreadable)? {
        let path = entry.with_context(unreadable)?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}

fn gzip(bytes: &[u8]) -> io::Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len())
}

fn brotli(mut bytes: &[u8]) -> io::Result<usize> {
    let parameters =
        brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: bytes.len(), ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut bytes, &mut compressed, &parameters)?;
    Ok(compressed.len())
}

/// `1234567` as `1,234,567`.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_by_three() {
        for (number, text) in [(0, "0"), (999, "999"), (1_000, "1,000"), (12_345, "12,345"), (1_234_567, "1,234,567")] {
            assert_eq!(grouped(number), text);
        }
    }

    #[test]
    fn what_repeats_shrinks_and_brotli_shrinks_it_more() {
        let text = "the same sentence again and again. ".repeat(1_000);
        let sizes = Sizes::of(text.as_bytes()).unwrap();
        assert_eq!(sizes.raw, 35_000);
        assert!(sizes.gzip < 500, "{sizes:?}");
        assert!(sizes.brotli < sizes.gzip, "{sizes:?}");
        assert!(sizes.brotli > 10, "{sizes:?}");
    }

    #[test]
    fn every_file_is_in_the_table_and_the_total_is_their_sum() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("index.html"), "a".repeat(700)).unwrap();
        fs::create_dir(folder.path().join("icons")).unwrap();
        fs::write(folder.path().join("icons/one.svg"), "b".repeat(800)).unwrap();
        let table = table(folder.path()).unwrap();
        let lines: Vec<&str> = table.lines().collect();
        assert_eq!(lines.len(), 5, "{table}");
        assert!(lines[2].starts_with("icons/one.svg") && lines[2].contains(" 800 "));
        assert!(lines[3].starts_with("index.html") && lines[3].contains(" 700 "));
        assert!(lines[4].starts_with("total") && lines[4].contains(" 1,500 "));
    }

    #[test]
    fn an_empty_folder_is_an_error() {
        assert!(table(tempfile::tempdir().unwrap().path()).is_err());
    }
}
