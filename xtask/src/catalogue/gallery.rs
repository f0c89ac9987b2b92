//! Reads the gallery's sources: the catalogue has the same groups in the same order.

use crate::files;
use crate::prelude::*;

/// A group of components in the gallery.
#[derive(Debug, PartialEq)]
pub struct Group {
    /// The heading: the file's name.
    pub title: String,
    /// The file's documentation.
    pub summary: String,
    /// The components' names.
    pub entries: Vec<String>,
}

/// Returns the groups: one for each file with entries.
pub fn read(folder: &Path) -> Result<Vec<Group>> {
    let page = fs::read_to_string(folder.join("page.rs"))?;
    let mut groups = Vec::new();
    for path in files::with_extension(folder, "rs")? {
        let text = fs::read_to_string(&path)?;
        let entries = text.split("<Entry name=\"").skip(1).filter_map(|entry| entry.split('"').next());
        let entries: Vec<String> = entries.map(str::to_owned).collect();
        if entries.is_empty() {
            continue;
        }
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let (first, rest) = stem.split_at(stem.chars().next().map_or(0, char::len_utf8));
        let title = format!("{}{rest}", first.to_uppercase());
        let place = page
            .find(&format!("<{title} />"))
            .with_context(|| format!("{} has entries, but the gallery's page does not show them", path.display()))?;
        let summary: Vec<_> = text.lines().map_while(|line| line.strip_prefix("//! ")).collect();
        groups.push((place, Group { title, summary: summary.join(" "), entries }));
    }
    groups.sort_by_key(|(place, _)| *place);
    Ok(groups.into_iter().map(|(_, group)| group).collect())
}
