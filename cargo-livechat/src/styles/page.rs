//! Finds a page's inline style sheets.

use std::sync::LazyLock;

use crate::prelude::*;

/// A style sheet that Trunk puts into the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Its position among the page's `<style>` elements.
    pub index: usize,
    /// Its path from the page's folder.
    pub path: String,
}

/// Comments, `<style>` elements, and links with their attributes.
static PARTS: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?si)<!--.*?-->|<style\b.*?</style>|<link\b([^>]*)>"));
static ATTRIBUTE: LazyLock<Regex> = LazyLock::new(|| pattern(r#"([a-z-]+)\s*=\s*"([^"]*)""#));

/// Returns the style sheets that the page's source includes inline, in order.
#[must_use]
pub fn sheets(page: &str) -> Vec<Sheet> {
    let mut found = Vec::new();
    let mut index = 0;
    for part in PARTS.captures_iter(page) {
        let Some(attributes) = part.get(1) else {
            index += usize::from(!part[0].starts_with("<!--"));
            continue;
        };
        if let Some(path) = inline(attributes.as_str()) {
            found.push(Sheet { index, path });
            index += 1;
        }
    }
    found
}

/// Returns the path if a link with these attributes becomes a `<style>` element. Trunk goes by the type, or else by the
/// file's extension.
fn inline(attributes: &str) -> Option<String> {
    let value = |name: &str| {
        ATTRIBUTE.captures_iter(attributes).find(|found| &found[1] == name).map(|found| found[2].to_owned())
    };
    let path = value("href")?;
    let is_css = value("type").map_or(path.ends_with(".css"), |kind| kind == "css");
    (attributes.contains("data-trunk") && value("rel")? == "inline" && is_css).then_some(path)
}

#[expect(clippy::expect_used, reason = "the patterns are constants, and the tests compile them")]
fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("the pattern is valid")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_inline_style_sheets_are_counted_among_the_style_elements() {
        let page = r#"
            <!-- <link data-trunk rel="inline" href="static/old.css" /> <style></style> -->
            <link data-trunk rel="inline" type="js" href="static/prelude.js" />
            <link data-trunk rel="inline" href="static/yew-livechat.css" />
            <style>body { color: red }</style>
            <link data-trunk rel="css" href="static/linked.css" />
            <link
              data-trunk
              rel="inline"
              type="css"
              href="static/app"
            />
            <link data-trunk rel="inline" href="static/shell.html" />
            <link rel="inline" href="static/mine.css" />"#;
        let sheet = |index, path: &str| Sheet { index, path: path.to_owned() };
        assert_eq!(sheets(page), [sheet(0, "static/yew-livechat.css"), sheet(2, "static/app")]);
        assert_eq!(sheets("<p>No style sheet</p>"), []);
    }
}
