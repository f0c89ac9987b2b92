//! No documentation, comment or string has one of the words in prose.txt. There is no list of exceptions.

use std::fs;
use std::path::Path;

use regex_lite::{Captures, Regex};
use xtask::{files, workspace};

use crate::folder;

/// A pattern of prose.txt.
struct Word {
    pattern: Regex,
    write: &'static str,
    example: &'static str,
}

fn words() -> Vec<Word> {
    let lines = include_str!("prose.txt").lines().filter(|line| !line.starts_with("# ") && !line.is_empty());
    lines
        .map(|line| {
            let [pattern, write, example] = line.split(" => ").collect::<Vec<_>>()[..] else {
                panic!("prose.txt: {line:?} needs a pattern, its replacement and an example")
            };
            let pattern = Regex::new(&format!("(?i){}", pattern.replace(' ', r"\s+"))).unwrap();
            Word { pattern, write, example }
        })
        .collect()
}

/// The parts of a file that a person reads, by its extension, and what of it is code.
#[derive(Debug, Clone, Copy)]
enum Language {
    /// Everything is prose, except what this pattern finds.
    Text(&'static str),
    /// Only what this pattern finds is prose.
    Code(&'static str),
}

fn language(file: &Path) -> Option<Language> {
    Some(match file.extension()?.to_str()? {
        "md" => Language::Text(r"(?ms)^[ \t]*```.*?^[ \t]*```|`[^`\n]*`"),
        "html" => Language::Text(r"<!-->"),
        "rs" => Language::Code(r##"//[^\n]*|(?s:/\*.*?\*/|r#".*?"#|"(?:[^"\\]|\\.)*")|'(?:[^'\\\n]|\\.)'"##),
        "js" | "mjs" | "ts" | "tsx" => {
            Language::Code(r#"//[^\n]*|(?s:/\*.*?\*/|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)"#)
        }
        "css" => Language::Code(r"(?s:/\*.*?\*/)"),
        "toml" | "liquid" | "sh" | "ps1" | "yml" | "rhai" => {
            Language::Code(r#"(?m:(?:^|[ \t])#[^\n]*)|//[^\n]*|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'"#)
        }
        _ => return None,
    })
}

/// The file's prose, line by line. Code becomes semicolons, so that no phrase reaches across it.
fn prose(text: &str, language: Language) -> String {
    let code = |code: &str| -> String { code.chars().map(|c| if c.is_whitespace() { c } else { ';' }).collect() };
    let prose = match language {
        Language::Text(pattern) => {
            let pattern = Regex::new(pattern).unwrap();
            pattern.replace_all(text, |found: &Captures<'_>| code(&found[0])).into_owned()
        }
        Language::Code(pattern) => {
            let (mut prose, mut end) = (String::new(), 0);
            for found in Regex::new(pattern).unwrap().find_iter(text) {
                prose += &code(&text[end..found.start()]);
                prose += found.as_str();
                end = found.end();
            }
            prose + &code(&text[end..])
        }
    };
    // What begins a line of a comment, and what continues a string on the next line, is inside a sentence.
    let prose = Regex::new(r"(?m)^[ \t]*(?://[/!]?|#|\*|>)").unwrap().replace_all(&prose, " ").into_owned();
    Regex::new(r"(?m)\\$").unwrap().replace_all(&prose, " ").into_owned()
}

/// Each banned word below the folder, with its place and what to write.
fn found(root: &Path) -> Vec<String> {
    let words = words();
    let mut found = Vec::new();
    for file in files::below(root).unwrap() {
        let Some(language) = language(&file) else { continue };
        let Ok(text) = fs::read_to_string(&file) else { continue };
        let prose = prose(&text, language);
        for word in &words {
            found.extend(word.pattern.find_iter(&prose).map(|place| {
                let line = prose[..place.start()].matches('\n').count() + 1;
                let file = file.strip_prefix(root).unwrap().display();
                format!("{file}:{line}: {:?}; write: {}", place.as_str(), word.write)
            }));
        }
    }
    found
}

#[test]
fn each_pattern_finds_its_example_and_no_other() {
    let words = words();
    assert!(words.len() > 15, "prose.txt is read");
    for word in &words {
        let matching = words.iter().filter(|other| other.pattern.is_match(word.example)).count();
        assert!(word.pattern.is_match(word.example), "{:?} does not find {:?}", word.pattern.as_str(), word.example);
        assert_eq!(matching, 1, "two patterns find {:?}", word.example);
    }
}

#[test]
fn comments_and_strings_are_read_and_code_is_not() {
    let bad = words()[0].example;
    let (first, second) = bad.rsplit_once(" of ").unwrap();
    for (name, text, count) in [
        ("a.rs", format!("//! {bad}\nfn a() {{}}\n"), 1),
        ("a.rs", format!("/// {first}\n/// of {second}\nfn a() {{}}\n"), 1),
        ("a.rs", format!("let a = '\"'; let b = \"{first} \\\n    of {second}\";\n"), 1),
        ("a.rs", format!("let a = {bad};\n"), 0),
        ("a.rs", format!("// {first}\nlet a = 1;\n// of {second}\n"), 0),
        ("a.mjs", format!("const a = `{bad}`; // {bad}\n"), 2),
        ("a.css", format!("/* {bad} */\n"), 1),
        ("a.sh", format!("# {bad}\necho '{bad}'\n"), 2),
        ("a.toml", format!("a = \"{bad}\" # {bad}\n"), 2),
        ("a.html", format!("<p>{bad}</p>\n"), 1),
        ("a.md", format!("{first}\nof {second}\n\n```rust\n{bad}\n```\n`{bad}`\n"), 1),
        ("a.png", bad.to_owned(), 0),
        ("target/a.md", bad.to_owned(), 0),
    ] {
        let root = folder(&[(name, &text)]);
        assert_eq!(found(root.path()).len(), count, "{name}: {text}");
    }
    let root = folder(&[("a.md", &format!("One.\n\n{bad}\n"))]);
    let line = &found(root.path())[0];
    assert!(line.starts_with("a.md:3: ") && line.ends_with(words()[0].write), "{line}");
}

#[test]
fn no_sentence_has_a_word_that_we_do_not_write() {
    let found = found(&workspace::root().unwrap());
    assert!(
        found.is_empty(),
        "{} places have words of xtask/tests/checks/prose.txt:\n{}",
        found.len(),
        found.join("\n")
    );
}
