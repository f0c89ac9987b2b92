//! The guide's page about checking, and the version of axe.

use std::fs;

use crate::root;
use cargo_livechat::check::table;

#[test]
fn the_guide_lists_every_check_as_it_is() {
    let page = fs::read_to_string(root().join("docs/checking.md")).unwrap();
    let rows: Vec<String> = table::ALL.iter().map(|check| format!("| `{}` | {} |", check.id, check.expects)).collect();
    let listed: Vec<&str> = page.lines().filter(|line| line.starts_with("| `") && !line.starts_with("| `--")).collect();
    assert_eq!(listed, rows, "copy the rows of cargo-livechat/src/check/table.rs into docs/checking.md");
}

#[test]
fn ids_are_different_words() {
    for (at, check) in table::ALL.iter().enumerate() {
        assert!(check.id.bytes().all(|byte| byte.is_ascii_lowercase()), "{}", check.id);
        assert!(table::ALL.iter().skip(at + 1).all(|other| other.id != check.id), "{}", check.id);
        assert_eq!(table::of(check.id), Some(*check));
    }
}

#[test]
fn the_command_runs_the_version_of_axe_that_the_tests_of_this_repository_run() {
    let lock = fs::read_to_string(root().join("tests/e2e/package-lock.json")).unwrap();
    let lock: serde_json::Value = serde_json::from_str(&lock).unwrap();
    let version = lock["packages"]["node_modules/axe-core"]["version"].as_str().unwrap();
    let source = fs::read_to_string(root().join("cargo-livechat/src/tools/axe.rs")).unwrap();
    assert!(source.contains(&format!("\"axe-core@{version}\"")), "the tests run {version}");
}
