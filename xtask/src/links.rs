//! Checks links: those to files of the checkout, and those within the built guide.

use std::collections::BTreeSet;

use crate::prelude::*;
use crate::workspace::REPOSITORY;

/// Fails with every dead link in these Markdown or HTML files. Does not follow external links.
pub fn check(root: &Path, files: &[PathBuf]) -> Result<()> {
    ensure!(!files.is_empty(), "there are no pages whose links could be checked");
    let mut dead = BTreeSet::new();
    for file in files {
        let text = fs::read_to_string(file)?;
        let is_page = file.extension().is_some_and(|extension| extension == "html");
        for target in if is_page { in_html(&text)? } else { in_markdown(&text)? } {
            let leads = match target.strip_prefix(REPOSITORY) {
                Some(rest) => leads_into_the_repository(rest, root),
                None => is_elsewhere(&target) || leads_to_a_file(&target, file, is_page)?,
            };
            if !leads {
                dead.insert(format!("{} links to {target}", file.strip_prefix(root).unwrap_or(file).display()));
            }
        }
    }
    ensure!(dead.is_empty(), "Links are dead. Fix them: {}", dead.into_iter().collect::<Vec<_>>().join("; "));
    Ok(())
}

/// Returns the targets of `[text](target "title")`, except in code.
fn in_markdown(text: &str) -> Result<Vec<String>> {
    let text = Regex::new(r"(?ms)^[ \t]*```.*?^[ \t]*```|`[^`\n]*`")?.replace_all(text, "code");
    let links = Regex::new(r"\]\(([^)\s]+)")?;
    Ok(links.captures_iter(&text).map(|link| link[1].to_owned()).collect())
}

/// Returns the links of tags, with double quotes as mdBook writes them. A tag in an example begins with `&lt;`, and
/// doesn't count.
fn in_html(html: &str) -> Result<Vec<String>> {
    let links = Regex::new(r#"<[^<>]*?\s(?:href|src)="([^"]*)""#)?;
    Ok(links.captures_iter(html).map(|link| link[1].replace("&amp;", "&")).collect())
}

fn is_elsewhere(target: &str) -> bool {
    target.contains("://") || target.starts_with("mailto:") || target.starts_with("data:")
}

/// Resolves `/blob/main/path` and `/tree/main/path`, with or without a line, and the repository itself.
fn leads_into_the_repository(rest: &str, root: &Path) -> bool {
    let rest = rest.split('#').next().unwrap_or_default();
    match rest.strip_prefix("/blob/main/").or_else(|| rest.strip_prefix("/tree/main/")) {
        Some(path) => root.join(path).exists(),
        None => rest.is_empty() || rest == "/",
    }
}

/// Within a page, the part after `#` must exist, too; `#` alone is the top.
fn leads_to_a_file(target: &str, from: &Path, is_page: bool) -> Result<bool> {
    let (path, fragment) = target.split_once('#').unwrap_or((target, ""));
    let file = if path.is_empty() { from.to_path_buf() } else { from.with_file_name("").join(path) };
    if !is_page || fragment.is_empty() {
        return Ok(if is_page { file.is_file() } else { file.exists() });
    }
    let id = Regex::new(&format!(r#"<[^<>]*?\sid="{}""#, regex_lite::escape(fragment)))?;
    Ok(file.is_file() && id.is_match(&fs::read_to_string(file)?))
}
