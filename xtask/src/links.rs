//! Checks links: those to files of the checkout, and those within the built guide and site.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::prelude::*;
use crate::workspace::REPOSITORY;

/// Fails with every dead link in these Markdown or HTML files. Does not follow external links.
pub fn check(root: &Path, files: &[PathBuf]) -> Result<()> {
    ensure!(!files.is_empty(), "there are no pages whose links could be checked");
    let (mut dead, mut ids) = (BTreeSet::new(), Ids::default());
    for file in files {
        let name = file.strip_prefix(root).unwrap_or(file).display();
        let targets = dead_in(root, file, &fs::read_to_string(file)?, &mut ids)?;
        dead.extend(targets.into_iter().map(|target| format!("{name} links to {target}")));
    }
    ensure!(dead.is_empty(), "Links are dead. Fix them: {}", dead.into_iter().collect::<Vec<_>>().join("; "));
    Ok(())
}

/// Returns the targets of the dead links in a file with this text.
pub(crate) fn dead_in(root: &Path, file: &Path, text: &str, ids: &mut Ids) -> Result<BTreeSet<String>> {
    let is_page = file.extension().is_some_and(|extension| extension == "html");
    let base = if is_page { base_of(text)? } else { None };
    let mut dead = BTreeSet::new();
    for target in if is_page { in_html(text)? } else { in_markdown(text)? } {
        let leads = match target.strip_prefix(REPOSITORY) {
            Some(rest) => leads_into_the_repository(rest, root),
            None => is_elsewhere(&target) || leads_to_a_file(&target, file, base.as_deref(), is_page, ids)?,
        };
        if !leads {
            dead.insert(target);
        }
    }
    Ok(dead)
}

/// Returns the targets of `[text](target "title")`, except in code.
fn in_markdown(text: &str) -> Result<Vec<String>> {
    let text = Regex::new(r"(?ms)^[ \t]*```.*?^[ \t]*```|`[^`\n]*`")?.replace_all(text, "code");
    let links = Regex::new(r"\]\(([^)\s]+)")?;
    Ok(links.captures_iter(&text).map(|link| link[1].to_owned()).collect())
}

/// Returns the links of tags, with double quotes as mdBook writes them, except the page's `<base>`. A tag in an example
/// begins with `&lt;`, and doesn't count.
fn in_html(html: &str) -> Result<Vec<String>> {
    let links = Regex::new(r#"<([^<>\s]*)[^<>]*?\s(?:href|src)="([^"]*)""#)?;
    let links = links.captures_iter(html).filter(|link| &link[1] != "base");
    Ok(links.map(|link| link[2].replace("&amp;", "&")).collect())
}

/// Returns the address that a page's links are relative to, if it is not the page's own.
fn base_of(html: &str) -> Result<Option<String>> {
    Ok(Regex::new(r#"<base href="([^"]*)""#)?.captures(html).map(|base| base[1].to_owned()))
}

fn is_elsewhere(target: &str) -> bool {
    // rustdoc's pages have links that only run a script.
    target.contains("://") || ["mailto:", "data:", "javascript:void"].iter().any(|scheme| target.starts_with(scheme))
}

/// Resolves `/blob/main/path` and `/tree/main/path`, with or without a line, and the repository itself.
fn leads_into_the_repository(rest: &str, root: &Path) -> bool {
    let rest = rest.split('#').next().unwrap_or_default();
    match rest.strip_prefix("/blob/main/").or_else(|| rest.strip_prefix("/tree/main/")) {
        Some(path) => root.join(path).exists(),
        None => rest.is_empty() || rest == "/",
    }
}

/// The pages, and the ids in those that were read.
#[derive(Default)]
pub(crate) struct Ids(HashMap<PathBuf, HashSet<String>>);

impl Ids {
    /// Whether a page has an element with this id.
    fn has(&mut self, page: &Path, id: &str) -> Result<bool> {
        if !self.0.contains_key(page) {
            let html = fs::read_to_string(page)?;
            // rustdoc's page at another address of an item passes the id on.
            let redirect = Regex::new(r#"<meta http-equiv="refresh" content="0;URL=([^"]*)""#)?;
            if let Some(found) = redirect.captures(&html) {
                return self.has(&page.with_file_name("").join(&found[1]), id);
            }
            let ids = Regex::new(r#"<[^<>]*?\sid="([^"]*)""#)?;
            self.0.insert(page.to_path_buf(), ids.captures_iter(&html).map(|id| id[1].to_owned()).collect());
        }
        Ok(self.0.get(page).is_some_and(|ids| ids.contains(id)))
    }
}

/// Within a page, the part after `#` must exist, too; `#` alone is the top. The address of a folder ends with a slash.
fn leads_to_a_file(target: &str, from: &Path, base: Option<&str>, is_page: bool, ids: &mut Ids) -> Result<bool> {
    let (path, fragment) = target.split_once('#').unwrap_or((target, ""));
    let path = if is_page { path.split('?').next().unwrap_or_default() } else { path };
    let folder = from.with_file_name("").join(base.unwrap_or_default());
    let mut file = if path.is_empty() { from.to_path_buf() } else { folder.join(path) };
    if is_page && path.ends_with('/') {
        file.push("index.html");
    }
    if !is_page || fragment.is_empty() {
        return Ok(if is_page { file.is_file() } else { file.exists() });
    }
    // rustdoc's pages of sources: a script adds the lines' ids.
    let is_lines = fragment.chars().all(|char| char.is_ascii_digit() || char == '-');
    Ok(file.is_file() && (is_lines || ids.has(&file, fragment)?))
}
