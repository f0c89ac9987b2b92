//! Has every fault in the register a test of each kind that keeps its promise, and every such test its fault?

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};

use super::Ran;
use crate::workspace;

/// The register, one row a fault.
const REGISTER: &str = "docs/faults.md";
/// Where tests are. A missing folder is a failure too: a check must not be green because it looks nowhere.
const FOLDERS: [&str; 4] = ["protocol", "src", "components", "tests"];
/// Folders that hold other people's files.
const FOREIGN: [&str; 2] = ["node_modules", "target"];

/// A kind of test, as the register's last column names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Native,
    Browser,
    Page,
}

impl Kind {
    const ALL: [Self; 3] = [Self::Native, Self::Browser, Self::Page];

    fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    fn name(self) -> &'static str {
        match self {
            Self::Native => "native",
            Self::Browser => "browser",
            Self::Page => "page",
        }
    }

    /// How a test of this kind carries the number of a fault.
    fn example(self) -> &'static str {
        match self {
            Self::Native => "`#[test] fn fault_NN_…`",
            Self::Browser => "`#[wasm_bindgen_test] async fn fault_NN_…`",
            Self::Page => "`test(\"fault NN: …\"`",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A fault's number together with a kind of test.
type Proof = (u32, Kind);

pub(super) fn run() -> Result<Ran> {
    check(&workspace::root()?)?;
    Ok(Ran::Check)
}

fn check(root: &Path) -> Result<()> {
    let register = root.join(REGISTER);
    let text =
        fs::read_to_string(&register).with_context(|| format!("cannot read {}: restore it", register.display()))?;
    let rows = rows(&text)?;
    ensure!(!rows.is_empty(), "{REGISTER} has no rows: each begins with `| 1 |`, `| 2 |`, …");
    let mut tests = BTreeSet::new();
    for folder in FOLDERS {
        collect(&root.join(folder), &mut tests)?;
    }
    let wrong = mismatches(&rows, &tests);
    if !wrong.is_empty() {
        bail!("Faults and tests do not match:\n{}", wrong.join("\n"));
    }
    println!("{} faults, and each has a test of every kind that its row names.", rows.len());
    Ok(())
}

/// A sentence for each row and kind of test that one side has and the other has not.
fn mismatches(rows: &BTreeMap<u32, BTreeSet<Kind>>, tests: &BTreeSet<Proof>) -> Vec<String> {
    let promised: BTreeSet<Proof> =
        rows.iter().flat_map(|(number, kinds)| kinds.iter().map(|kind| (*number, *kind))).collect();
    let untested = promised.difference(tests).map(|(number, kind)| {
        format!("fault {number} is kept by {kind} tests, and none carries its number: name one {}", kind.example())
    });
    let unknown = tests.difference(&promised).map(|(number, kind)| match rows.contains_key(number) {
        true => format!("{kind} tests carry the number of fault {number}: name {kind} in its row of {REGISTER}"),
        false => format!("{kind} tests carry the number {number}, which {REGISTER} does not have"),
    });
    untested.chain(unknown).collect()
}

/// The numbers in the first column of the register, and the kinds of tests in the last.
fn rows(register: &str) -> Result<BTreeMap<u32, BTreeSet<Kind>>> {
    let mut rows = BTreeMap::new();
    for cells in register.lines().filter_map(|line| line.strip_prefix('|')?.trim_end().strip_suffix('|')) {
        let number = cells.split('|').next().and_then(|number| number.trim().parse().ok());
        let Some(number) = number else { continue };
        let kept_by = cells.rsplit('|').next().unwrap_or_default();
        let kinds = kept_by.split(',').map(str::trim).map(|name| {
            Kind::named(name).with_context(|| {
                let names = Kind::ALL.map(Kind::name).join(", ");
                format!("{REGISTER} says that fault {number} is kept by `{name}`: its last column takes {names}")
            })
        });
        ensure!(rows.insert(number, kinds.collect::<Result<_>>()?).is_none(), "{REGISTER} has two rows {number}");
    }
    Ok(rows)
}

/// Adds the tests in a folder's sources.
fn collect(folder: &Path, found: &mut BTreeSet<Proof>) -> Result<()> {
    let unreadable = || format!("cannot read {}: restore it", folder.display());
    for entry in fs::read_dir(folder).with_context(unreadable)? {
        let entry = entry.with_context(unreadable)?;
        let path = entry.path();
        if entry.file_type().with_context(unreadable)?.is_dir() {
            if !FOREIGN.iter().any(|name| entry.file_name() == *name) {
                collect(&path, found)?;
            }
            continue;
        }
        let proofs: fn(&str) -> BTreeSet<Proof> = match path.extension().and_then(|extension| extension.to_str()) {
            Some("rs") => in_rust,
            Some("ts") => in_typescript,
            _ => continue,
        };
        let text =
            fs::read_to_string(&path).with_context(|| format!("cannot read {}: is it UTF-8?", path.display()))?;
        found.extend(proofs(&text));
    }
    Ok(())
}

/// Functions called `fault_NN_…` that are tests and run: right after an attribute whose name ends in `test`,
/// with nothing but other attributes and comments between. Those that wasm-bindgen runs are browser tests.
fn in_rust(text: &str) -> BTreeSet<Proof> {
    let mut found = BTreeSet::new();
    let mut test = None;
    let mut is_ignored = false;
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//")) {
        if let Some(attribute) = line.strip_prefix("#[") {
            let name = attribute.split([']', '(', ' ']).next().unwrap_or_default();
            test = match name.rsplit("::").next() {
                Some("wasm_bindgen_test") => Some(Kind::Browser),
                Some(name) if name.ends_with("test") => Some(Kind::Native),
                _ => test,
            };
            is_ignored |= name == "ignore";
            continue;
        }
        let name = line.strip_prefix("async ").unwrap_or(line).strip_prefix("fn fault_");
        if let Some(kind) = test.filter(|_| !is_ignored) {
            found.extend(name.and_then(|name| leading_number(name, '_')).map(|number| (number, kind)));
        }
        (test, is_ignored) = (None, false);
    }
    found
}

/// `test("fault NN: …"`, with whatever quotes. `test.skip` and `test.fixme` are no tests that run.
fn in_typescript(text: &str) -> BTreeSet<Proof> {
    text.lines()
        .map(str::trim)
        .filter(|line| !line.starts_with("//"))
        .filter_map(|line| {
            let title = line.strip_prefix("test(")?;
            leading_number(title.strip_prefix(['"', '\'', '`'])?.strip_prefix("fault ")?, ':')
        })
        .map(|number| (number, Kind::Page))
        .collect()
}

/// The number that the text begins with, if that sign follows.
fn leading_number(text: &str, sign: char) -> Option<u32> {
    text.split_once(sign)?.0.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_lines_that_begin_with_a_number_and_end_with_kinds_of_tests() {
        let register = "\
| number | fault | kept by |
|---|---|---|
| 1 | a message | native |
|  2| another | native,page , browser |\u{20}
12 angry men | 3 |
| 4a | no number | page |
text | 5 |";
        let expected = [(1, [Kind::Native].into()), (2, Kind::ALL.into())].into();
        assert_eq!(rows(register).unwrap(), expected);
    }

    #[test]
    fn a_row_without_a_kind_of_test_or_with_an_unknown_one_or_twice_is_an_error() {
        for (register, wrong) in [
            ("| 1 | a | unit |", "fault 1 is kept by `unit`: its last column takes native, browser, page"),
            ("| 2 | a | native, |", "fault 2 is kept by ``"),
            ("| 3 | a | |", "fault 3 is kept by ``"),
            ("| 4 | a | native |\n| 4 | b | page |", "two rows 4"),
        ] {
            let message = rows(register).unwrap_err().to_string();
            assert!(message.contains(wrong), "{message}");
        }
    }

    #[test]
    fn in_rust_only_tests_that_run_count() {
        let text = "
#[test]
fn fault_01_first() {}

    #[wasm_bindgen_test]
    async fn fault_02_in_a_browser() {}

#[test]
/// A comment and an attribute may stand between.
#[should_panic(expected = \"x\")]
fn fault_03_third() {}

#[tokio::test]
async fn fault_04_fourth() {}

fn fault_05_helper() {}

// #[test] fn fault_06_commented() {}
#[test]
fn another() { fault_07_called(); }
fn fault_07_called() {}

#[test]
#[ignore]
fn fault_08_ignored() {}

#[test]
fn fault_x_no_number() {}

/// #[test]
fn fault_09_in_documentation() {}

#[cfg(test)]
fn fault_10_helper_of_tests() {}";
        let expected = [(1, Kind::Native), (2, Kind::Browser), (3, Kind::Native), (4, Kind::Native)];
        assert_eq!(in_rust(text), expected.into());
    }

    #[test]
    fn in_typescript_only_tests_that_run_count() {
        let text = "
test(\"fault 01: first\", async ({ page }) => {});
  test('fault 25: indented', async () => {});
    test(`fault 37: wasm comes late, ${driver}`, async () => {});
test.skip(\"fault 26: skipped\", () => {});
test.fixme(\"fault 27: broken\", () => {});
// test(\"fault 28: commented\", () => {});
test(\"faults 29: another word\", () => {});
test.describe(\"fault 30: a group\", () => {});
expect(\"fault 31: no test\");";
        assert_eq!(in_typescript(text), [1, 25, 37].map(|number| (number, Kind::Page)).into());
    }

    #[test]
    fn rows_without_tests_of_a_kind_and_tests_without_rows_are_named() {
        let root = tempfile::tempdir().unwrap();
        let write = |path: &str, text: &str| {
            let path = root.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        };
        write(REGISTER, "| 1 | a | native, browser |\n| 2 | b | page |\n");
        write("protocol/tests/a.rs", "#[test]\nfn fault_01_a() {}");
        write("tests/browser/a.rs", "#[wasm_bindgen_test]\nasync fn fault_01_a() {}");
        write("src/lib.rs", "");
        write("components/src/lib.rs", "");
        write("tests/e2e/b.ts", "test(\"fault 2: b\", () => {});");
        write("tests/e2e/node_modules/c.ts", "test(\"fault 9: c\", () => {});");
        assert!(check(root.path()).is_ok());

        write("tests/e2e/b.ts", "test(\"fault 3: b\", () => {});");
        let message = check(root.path()).unwrap_err().to_string();
        assert!(message.contains("fault 2 is kept by page tests, and none carries its number"), "{message}");
        assert!(message.contains("page tests carry the number 3, which"), "{message}");

        write(REGISTER, "| 1 | a | browser, page |\n| 3 | b | page |\n");
        let message = check(root.path()).unwrap_err().to_string();
        assert!(message.contains("fault 1 is kept by page tests, and none carries its number"), "{message}");
        assert!(message.contains("native tests carry the number of fault 1: name native in its row"), "{message}");
        assert_eq!(message.lines().count(), 3, "and nothing else: {message}");

        write(REGISTER, "nothing");
        assert!(check(root.path()).unwrap_err().to_string().contains("no rows"));
        fs::remove_dir_all(root.path().join("components")).unwrap();
        write(REGISTER, "| 1 | a | native, browser |\n| 3 | b | page |\n");
        assert!(check(root.path()).unwrap_err().to_string().contains("components"));
    }
}
