//! What our extension's WebAssembly is made of, by crate.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde::Deserialize;
use xshell::{Shell, cmd};

use super::build;
use crate::table::{self, Align};
use crate::tools::{npm, twiggy, wasm_bindgen};
use crate::{process, workspace};

/// What the crates share below this is not worth a line.
const LEAST: f64 = 0.01;

/// One item of twiggy's list.
#[derive(Debug, Deserialize)]
struct Item {
    name: String,
    shallow_size: u64,
}

/// The table.
pub(super) fn table(shell: &Shell, target: &Path) -> Result<String> {
    process::run(cmd!(shell, "cargo build --release --target wasm32-unknown-unknown --package bench-extension"))?;
    let wasm = workspace::target()?.join("wasm32-unknown-unknown/release/bench-extension.wasm");
    let folder = target.join("names");
    optimized(shell, &wasm, &folder, &["-g"])?;
    let twiggy = twiggy::twiggy().ensure(shell)?.join("twiggy");
    let named = folder.join("bench-extension_bg.wasm");
    let list =
        cmd!(shell, "{twiggy} top -n 1000000 -f json {named}").read().context("twiggy cannot read the module")?;
    let items: Vec<Item> = serde_json::from_str(&list).context("cannot make sense of what twiggy says")?;
    Ok(render(&items))
}

/// As Trunk does it: wasm-bindgen, then wasm-opt with the options of the page.
pub(super) fn optimized(shell: &Shell, wasm: &Path, folder: &Path, more: &[&str]) -> Result<()> {
    let bind = wasm_bindgen::wasm_bindgen()?.ensure(shell)?.join("wasm-bindgen");
    let names = (!more.is_empty()).then_some("--keep-debug");
    process::run(cmd!(shell, "{bind} --target web --no-typescript {names...} --out-dir {folder} {wasm}"))?;
    let optimize = npm::programs()?.join("wasm-opt");
    let page = build::folder()?.join("extensions/yew-livechat/index.html");
    let html = fs::read_to_string(&page).with_context(|| format!("cannot read {}", page.display()))?;
    let features = parameters(&html).with_context(|| format!("{} has no data-wasm-opt-params", page.display()))?;
    let bound = folder.join("bench-extension_bg.wasm");
    process::run(cmd!(shell, "{optimize} -Oz {more...} {features...} {bound} -o {bound}"))
}

fn parameters(html: &str) -> Option<Vec<&str>> {
    let rest = html.split_once("data-wasm-opt-params=\"")?.1;
    Some(rest.split_once('"')?.0.split_whitespace().collect())
}

fn render(items: &[Item]) -> String {
    let mut sizes: BTreeMap<String, u64> = BTreeMap::new();
    for item in items.iter().filter(|item| !item.name.contains("function names")) {
        *sizes.entry(owner(&item.name)).or_default() += item.shallow_size;
    }
    let total: u64 = sizes.values().sum();
    #[expect(clippy::cast_precision_loss, reason = "some kilobytes")]
    let share = |size: u64| size as f64 / total as f64;
    let mut sizes: Vec<(String, u64)> = sizes.into_iter().collect();
    sizes.sort_by_key(|(_, size)| std::cmp::Reverse(*size));
    let (large, small): (Vec<_>, Vec<_>) = sizes.into_iter().partition(|(_, size)| share(*size) >= LEAST);
    let rest: u64 = small.iter().map(|(_, size)| size).sum();
    #[expect(clippy::cast_precision_loss, reason = "some kilobytes")]
    let rows: Vec<[String; 3]> = large
        .into_iter()
        .chain([("others, each below a hundredth".to_owned(), rest), ("total".to_owned(), total)])
        .map(|(name, size)| [name, format!("{:.1} kB", size as f64 / 1_000.0), format!("{:.0} %", 100.0 * share(size))])
        .collect();
    table::render(
        [
            ("what our WebAssembly is made of, by crate", Align::Left),
            ("uncompressed", Align::Right),
            ("", Align::Right),
        ],
        &rows,
    )
}

/// The crate that a function is of: of several in its name, as in `<a::B as c::D>::e`, the one that comes first and is not
/// the standard library, since that is who asked for it.
fn owner(name: &str) -> String {
    if name.starts_with("data segment") {
        return "data: text, tables".to_owned();
    }
    // An import's name has the path of a JavaScript file in it, which is no crate's.
    let is_linkage = name.starts_with("import ") || name.starts_with("export ");
    let crates = if is_linkage { Vec::new() } else { crates(name) };
    let of_standard = |krate: &&str| matches!(*krate, "core" | "alloc" | "std");
    let found = crates.iter().find(|krate| !of_standard(krate)).or(crates.first());
    found.map_or_else(|| "exports, imports, types".to_owned(), |krate| (*krate).to_owned())
}

/// The crates that a demangled name begins its paths with.
fn crates(name: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = name;
    while let Some(end) = rest.find("::") {
        let before = rest.get(..end).unwrap_or_default();
        // `name[0123456789abcdef]`, in the newer mangling.
        let before = before.strip_suffix(']').and_then(|hash| hash.rsplit_once('[')).map_or(before, |(name, _)| name);
        let start = before.rfind(|character: char| !character.is_ascii_alphanumeric() && character != '_');
        let word = before.get(start.map_or(0, |start| start + 1)..).unwrap_or_default();
        // What follows `::` is no crate.
        let is_first = !before.get(..before.len() - word.len()).unwrap_or_default().ends_with("::");
        let is_crate = word.starts_with(|character: char| character.is_ascii_lowercase());
        if is_first && is_crate {
            found.push(word);
        }
        // The rest of this path: identifiers joined by `::`.
        rest = rest.get(end + 2..).unwrap_or_default();
        while let Some(next) = rest.find(|character: char| !character.is_ascii_alphanumeric() && character != '_') {
            let Some(further) = rest.get(next..).and_then(|after| after.strip_prefix("::")) else { break };
            rest = further;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_belongs_to_who_asked_for_it() {
        for (name, krate) in [
            ("yew::scheduler::arch::run_scheduler::h708846b9ed86cd4d", "yew"),
            ("<alloc::rc::Rc<T> as yew::utils::RcExt<T>>::unwrap_or_clone::hbdb07b96b6b7a6b6", "yew"),
            ("core::ptr::drop_in_place<wasm_bindgen::JsValue>::h5c970195d72c3915", "wasm_bindgen"),
            (
                "<dlmalloc[e24a27700634d609]::dlmalloc::Dlmalloc<dlmalloc[e24a27700634d609]::sys::System>>::malloc",
                "dlmalloc",
            ),
            ("alloc::raw_vec::RawVecInner<A>::deallocate::h8bda9f615522efc6", "alloc"),
            ("<str as core[c5930c85a12de822]::cmp::PartialEq>::eq.1122", "core"),
            ("data segment \".rodata\"", "data: text, tables"),
            ("export \"memory\"", "exports, imports, types"),
            ("import ./extension_bg.js::__wbg_data_aa7ba49b34c0d883", "exports, imports, types"),
        ] {
            assert_eq!(owner(name), krate, "{name}");
        }
    }

    #[test]
    fn the_table_is_by_size_and_adds_up() {
        let item = |name: &str, shallow_size| Item { name: name.to_owned(), shallow_size };
        let table = render(&[
            item("yew::a", 3_000),
            item("core::a", 6_000),
            item("yew::b", 4_000),
            item("tiny::a", 50),
            item("\"function names\" subsection", 90_000),
        ]);
        let lines: Vec<&str> = table.lines().skip(2).collect();
        assert!(lines[0].starts_with("yew ") && lines[0].contains("7.0 kB"), "{table}");
        assert!(lines[1].starts_with("core ") && lines[1].contains("6.0 kB"), "{table}");
        assert!(lines[2].starts_with("others") && lines[2].contains("0.1 kB"), "{table}");
        assert!(lines[3].starts_with("total") && lines[3].contains("13.1 kB"), "{table}");
    }

    #[test]
    fn the_options_are_those_of_the_page() {
        let html = r#"<link data-wasm-opt="z" data-wasm-opt-params="--enable-a --enable-b" />"#;
        assert_eq!(parameters(html), Some(vec!["--enable-a", "--enable-b"]));
        assert_eq!(parameters("<link />"), None);
    }
}
