//! Finds known parts of the script's text.

use std::collections::BTreeMap;

use crate::Error;

/// The text before the first occurrence of the part, and the text after it.
pub(super) fn before<'a>(text: &'a str, part: &str) -> Result<(&'a str, &'a str), Error> {
    text.split_once(part).ok_or_else(|| Error::Glue(format!("it lacks {part:?}")))
}

/// The text without the part that it begins with.
pub(super) fn after<'a>(text: &'a str, part: &str) -> Result<&'a str, Error> {
    text.strip_prefix(part).ok_or_else(|| Error::Glue(format!("it has something before {part:?}")))
}

/// `"./module_bg.js"` without its quotation marks.
pub(super) fn unquoted(text: &str) -> Result<&str, Error> {
    let inner = text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    inner.ok_or_else(|| Error::Glue(format!("{text} is not the name of a module")))
}

/// The variable that holds the module's exports.
pub(super) const EXPORTS: &str = "wasm";

/// The positions of that variable in the script.
pub(super) fn mentions(script: &str) -> impl Iterator<Item = usize> {
    let is_outside = |char: char| !is_of_name(char) && char != '.';
    script.match_indices(EXPORTS).map(|(at, _)| at).filter(move |at| {
        let before = script.get(..*at).and_then(|text| text.chars().next_back());
        let after = script.get(at + EXPORTS.len()..).and_then(|text| text.chars().next());
        before.is_none_or(is_outside) && !after.is_some_and(is_of_name)
    })
}

/// The name in `wasm.name`, for the position of `wasm`.
pub(super) fn member(script: &str, at: usize) -> Option<&str> {
    let rest = script.get(at + EXPORTS.len()..)?.strip_prefix('.')?;
    let end = rest.find(|char| !is_of_name(char)).unwrap_or(rest.len());
    rest.get(..end).filter(|name| !name.is_empty())
}

fn is_of_name(char: char) -> bool {
    char.is_alphanumeric() || char == '_' || char == '$'
}

/// The entries of an object literal with one entry a line or more: keys, and values without the trailing comma.
pub(super) fn entries(text: &str) -> Result<BTreeMap<String, String>, Error> {
    let mut entries: BTreeMap<String, String> = BTreeMap::new();
    let mut current = None;
    for line in text.split_inclusive('\n') {
        if let Some((key, value)) = first_line(line) {
            if entries.insert(key.to_owned(), value.to_owned()).is_some() {
                return Err(Error::Glue(format!("it has two imports `{key}`")));
            }
            current = Some(key);
        } else {
            let entry = current.and_then(|key| entries.get_mut(key));
            entry.ok_or_else(|| Error::Glue(format!("{line:?} is not the beginning of an import")))?.push_str(line);
        }
    }
    for (key, value) in &mut entries {
        match value.strip_suffix(",\n") {
            Some(without) => *value = without.to_owned(),
            None => return Err(Error::Glue(format!("the import `{key}` does not end with a comma"))),
        }
    }
    Ok(entries)
}

/// Key and beginning of the value, if an entry begins with this line.
fn first_line(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.strip_prefix("        ")?.split_once(": ")?;
    let is_name = !key.is_empty() && key.chars().all(is_of_name);
    is_name.then_some((key, value))
}
