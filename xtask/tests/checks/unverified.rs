//! docs/unverified.md lists every assumption about LiveChat, and every place that depends on one names its id.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use fs_err as fs;
use regex_lite::Regex;
use xtask::workspace;

const PAGE: &str = "docs/unverified.md";
/// Not places: the list, this test, and a copy of other files.
const OTHERS: [&str; 3] = [PAGE, "xtask/tests/checks/unverified.rs", "cargo-livechat/src/template/files.txt"];
/// Files whose places name no id, with the id of each place in order.
const WITHOUT_IDS: [(&str, &[&str]); 9] = [
    ("docs/recipes/authorization.md", &["authorize-sent"]),
    ("docs/recipes/details-section.md", &["section-kept"]),
    ("docs/recipes/send-at-once.md", &["api-not-in-chat"]),
    ("docs/recipes/sign-in.md", &["token-readable", "refresh-lifetime", "sign-in-in-iframe", "answer-by-message"]),
    ("docs/recipes/tag-the-thread.md", &["api-tag-twice"]),
    ("docs/recipes/verify-token.md", &["token-unknown"]),
    ("src/sign_in/options.rs", &["token-readable", "organization-parameter", "sign-in-in-iframe", "answer-by-message"]),
    ("static/sign-in.js", &["token-json"]),
    ("template/sign-in/static/sign-in.js", &["token-json"]),
];

/// The ids of the table's rows.
fn ids(page: &str) -> Vec<String> {
    let row = Regex::new(r"(?m)^\| `([a-z-]+)` \| [^|]+ \| [^|]+ \| [^|]+ \|$").unwrap();
    row.captures_iter(page).map(|row| row[1].to_owned()).collect()
}

/// What is wrong with these files, given as their paths and texts.
fn wrong(files: &[(String, String)], ids: &[String]) -> Vec<String> {
    // A sentence about the mark itself says that something is marked with it.
    let place = Regex::new(r"(mark(?:ed)?(?: it)?\s+|`)?UNVERIFIED(?: \(([a-z, -]+)\))?").unwrap();
    let mut places: BTreeMap<&str, usize> = ids.iter().map(|id| (&**id, 0)).collect();
    let mut wrong = Vec::new();
    for (path, text) in files {
        let mut unnamed = WITHOUT_IDS.iter().find(|(file, _)| file == path).map_or(&[][..], |(_, ids)| ids).iter();
        for found in place.captures_iter(text).filter(|found| found.get(1).is_none()) {
            let named = found.get(2).map(|ids| ids.as_str().split(", ").collect::<Vec<_>>());
            let named = named.or_else(|| unnamed.next().map(|id| vec![*id]));
            let line = 1 + text[..found.get(0).map_or(0, |place| place.start())].matches('\n').count();
            let Some(named) = named else {
                wrong.push(format!("{path}:{line} says UNVERIFIED without an id: add one from {PAGE}"));
                continue;
            };
            for id in named {
                match places.get_mut(id) {
                    Some(count) => *count += 1,
                    None => wrong.push(format!("{path}:{line} says UNVERIFIED ({id}), which has no row in {PAGE}")),
                }
            }
        }
        wrong.extend(unnamed.map(|id| format!("{path} has no UNVERIFIED for {id}: see WITHOUT_IDS in this test")));
    }
    let unused = places.into_iter().filter(|(_, count)| *count == 0);
    wrong.extend(unused.map(|(id, _)| format!("{PAGE} has a row {id}, which no code or page depends on")));
    wrong
}

/// The text files of this checkout, except for those above and the extension that settles the list.
fn files(root: &Path) -> Vec<(String, String)> {
    let listed = Command::new("git").args(["ls-files", "-z"]).current_dir(root).output().unwrap();
    assert!(listed.status.success(), "this test needs git, and a checkout");
    let is_other = |path: &&str| !OTHERS.contains(path) && !path.starts_with("examples/field-check/");
    String::from_utf8(listed.stdout)
        .unwrap()
        .split_terminator('\0')
        .filter(is_other)
        // Pictures are no text, and a file that was deleted is still listed until the commit.
        .filter_map(|path| Some((path.to_owned(), fs::read_to_string(root.join(path)).ok()?)))
        .collect()
}

#[test]
fn every_assumption_is_listed_and_every_row_is_referred_to() {
    let root = workspace::root().unwrap();
    let ids = ids(&fs::read_to_string(root.join(PAGE)).unwrap());
    assert!(ids.len() > 40, "{ids:?}");
    let wrong = wrong(&files(&root), &ids);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn an_id_that_is_missing_unknown_or_unused_is_named() {
    let page = "| id | a | b | c |\n|---|---|---|---|\n| `one` | a | b | step `x` |\n| `two` | a | b | c |\n";
    let ids = ids(page);
    assert_eq!(ids, ["one", "two"]);
    let wrong = |text: &str| wrong(&[("a.rs".to_owned(), text.to_owned())], &ids);
    assert!(wrong("// UNVERIFIED (one, two): a. Facts are marked UNVERIFIED.").is_empty());
    for (text, message) in [
        ("\n\n// UNVERIFIED: a", "a.rs:3 says UNVERIFIED without an id"),
        ("// UNVERIFIED (three)", "says UNVERIFIED (three), which has no row"),
        ("// UNVERIFIED (one)", "has a row two, which no code or page depends on"),
    ] {
        let found = wrong(text).join("\n");
        assert!(found.contains(message), "{found}");
    }
    let less = self::wrong(&[("static/sign-in.js".to_owned(), String::new())], &[]);
    assert_eq!(less.len(), 1, "{less:?}");
}

#[test]
fn every_row_of_the_page_is_read() {
    let root = workspace::root().unwrap();
    let page = fs::read_to_string(root.join(PAGE)).unwrap();
    let rows = page.lines().filter(|line| line.starts_with("| `")).count();
    assert_eq!(ids(&page).len(), rows, "a row has another number of cells than the others");
}
