//! Faults without tests, and tests without faults.

use crate::faults_register::check;
use crate::{folder, put, says};

#[test]
fn every_fault_of_the_register_has_a_test_of_each_kind_that_its_row_names() {
    check(&xtask::workspace::root().unwrap()).unwrap();
}

/// A register with one row, and these tests.
fn with(row: &str, files: &[(&str, &str)]) -> anyhow::Result<()> {
    let root = folder(&[("docs/faults.md", row), ("protocol/a.md", ""), ("src/a.md", ""), ("components/a.md", "")]);
    put(&root, "tests/a.md", "");
    for (file, text) in files {
        put(&root, file, text);
    }
    check(root.path())
}

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
    let message = says(with(register, &[]));
    let expected = [(1, "native"), (2, "native"), (2, "browser"), (2, "page")];
    assert_eq!(message.lines().count(), 1 + expected.len(), "{message}");
    for (number, kind) in expected {
        assert!(message.contains(&format!("fault {number} is kept by {kind} tests")), "{message}");
    }
}

#[test]
fn a_row_without_a_kind_of_test_or_with_an_unknown_one_or_twice_is_an_error() {
    for (register, wrong) in [
        ("| 1 | a | unit |", "fault 1 is kept by `unit`: its last column takes native, browser, page"),
        ("| 2 | a | native, |", "fault 2 is kept by ``"),
        ("| 3 | a | |", "fault 3 is kept by ``"),
        ("| 4 | a | native |\n| 4 | b | page |", "two rows 4"),
        ("nothing", "no rows"),
    ] {
        let message = says(with(register, &[]));
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
/// A comment and an attribute may come between.
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
    let rows = "| 1 | a | native |\n| 2 | b | browser |\n| 3 | c | native |\n| 4 | d | native |\n";
    with(rows, &[("src/a.rs", text)]).unwrap();
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
    let rows = "| 1 | a | page |\n| 25 | b | page |\n| 37 | c | page |\n";
    with(rows, &[("tests/e2e/a.ts", text)]).unwrap();
}

#[test]
fn rows_without_tests_of_a_kind_and_tests_without_rows_are_named() {
    let native = ("protocol/tests/a.rs", "#[test]\nfn fault_01_a() {}");
    let browser = ("tests/browser/a.rs", "#[wasm_bindgen_test]\nasync fn fault_01_a() {}");
    let foreign = ("tests/e2e/node_modules/c.ts", "test(\"fault 9: c\", () => {});");
    let page = |number: u32| format!("test(\"fault {number}: b\", () => {{}});");
    let rows = "| 1 | a | native, browser |\n| 2 | b | page |\n";
    with(rows, &[native, browser, foreign, ("tests/e2e/b.ts", &page(2))]).unwrap();

    let message = says(with(rows, &[native, browser, foreign, ("tests/e2e/b.ts", &page(3))]));
    assert!(message.contains("fault 2 is kept by page tests, and none carries its number"), "{message}");
    assert!(message.contains("page tests carry the number 3, which"), "{message}");

    let rows = "| 1 | a | browser, page |\n| 3 | b | page |\n";
    let message = says(with(rows, &[native, browser, foreign, ("tests/e2e/b.ts", &page(3))]));
    assert!(message.contains("fault 1 is kept by page tests, and none carries its number"), "{message}");
    assert!(message.contains("native tests carry the number of fault 1: name native in its row"), "{message}");
    assert_eq!(message.lines().count(), 3, "and nothing else: {message}");
}

#[test]
fn a_missing_folder_of_tests_is_an_error() {
    let root = folder(&[("docs/faults.md", "| 1 | a | native |\n"), ("protocol/a.md", ""), ("src/a.md", "")]);
    assert!(says(check(root.path())).contains("components"));
}
