//! Every fault in the register has a test of each kind that it names, and every such test has its fault.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use fs_err as fs;
use regex_lite::Regex;
use xtask::files;

/// The register, one row a fault.
const REGISTER: &str = "docs/faults.md";
/// The folders with tests. A missing folder is a failure, too: the check must not succeed without looking.
const FOLDERS: [&str; 4] = ["protocol", "src", "components", "tests"];

/// A kind of test as in the register's last column, and how its tests name a fault's number.
type Kind = (&'static str, &'static str);

const NATIVE: Kind = ("native", "`#[test] fn fault_NN_…`");
const BROWSER: Kind = ("browser", "`#[wasm_bindgen_test] async fn fault_NN_…`");
const PAGE: Kind = ("page", "`test(\"fault NN: …\"`");
const KINDS: [Kind; 3] = [NATIVE, BROWSER, PAGE];

/// A fault's number and a kind of test.
type Proof = (u32, Kind);

/// Fails with every pair that only one side has.
pub(super) fn check(root: &Path) -> Result<()> {
    let promised = rows(&fs::read_to_string(root.join(REGISTER))?)?;
    ensure!(!promised.is_empty(), "{REGISTER} has no rows: each begins with `| 1 |`, `| 2 |`, …");
    let mut tests = BTreeSet::new();
    for folder in FOLDERS {
        for file in files::below(&root.join(folder))? {
            match file.extension().and_then(|extension| extension.to_str()) {
                Some("rs") => tests.append(&mut in_rust(&fs::read_to_string(file)?)?),
                Some("ts") => tests.append(&mut in_typescript(&fs::read_to_string(file)?)?),
                _ => {}
            }
        }
    }
    let numbers: BTreeSet<u32> = promised.iter().map(|(number, _)| *number).collect();
    let untested = promised.difference(&tests).map(|(number, (kind, example))| {
        format!("fault {number} is kept by {kind} tests, and none carries its number: name one {example}")
    });
    let unknown = tests.difference(&promised).map(|(number, (kind, _))| match numbers.contains(number) {
        true => format!("{kind} tests carry the number of fault {number}: name {kind} in its row of {REGISTER}"),
        false => format!("{kind} tests carry the number {number}, which {REGISTER} does not have"),
    });
    let wrong: Vec<String> = untested.chain(unknown).collect();
    ensure!(wrong.is_empty(), "Faults and tests do not match:\n{}", wrong.join("\n"));
    Ok(())
}

/// Returns each fault's number with the kinds of tests in its last column.
fn rows(register: &str) -> Result<BTreeSet<Proof>> {
    let row = Regex::new(r"(?m)^\|\s*(\d+)\s*\|(?:.*\|)?([^|\n]*)\|\s*$")?;
    let (mut numbers, mut rows) = (BTreeSet::new(), BTreeSet::new());
    for (_, [number, kept_by]) in row.captures_iter(register).map(|row| row.extract()) {
        ensure!(numbers.insert(number), "{REGISTER} has two rows {number}");
        for name in kept_by.split(',').map(str::trim) {
            let kind = KINDS.into_iter().find(|(kind, _)| *kind == name).with_context(|| {
                let names = KINDS.map(|(kind, _)| kind).join(", ");
                format!("{REGISTER} says that fault {number} is kept by `{name}`: its last column takes {names}")
            })?;
            rows.insert((number.parse()?, kind));
        }
    }
    Ok(rows)
}

/// Finds test functions called `fault_NN_…` that run: only attributes and comments separate them from an attribute
/// whose name ends in `test`. Tests of wasm-bindgen are browser tests.
fn in_rust(text: &str) -> Result<BTreeSet<Proof>> {
    let text = Regex::new(r"(?m)^\s*//.*$")?.replace_all(text, "");
    let function = Regex::new(r"(?m)((?:^\s*#\[.*\]\s*$)+)\s*(?:async )?fn fault_(\d+)_")?;
    let test = Regex::new(r"#\[(?:\w+::)*(\w*test)[\](]")?;
    let mut found = BTreeSet::new();
    for (_, [attributes, number]) in function.captures_iter(&text).map(|function| function.extract()) {
        let name = test.captures_iter(attributes).last().map(|test| test.extract::<1>().1[0]);
        let kind = name.map(|name| if name == "wasm_bindgen_test" { BROWSER } else { NATIVE });
        if let Some(kind) = kind.filter(|_| !attributes.contains("#[ignore")) {
            found.insert((number.parse()?, kind));
        }
    }
    Ok(found)
}

/// Finds `test("fault NN: …"`, with any quotes. `test.skip` and `test.fixme` don't run.
fn in_typescript(text: &str) -> Result<BTreeSet<Proof>> {
    let test = Regex::new(r#"(?m)^\s*test\(["'`]fault (\d+):"#)?;
    test.captures_iter(text).map(|test| Ok((test[1].parse()?, PAGE))).collect()
}
