//! What the demo may weigh: a change that makes it more than 2 % heavier has to say so, by a line in a file.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::table::{self, Align};
use crate::{sizes, workspace};

/// What it may exceed the file by, in hundredths.
const TOLERANCE: usize = 2;
/// What the file begins with.
const ABOUT: &str = "# What the demo weighs, by file, in bytes as a server sends them (brotli). `cargo xtask test` fails when all of it\n\
                     # is more than 2 % heavier; `cargo xtask build --write-budget` writes down what it weighs now.\n";

/// Bytes by file, names without hashes.
type Weights = BTreeMap<String, usize>;

/// Fails if the demo in this folder is too heavy, with the table of what grew.
pub(crate) fn check(dist: &Path) -> Result<()> {
    let file = file()?;
    let text = fs::read_to_string(&file).with_context(|| format!("cannot read {}: restore it", file.display()))?;
    let budget = parse(&text).with_context(|| format!("{} holds a line without a number", file.display()))?;
    compare(&budget, &weigh(dist)?)
}

/// Writes down what it weighs now.
pub(crate) fn write(dist: &Path) -> Result<()> {
    let file = file()?;
    let lines: String = weigh(dist)?.iter().map(|(name, bytes)| format!("{name} {bytes}\n")).collect();
    fs::write(&file, format!("{ABOUT}{lines}")).with_context(|| format!("cannot write {}", file.display()))
}

fn file() -> Result<PathBuf> {
    Ok(workspace::root()?.join("bench/size-budget.txt"))
}

fn weigh(dist: &Path) -> Result<Weights> {
    let mut weights = Weights::new();
    for (name, bytes) in sizes::brotli_by_file(dist)? {
        *weights.entry(without_hash(&name)).or_default() += bytes;
    }
    Ok(weights)
}

fn parse(text: &str) -> Option<Weights> {
    let lines = text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
    lines
        .map(|line| line.rsplit_once(' ').and_then(|(name, bytes)| Some((name.to_owned(), bytes.parse().ok()?))))
        .collect()
}

fn compare(budget: &Weights, now: &Weights) -> Result<()> {
    let (allowed, weighs) = (budget.values().sum::<usize>(), now.values().sum::<usize>());
    if weighs * 100 <= allowed * (100 + TOLERANCE) {
        return Ok(());
    }
    bail!(
        "the demo weighs {weighs} bytes, its budget is {allowed} and {TOLERANCE} %:\n\n{}\n\n\
         Make it lighter, or raise the budget with `cargo xtask build --write-budget` and say why.",
        what_grew(budget, now)
    )
}

fn what_grew(budget: &Weights, now: &Weights) -> String {
    let of = |weights: &Weights, name: &str| weights.get(name).copied().unwrap_or_default();
    let mut grown: Vec<(&String, usize, usize)> = now
        .keys()
        .map(|name| (name, of(budget, name), of(now, name)))
        .filter(|(_, before, after)| after > before)
        .collect();
    grown.sort_by_key(|(_, before, after)| std::cmp::Reverse(after - before));
    let rows: Vec<[String; 4]> = grown
        .into_iter()
        .map(|(name, before, after)| {
            [name.clone(), before.to_string(), after.to_string(), format!("+{}", after - before)]
        })
        .collect();
    table::render(
        [("what grew", Align::Left), ("budget", Align::Right), ("now", Align::Right), ("", Align::Right)],
        &rows,
    )
}

/// `demo-0123456789abcdef_bg.wasm` as `demo_bg.wasm`.
fn without_hash(name: &str) -> String {
    let mut parts = name.split('-');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let digits = part.bytes().take_while(u8::is_ascii_hexdigit).count();
        // Trunk's hashes lose leading zeros.
        let rest = if (12..=16).contains(&digits) { part.get(digits..).unwrap_or_default() } else { "" };
        if rest.is_empty() {
            plain.push('-');
            plain.push_str(part);
        } else {
            plain.push_str(rest);
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weights(of: &[(&str, usize)]) -> Weights {
        of.iter().map(|(name, bytes)| ((*name).to_owned(), *bytes)).collect()
    }

    #[test]
    fn two_hundredths_more_pass_and_one_byte_more_does_not() {
        let budget = weights(&[("a.js", 1_000), ("b.wasm", 9_000)]);
        assert!(compare(&budget, &budget).is_ok());
        assert!(compare(&budget, &weights(&[("a.js", 1_000), ("b.wasm", 9_200)])).is_ok());
        assert!(compare(&budget, &weights(&[("a.js", 2_500)])).is_ok());
        let error = compare(&budget, &weights(&[("a.js", 900), ("b.wasm", 9_200), ("c.css", 101)])).unwrap_err();
        let text = error.to_string();
        assert!(text.contains("10201 bytes") && text.contains("--write-budget"), "{text}");
        assert!(text.contains("b.wasm       9000  9200  +200\nc.css           0   101  +101"), "{text}");
        assert!(!text.contains("a.js"), "what did not grow is not in the table: {text}");
    }

    #[test]
    fn names_lose_their_hash_and_nothing_else() {
        for (name, plain) in [
            ("demo-6d086f0ca5dfb812_bg.wasm", "demo_bg.wasm"),
            ("demo-c489d3d6a20f6ce.js", "demo.js"),
            ("message-box/index.html", "message-box/index.html"),
            ("icon-facade.svg", "icon-facade.svg"),
        ] {
            assert_eq!(without_hash(name), plain);
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        assert_eq!(parse(&format!("{ABOUT}a b.js 7\n")), Some(weights(&[("a b.js", 7)])));
        assert_eq!(parse("a.js seven\n"), None);
    }
}
