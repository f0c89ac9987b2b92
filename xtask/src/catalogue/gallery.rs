//! Reads the gallery's sources: its groups are the catalogue's, in its order.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

/// Components that the gallery shows together.
#[derive(Debug, PartialEq)]
pub(super) struct Group {
    pub(super) title: String,
    /// What the file says of itself.
    pub(super) summary: String,
    /// The components' names.
    pub(super) entries: Vec<String>,
}

/// The groups: each file with entries is one.
pub(super) fn read(folder: &Path) -> Result<Vec<Group>> {
    let unreadable = || format!("cannot read {}: restore it", folder.display());
    let page = fs::read_to_string(folder.join("page.rs")).with_context(unreadable)?;
    let mut groups = Vec::new();
    for file in fs::read_dir(folder).with_context(unreadable)? {
        let path = file.with_context(unreadable)?.path();
        if path.extension().is_none_or(|extension| extension != "rs") {
            continue;
        }
        let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let group = parse(&path.file_stem().unwrap_or_default().to_string_lossy(), &text);
        if !group.entries.is_empty() {
            let place = page.find(&format!("<{} />", group.title));
            ensure!(place.is_some(), "{} has entries, but the gallery's page does not show them", path.display());
            groups.push((place, group));
        }
    }
    groups.sort_by_key(|(place, _)| *place);
    Ok(groups.into_iter().map(|(_, group)| group).collect())
}

fn parse(file: &str, text: &str) -> Group {
    let (first, rest) = file.split_at(file.chars().next().map_or(0, char::len_utf8));
    let summary: Vec<_> = text.lines().map_while(|line| line.strip_prefix("//! ")).collect();
    let entries = text.split("<Entry name=\"").skip(1).filter_map(|entry| entry.split('"').next());
    Group {
        title: format!("{}{rest}", first.to_uppercase()),
        summary: summary.join(" "),
        entries: entries.map(str::to_owned).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_stand_as_the_page_shows_them() {
        let folder = tempfile::tempdir().unwrap();
        let write = |file, text| fs::write(folder.path().join(file), text).unwrap();
        write("page.rs", "<main><Words /><Fields /></main>");
        write(
            "fields.rs",
            "//! What to\n//! fill in.\n\nhtml! { <Entry name=\"Switch\">…</Entry><Entry name=\"Select\" /> }",
        );
        write("words.rs", "//! Words.\nhtml! { <Entry name=\"Tag\" /> }");
        let group = |title: &str, summary: &str, entries: &[&str]| Group {
            title: title.into(),
            summary: summary.into(),
            entries: entries.iter().map(|entry| (*entry).to_owned()).collect(),
        };
        let fields = group("Fields", "What to fill in.", &["Switch", "Select"]);
        assert_eq!(read(folder.path()).unwrap(), [group("Words", "Words.", &["Tag"]), fields]);

        write("page.rs", "<main><Words /></main>");
        assert!(read(folder.path()).unwrap_err().to_string().ends_with("the gallery's page does not show them"));
    }
}
