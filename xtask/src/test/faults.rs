//! Has every fault in the register a test that carries its number, and every such test its fault?

use std::collections::BTreeSet;
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

pub(super) fn run() -> Result<Ran> {
    check(&workspace::root()?)?;
    Ok(Ran::Check)
}

fn check(root: &Path) -> Result<()> {
    let register = root.join(REGISTER);
    let text =
        fs::read_to_string(&register).with_context(|| format!("cannot read {}: restore it", register.display()))?;
    let rows = rows(&text);
    ensure!(!rows.is_empty(), "{REGISTER} has no rows: each begins with `| 1 |`, `| 2 |`, …");
    let mut tests = BTreeSet::new();
    for folder in FOLDERS {
        collect(&root.join(folder), &mut tests)?;
    }
    let untested = listed(rows.difference(&tests));
    let unknown = listed(tests.difference(&rows));
    let mut wrong = Vec::new();
    if !untested.is_empty() {
        wrong.push(format!("no test carries the number of {untested}: name one `fault_NN_…`, or `fault NN: …`"));
    }
    if !unknown.is_empty() {
        wrong.push(format!("tests carry the number of {unknown}, which {REGISTER} does not have"));
    }
    if !wrong.is_empty() {
        bail!("Faults and tests do not match: {}.", wrong.join("; "));
    }
    println!("{} faults, and each has a test.", rows.len());
    Ok(())
}

fn listed<'a>(numbers: impl Iterator<Item = &'a u32>) -> String {
    numbers.map(u32::to_string).collect::<Vec<_>>().join(", ")
}

/// The numbers in the first column of the register.
fn rows(register: &str) -> BTreeSet<u32> {
    register.lines().filter_map(|line| line.strip_prefix('|')?.split('|').next()?.trim().parse().ok()).collect()
}

/// Adds the numbers of the tests in a folder's sources.
fn collect(folder: &Path, found: &mut BTreeSet<u32>) -> Result<()> {
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
        let numbers: fn(&str) -> BTreeSet<u32> = match path.extension().and_then(|extension| extension.to_str()) {
            Some("rs") => in_rust,
            Some("ts") => in_typescript,
            _ => continue,
        };
        let text =
            fs::read_to_string(&path).with_context(|| format!("cannot read {}: is it UTF-8?", path.display()))?;
        found.extend(numbers(&text));
    }
    Ok(())
}

/// Functions called `fault_NN_…` that are tests and run: right after an attribute whose name ends in `test`,
/// with nothing but other attributes and comments between.
fn in_rust(text: &str) -> BTreeSet<u32> {
    let mut found = BTreeSet::new();
    let mut is_test = false;
    let mut is_ignored = false;
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//")) {
        if let Some(attribute) = line.strip_prefix("#[") {
            let name = attribute.split([']', '(', ' ']).next().unwrap_or_default();
            is_test |= name.rsplit("::").next().is_some_and(|name| name.ends_with("test"));
            is_ignored |= name == "ignore";
            continue;
        }
        let name = line.strip_prefix("async ").unwrap_or(line).strip_prefix("fn fault_");
        if is_test && !is_ignored {
            found.extend(name.and_then(|name| leading_number(name, '_')));
        }
        (is_test, is_ignored) = (false, false);
    }
    found
}

/// `test("fault NN: …"`, with whatever quotes. `test.skip` and `test.fixme` are no tests that run.
fn in_typescript(text: &str) -> BTreeSet<u32> {
    text.lines()
        .map(str::trim)
        .filter(|line| !line.starts_with("//"))
        .filter_map(|line| {
            let title = line.strip_prefix("test(")?;
            leading_number(title.strip_prefix(['"', '\'', '`'])?.strip_prefix("fault ")?, ':')
        })
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
    fn rows_are_lines_that_begin_with_a_number() {
        let register = "\
| number | fault |
|---|---|
| 1 | a message |
|  2| another |
12 angry men | 3 |
| 4a | no number |
text | 5 |";
        assert_eq!(rows(register), [1, 2].into());
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
        assert_eq!(in_rust(text), [1, 2, 3, 4].into());
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
        assert_eq!(in_typescript(text), [1, 25, 37].into());
    }

    #[test]
    fn rows_without_tests_and_tests_without_rows_are_named() {
        let root = tempfile::tempdir().unwrap();
        let write = |path: &str, text: &str| {
            let path = root.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        };
        write(REGISTER, "| 1 | a |\n| 2 | b |\n");
        write("protocol/tests/a.rs", "#[test]\nfn fault_01_a() {}");
        write("src/lib.rs", "");
        write("components/src/lib.rs", "");
        write("tests/e2e/b.ts", "test(\"fault 2: b\", () => {});");
        write("tests/e2e/node_modules/c.ts", "test(\"fault 9: c\", () => {});");
        assert!(check(root.path()).is_ok());

        write("tests/e2e/b.ts", "test(\"fault 3: b\", () => {});");
        let message = check(root.path()).unwrap_err().to_string();
        assert!(message.contains("the number of 2: name one"), "{message}");
        assert!(message.contains("the number of 3, which"), "{message}");

        write(REGISTER, "nothing");
        assert!(check(root.path()).unwrap_err().to_string().contains("no rows"));
        fs::remove_dir_all(root.path().join("components")).unwrap();
        write(REGISTER, "| 1 | a |\n| 3 | b |\n");
        assert!(check(root.path()).unwrap_err().to_string().contains("components"));
    }
}
