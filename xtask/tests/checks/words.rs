//! The words in the tables of "If you see…" are those that are shown: by the framework, by the template and the commands here, and
//! by the compiler in the tests of what must not compile. Other tools' words are listed.

use std::fs;

use regex_lite::Regex;
use xtask::{files, workspace};

/// The sections with the tables.
const TABLES: [&str; 4] = ["On the page", "In the console", "In the terminal", "From the compiler"];

/// Words of Cargo, cargo-generate, Trunk, wasm-bindgen, binaryen and browsers.
const OF_TOOLS: [&str; 12] = [
    "Blocking waiting for file lock on artifact directory",
    "Required cargo-generate version not met",
    "multiple workspace roots found in the same workspace",
    "can't find crate for `core`",
    "failed to select a version for `wasm-bindgen`",
    "conflicts with global allocator in: yew_livechat",
    "error from server task error=Address already in use",
    "server listening at:",
    "couldn't find the required version (…) of the application wasm-bindgen (found: …), unable to download in offline mode",
    "downloading wasm-bindgen version=\"…\"",
    "linked against version of wasm-bindgen that uses a different bindgen format than this binary",
    "violates the following Content Security Policy directive",
];

/// The words in the first column of the tables, which are code.
fn shown() -> Vec<String> {
    let page = fs::read_to_string(workspace::root().unwrap().join("docs/troubleshooting.md")).unwrap();
    let tables: Vec<&str> = page
        .split("\n## ")
        .filter(|section| TABLES.iter().any(|title| section.starts_with(&format!("{title}\n"))))
        .collect();
    assert_eq!(tables.len(), TABLES.len());
    let code = Regex::new(r"``(.+?)``(?:[^`]|$)|`([^`]+)`").unwrap();
    let mut shown = Vec::new();
    for row in
        tables.into_iter().flat_map(str::lines).filter(|line| line.starts_with("| ") && !line.starts_with("| you see"))
    {
        let cell = row.split(" | ").next().unwrap();
        shown.extend(code.captures_iter(cell).map(|span| {
            let words = span.get(1).or_else(|| span.get(2)).unwrap();
            words.as_str().trim().to_owned()
        }));
    }
    shown
}

/// Everything that can show words, as it is shown: without what continues a line or escapes a quotation mark.
fn sources() -> String {
    let root = workspace::root().unwrap();
    let folders = [
        "cargo-livechat/src",
        "protocol/src",
        "src",
        "static",
        "shrink/src",
        "template",
        "tests/compile/fail",
        "trunk",
        "xtask/src",
    ];
    let files = folders.iter().flat_map(|folder| files::below(&root.join(folder)).unwrap());
    let text: String = files.filter_map(|file| fs::read_to_string(file).ok()).collect();
    let text = Regex::new(r"\\\n\s*").unwrap().replace_all(&text, "").replace('\\', "").to_lowercase();
    // A type by its path, as the compiler shows it.
    text.replace("yew_livechat::", "")
}

/// What tests assert: their own folders, and the tests at the end of a source file.
fn tests() -> String {
    let root = workspace::root().unwrap();
    let mut texts = String::new();
    for folder in ["cargo-livechat", "protocol", "shrink", "src", "template/placements", "tests", "xtask"] {
        for file in files::below(&root.join(folder)).unwrap() {
            let is_test = file
                .components()
                .any(|part| ["tests", "test", "specs", "fail"].iter().any(|name| part.as_os_str() == *name));
            let Ok(text) = fs::read_to_string(&file) else { continue };
            match text.find("#[cfg(test)]") {
                Some(at) => texts += &text[at..],
                None if is_test => texts += &text,
                None => {}
            }
        }
    }
    let text = Regex::new(r"\\\n\s*").unwrap().replace_all(&texts, "").replace('\\', "").to_lowercase();
    text.replace("yew_livechat::", "")
}

#[test]
fn each_message_in_the_guide_is_asserted_by_a_test() {
    let (shown, tests) = (shown(), tests());
    for words in shown.iter().filter(|words| !OF_TOOLS.contains(&words.as_str())) {
        let words = words.to_lowercase();
        let longest = words.split('…').map(|part| part.trim().trim_end_matches('.')).max_by_key(|part| part.len());
        assert!(longest.is_some_and(|part| tests.contains(part)), "no test looks for {words:?}");
    }
}

#[test]
fn each_message_in_the_guide_exists_in_the_sources() {
    let (shown, sources) = (shown(), sources());
    assert!(shown.len() > 40, "the tables are read: {shown:?}");
    let ours: Vec<&String> = shown.iter().filter(|words| !OF_TOOLS.contains(&words.as_str())).collect();
    for words in &ours {
        // How long the host has is a number of its own.
        let parts = words.to_lowercase().replace(" 5 s", " … s");
        let parts: Vec<&str> = parts.split('…').map(|part| part.trim().trim_end_matches('.')).collect();
        assert!(parts.iter().any(|part| part.len() > 8), "{words:?} has too few words to be found");
        for part in parts {
            assert!(sources.contains(part), "nothing shows {part:?} of {words:?}: write what is shown");
        }
    }
    for words in OF_TOOLS {
        assert!(shown.iter().any(|shown| shown == words), "no table has {words:?}");
    }
}
