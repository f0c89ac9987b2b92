//! The compressed size of each file of a build, for comparison with another build.

use std::collections::BTreeMap;

use crate::prelude::*;

/// Bytes by file name without hash.
pub type Weights = BTreeMap<String, usize>;

/// Parses lines of a name and a number; returns `None` if a line has no number. Lines that begin with `#` are comments.
pub fn parse(text: &str) -> Option<Weights> {
    let lines = text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
    lines
        .map(|line| line.rsplit_once(' ').and_then(|(name, bytes)| Some((name.to_owned(), bytes.parse().ok()?))))
        .collect()
}

/// Formats the lines that [`parse`] reads.
pub fn lines(weights: &Weights) -> String {
    weights.iter().map(|(name, bytes)| format!("{name} {bytes}\n")).collect()
}

/// Sums the sizes of files that differ only in their hash.
pub fn without_hashes(by_file: impl IntoIterator<Item = (String, usize)>) -> Result<Weights> {
    let mut weights = Weights::new();
    for (name, bytes) in by_file {
        *weights.entry(without_hash(&name)?).or_default() += bytes;
    }
    Ok(weights)
}

/// Turns `demo-0123456789abcdef_bg.wasm` into `demo_bg.wasm`. Trunk omits leading zeros in hashes.
pub fn without_hash(name: &str) -> Result<String> {
    Ok(Regex::new("-[0-9a-f]{12,16}([^0-9a-f-])")?.replace_all(name, "$1").into_owned())
}

/// Formats the change of a file's size: `+12`, `-3`, `new`, or nothing if unchanged.
pub fn change(before: Option<usize>, now: usize) -> String {
    match before {
        None => "new".to_owned(),
        Some(before) if before == now => String::new(),
        Some(before) if before < now => format!("+{}", crate::sizes::grouped(now - before)),
        Some(before) => format!("-{}", crate::sizes::grouped(before - now)),
    }
}
