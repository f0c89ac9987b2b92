//! New projects: the files of `template/`, which `cargo generate` copies too.
//!
//! The cargo-generate hooks, `template/*.rhai`, do the same as [`of`]: a test compares both results byte by byte.

pub mod choices;
mod expand;
pub mod framework;
pub mod packed;

use std::collections::BTreeMap;

pub use self::choices::{Choices, Placement};
use crate::prelude::*;

/// Every file in `template/`.
const PACKED: &str = include_str!("template/files.txt");

/// The file that tells cargo-generate which files contain placeholders.
const CONFIGURATION: &str = "cargo-generate.toml";

/// The folders with optional files.
const SOME: [&str; 2] = ["placements/", "sign-in/"];

/// A project's files by relative path.
pub type Files = BTreeMap<String, String>;

/// Returns the files of a project with these choices.
pub fn of(choices: &Choices) -> Result<Files> {
    let all = packed::unpack(PACKED)?;
    let mut files = Files::new();
    let is_for_all = |path: &str| {
        path != CONFIGURATION && !path.ends_with(".rhai") && !SOME.iter().any(|folder| path.starts_with(folder))
    };
    for (path, text) in &all {
        if is_for_all(path) {
            files.insert(path.strip_suffix(".liquid").unwrap_or(path).to_owned(), (*text).to_owned());
        }
    }
    let placement = format!("placements/{}/", choices.placement.name());
    for (path, text) in &all {
        if let Some(path) = path.strip_prefix(&*placement) {
            files.insert(path.to_owned(), (*text).to_owned());
        }
    }
    if choices.sign_in {
        for path in choices.files_of_sign_in() {
            let (_, text) = all
                .iter()
                .find(|(file, _)| file.strip_prefix("sign-in/") == Some(&*path))
                .with_context(|| format!("the template has no sign-in/{path}"))?;
            files.insert(path, (*text).to_owned());
        }
    }
    expand::all(&mut files, choices, &with_placeholders(&all)?)?;
    Ok(files)
}

/// Writes the files into a new folder.
pub fn write(files: &Files, folder: &Path) -> Result<()> {
    for (path, text) in files {
        let file = folder.join(path);
        fs::create_dir_all(file.parent().unwrap_or(folder))?;
        fs::write(file, text)?;
    }
    Ok(())
}

/// Returns the files with placeholders: cargo-generate's list `include`.
fn with_placeholders(all: &[(&str, &str)]) -> Result<Vec<String>> {
    let configuration = all.iter().find(|(path, _)| *path == CONFIGURATION).map(|(_, text)| *text);
    let list = configuration.and_then(|text| text.split_once("\ninclude = [")?.1.split_once(']'));
    let (list, _) = list.with_context(|| format!("{CONFIGURATION} has no list `include`"))?;
    Ok(Regex::new(r#""/([^"]+)""#)?.captures_iter(list).map(|found| found[1].to_owned()).collect())
}
