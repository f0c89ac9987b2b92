//! Breaks down our extension's WebAssembly by crate.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::Deserialize;

use super::build;
use crate::prelude::*;
use crate::table;
use crate::tools::pins;

/// An item of twiggy's list.
#[derive(Debug, Deserialize)]
pub struct Item {
    /// Its demangled name.
    pub name: String,
    /// Its own bytes.
    pub shallow_size: u64,
}

/// Returns the breakdown as a table.
pub(super) fn table(shell: &Shell, target: &Path) -> Result<String> {
    let named = build::with_names(shell, &target.join("names"))?;
    pins::twiggy().ensure(shell)?;
    let list = cmd!(shell, "twiggy top -n 1000000 -f json {named}").read()?;
    let items: Vec<Item> = serde_json::from_str(&list).context("cannot parse the output of twiggy")?;
    render(&items)
}

/// Formats the breakdown of these items.
pub fn render(items: &[Item]) -> Result<String> {
    let mut sizes: BTreeMap<String, u64> = BTreeMap::new();
    for item in items.iter().filter(|item| !item.name.contains("function names")) {
        *sizes.entry(owner(&item.name)?).or_default() += item.shallow_size;
    }
    let total: u64 = sizes.values().sum();
    // Smaller shares don't deserve a line.
    let (mut large, small): (Vec<_>, Vec<_>) = sizes.into_iter().partition(|(_, size)| size * 100 >= total);
    large.sort_by_key(|(_, size)| Reverse(*size));
    large.push(("others, each below a hundredth".to_owned(), small.iter().map(|(_, size)| size).sum()));
    large.push(("total".to_owned(), total));
    let row = |(name, size): (String, u64)| {
        #[expect(clippy::cast_precision_loss, reason = "some kilobytes")]
        let (size, total) = (size as f64, total as f64);
        [name, format!("{:.1} kB", size / 1_000.0), format!("{:.0} %", 100.0 * size / total)]
    };
    let rows: Vec<_> = large.into_iter().map(row).collect();
    Ok(table::render(["breakdown of our WebAssembly by crate", ">uncompressed", ">"], &rows))
}

/// Returns the crate that a function belongs to. If its name contains several, as in `<a::B as c::D>::e`, this is the
/// first one outside the standard library, which caused the function to be compiled.
pub fn owner(name: &str) -> Result<String> {
    if name.starts_with("data segment") {
        return Ok("data: text, tables".to_owned());
    }
    // An import's name contains the path of a JavaScript file, which belongs to no crate.
    if name.starts_with("import ") || name.starts_with("export ") {
        return Ok("exports, imports, types".to_owned());
    }
    // Matches the whole path, since only its beginning is a crate. The newer mangling has `name[0123456789abcdef]`.
    let path = Regex::new(r"(::)?([A-Za-z_]\w*)(?:\[[0-9a-f]+\])?(?:::\w+)+")?;
    let paths = path.captures_iter(name).filter(|path| path.get(1).is_none());
    let beginnings = paths.filter_map(|path| Some(path.get(2)?.as_str()));
    let crates: Vec<&str> =
        beginnings.filter(|krate| krate.starts_with(|first: char| first.is_ascii_lowercase())).collect();
    let found = crates.iter().find(|krate| !matches!(**krate, "core" | "alloc" | "std")).or(crates.first());
    Ok(found.map_or("exports, imports, types", |krate| krate).to_owned())
}
