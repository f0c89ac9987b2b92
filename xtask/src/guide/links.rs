//! Do the links in the built guide lead somewhere? Those within it, and those to files of this repository.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Component, Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};

use super::pages::pages;

/// A built page.
struct Page {
    ids: BTreeSet<String>,
    targets: Vec<String>,
}

/// Fails with every dead link. What leads elsewhere is not followed.
pub(super) fn check(guide: &Path, root: &Path, repository: &str) -> Result<()> {
    let mut all = BTreeMap::new();
    for path in pages(guide, "html")? {
        let html = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let page = Page { ids: attributes(&html, "id").collect(), targets: targets(&html).collect() };
        all.insert(path, page);
    }
    ensure!(!all.is_empty(), "there is no page in {}: build the guide first", guide.display());
    let mut dead = BTreeSet::new();
    for (path, page) in &all {
        for target in &page.targets {
            let leads = match target.strip_prefix(repository) {
                Some(rest) => leads_into_the_repository(rest, root),
                None => is_elsewhere(target) || leads_within(target, path, &all),
            };
            if !leads {
                let name = path.strip_prefix(guide).unwrap_or(path).display();
                dead.insert(format!("{name} links to {target}"));
            }
        }
    }
    if !dead.is_empty() {
        bail!("Links in the guide are dead. Mend them: {}", dead.into_iter().collect::<Vec<_>>().join("; "));
    }
    Ok(())
}

fn targets(html: &str) -> impl Iterator<Item = String> {
    attributes(html, "href").chain(attributes(html, "src"))
}

/// The values of an attribute in any tag, as mdBook writes them: in double quotes. An example of a tag in a text
/// begins with `&lt;`, and is none.
fn attributes(html: &str, name: &str) -> impl Iterator<Item = String> {
    let begin = format!(" {name}=\"");
    let tags = html.split('<').filter_map(|rest| rest.split('>').next());
    tags.filter_map(move |tag| Some(tag.split_once(&begin)?.1.split_once('"')?.0.replace("&amp;", "&")))
}

fn is_elsewhere(target: &str) -> bool {
    target.contains("://") || target.starts_with("mailto:") || target.starts_with("data:")
}

/// `/blob/main/path` and `/tree/main/path`, with or without a line; the repository itself.
fn leads_into_the_repository(rest: &str, root: &Path) -> bool {
    let rest = rest.split('#').next().unwrap_or_default();
    match rest.strip_prefix("/blob/main/").or_else(|| rest.strip_prefix("/tree/main/")) {
        Some(path) => root.join(path).exists(),
        None => rest.is_empty() || rest == "/",
    }
}

fn leads_within(target: &str, from: &Path, all: &BTreeMap<PathBuf, Page>) -> bool {
    let (path, fragment) = target.split_once('#').unwrap_or((target, ""));
    let file = match (path, from.parent()) {
        ("", _) => from.to_path_buf(),
        (path, Some(folder)) => normal(&folder.join(path)),
        (_, None) => return false,
    };
    // `#` alone is the top of the page.
    file.is_file() && (fragment.is_empty() || all.get(&file).is_some_and(|page| page.ids.contains(fragment)))
}

/// Without `..`, so that it can be looked up.
fn normal(path: &Path) -> PathBuf {
    let mut normal = PathBuf::new();
    for component in path.components() {
        if component == Component::ParentDir {
            normal.pop();
        } else {
            normal.push(component);
        }
    }
    normal
}

#[cfg(test)]
mod tests {
    use super::*;

    const REPOSITORY: &str = "https://example.com/repository";

    fn check_with(html: &str) -> Result<(), String> {
        let root = tempfile::tempdir().unwrap();
        let guide = root.path().join("guide");
        fs::create_dir_all(guide.join("recipes")).unwrap();
        fs::write(root.path().join("README.md"), "").unwrap();
        fs::write(guide.join("a.html"), "<h1 id=\"top\"></h1>").unwrap();
        fs::write(guide.join("recipes/b.html"), html).unwrap();
        check(&guide, root.path(), REPOSITORY).map_err(|error| error.to_string())
    }

    #[test]
    fn links_that_lead_somewhere_are_fine() {
        for target in [
            "../a.html",
            "../a.html#top",
            "#here",
            "#",
            "https://elsewhere.example/#x",
            "mailto:a@example.com",
            REPOSITORY,
            "#here\">&lt;a href=\"example",
            "https://example.com/repository/blob/main/README.md#L3",
            "https://example.com/repository/tree/main/guide",
        ] {
            check_with(&format!("<p id=\"here\"></p><a class=\"x\" href=\"{target}\">")).unwrap();
        }
    }

    #[test]
    fn links_that_lead_nowhere_are_named() {
        for target in [
            "a.html",
            "../a.html#bottom",
            "#there",
            "https://example.com/repository/blob/main/NEWS.md",
            "https://example.com/repository/issues",
        ] {
            let says = check_with(&format!("<p id=\"here\"></p><a href=\"{target}\">")).unwrap_err();
            assert!(says.ends_with(&format!("recipes/b.html links to {target}")), "{says}");
        }
        assert!(check_with("<img src=\"none.png\">").is_err());
    }
}
