//! Minifies HTML: removes comments, and minifies inline scripts and styles.

use crate::{Error, tools};

/// esbuild's options for an inline script. Its syntax stays as it is, so that a script for old browsers stays one.
const SCRIPT: [&str; 2] = ["--minify-whitespace", "--minify-identifiers"];

/// esbuild's options for an inline style sheet.
const STYLE: [&str; 2] = ["--loader=css", "--minify"];

/// The page without comments and indentation, with minified inline scripts and style sheets.
///
/// # Errors
/// If a comment, script or style sheet is not closed, or esbuild cannot parse it.
pub fn minify(html: &str) -> Result<String, Error> {
    let mut page = String::new();
    let mut rest = html;
    while let Some((at, kind)) = next(rest) {
        let (before, found) = rest.split_at(at);
        page += &without_indentation(before, &page);
        let end = found.find(kind.end()).ok_or_else(|| Error::Page(format!("it lacks `{}`", kind.end())))?;
        let (element, after) = found.split_at(end);
        match kind {
            Kind::Comment => {}
            Kind::Script | Kind::Style => {
                let (tag, text) = element.split_at(element.find('>').map_or(element.len(), |at| at + 1));
                page += tag;
                page += &minified(kind, tag, text)?;
                page += kind.end();
            }
        }
        rest = after.get(kind.end().len()..).unwrap_or_default();
    }
    let rest = without_indentation(rest, &page);
    Ok(page + &rest)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Comment,
    Script,
    Style,
}

impl Kind {
    fn start(self) -> &'static str {
        match self {
            Self::Comment => "<!--",
            Self::Script => "<script",
            Self::Style => "<style",
        }
    }

    fn end(self) -> &'static str {
        match self {
            Self::Comment => "-->",
            Self::Script => "</script>",
            Self::Style => "</style>",
        }
    }
}

/// The first comment, script or style sheet in the text.
fn next(html: &str) -> Option<(usize, Kind)> {
    let kinds = [Kind::Comment, Kind::Script, Kind::Style];
    kinds.into_iter().filter_map(|kind| Some((html.find(kind.start())?, kind))).min_by_key(|(at, _)| *at)
}

/// The text of an element, minified if it is JavaScript or CSS.
fn minified(kind: Kind, tag: &str, text: &str) -> Result<String, Error> {
    if text.trim().is_empty() {
        return Ok(text.to_owned());
    }
    match kind {
        Kind::Script if tag.contains("type=module") || tag.contains("type=\"module\"") => {
            tools::minify(text, &[SCRIPT[0], SCRIPT[1], "--format=esm"])
        }
        Kind::Script if !tag.contains("type=") => tools::minify(text, &SCRIPT),
        Kind::Style => tools::minify(text, &STYLE),
        // Data for another script.
        Kind::Script | Kind::Comment => Ok(text.to_owned()),
    }
}

/// The text without indentation and empty lines. `page` is the text before it.
fn without_indentation(html: &str, page: &str) -> String {
    let mut lines = String::new();
    let mut begins = page.is_empty() || page.ends_with('\n');
    for line in html.split_inclusive('\n') {
        lines += if begins { line.trim_start() } else { line };
        begins = true;
    }
    lines
}
