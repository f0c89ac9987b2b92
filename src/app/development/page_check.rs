//! Checks whether the page has the framework's files, in the version of this crate.

use web_sys::{Document, Element, Window};

use super::sheet::{BOX, CODE, add, add_hide_button, set_style};
use crate::{
    app::{element::element, page_files},
    bridge::{EarlyPage, window},
    platform::warn,
};

const NOTICE_ID: &str = "yew-livechat-page";

/// A file of the framework, and the line of index.html that includes it.
struct File {
    name: &'static str,
    line: &'static str,
}

const PRELUDE: File =
    File { name: "static/prelude.js", line: r#"<link data-trunk rel="inline" type="js" href="static/prelude.js" />"# };
const START: File =
    File { name: "static/start.js", line: r#"<link data-trunk rel="inline" type="js" href="static/start.js" />"# };
/// Goes between the two, for an extension that signs in.
const SIGN_IN: File =
    File { name: "static/sign-in.js", line: r#"<link data-trunk rel="inline" type="js" href="static/sign-in.js" />"# };
const STYLE_SHEET: File = File {
    name: "static/yew-livechat.css",
    line: r#"<link data-trunk rel="inline" href="static/yew-livechat.css" />"#,
};

/// A file as found on the page.
#[derive(Debug, PartialEq, Eq)]
enum Found {
    Missing,
    /// With its version; older files do not name one.
    There(Option<String>),
}

/// Reports on the page, and in the console, which of the framework's files are missing or have another version. Runs
/// before the application takes over from the page's scripts.
pub(crate) fn check_page(window: &Window, signs_in: bool) {
    let Some(document) = window.document() else { return };
    let page = EarlyPage::of(window);
    let mut found = vec![
        (START, page.as_ref().map_or(Found::Missing, |page| script(page.has_start(), page.start_version()))),
        (STYLE_SHEET, style_sheet(window, &document).unwrap_or(Found::Missing)),
    ];
    // Outside an iframe the prelude has nothing to do, and leaves no trace.
    if window::parent(window).is_some() {
        if signs_in {
            let version = page.as_ref().and_then(EarlyPage::sign_in_version);
            found.insert(0, (SIGN_IN, script(version.is_some(), version)));
        }
        let version = page.and_then(|page| page.version());
        found.insert(0, (PRELUDE, script(version.is_some(), version)));
    }
    let problems: Vec<_> = found.iter().filter_map(|(file, found)| problem(file, found)).collect();
    if !problems.is_empty() {
        for (text, line) in &problems {
            warn(&[text, line.unwrap_or_default()].join(" "));
        }
        // A page that cannot show this has bigger problems.
        let _ = show(&document, &problems);
    }
}

fn script(is_there: bool, version: Option<String>) -> Found {
    if is_there { Found::There(version) } else { Found::Missing }
}

/// Looks for the style sheet's custom properties on an element.
fn style_sheet(window: &Window, document: &Document) -> Option<Found> {
    let probe = element(document, "div", "lc-surface")?;
    probe.set_attribute("hidden", "").ok()?;
    document.body()?.append_child(&probe).ok()?;
    let style = window.get_computed_style(&probe).ok()??;
    let property = |name: &str| {
        let value = style.get_property_value(name).unwrap_or_default();
        Some(value.trim_matches(['"', '\'', ' ']).to_owned()).filter(|value| !value.is_empty())
    };
    let (version, any) = (property("--lc-version"), property("--lc-background"));
    probe.remove();
    Some(if any.is_some() { Found::There(version) } else { Found::Missing })
}

/// What to report about a file, and the line to add.
fn problem(file: &File, found: &Found) -> Option<(String, Option<&'static str>)> {
    let own = env!("CARGO_PKG_VERSION");
    match found {
        Found::Missing => {
            Some((format!("index.html does not include {}. Add to the top of its <head>:", file.name), Some(file.line)))
        }
        Found::There(Some(version)) if version == own => None,
        Found::There(version) => {
            let version =
                version.as_deref().map_or("an older version".to_owned(), |version| format!("version {version}"));
            Some((format!("{} is {version}, but the application uses yew-livechat {own}.", file.name), None))
        }
    }
}

fn show(document: &Document, problems: &[(String, Option<&str>)]) -> Option<()> {
    let notice = element(document, "div", "")?;
    notice.set_id(NOTICE_ID);
    notice.set_attribute("role", "alert").ok()?;
    set_style(&notice, BOX)?;
    for (text, line) in problems {
        set_style(&add(document, &notice, "div", text)?, "margin: 0 0 4px;")?;
        if let Some(line) = line {
            set_style(&add(document, &notice, "code", line)?, CODE)?;
        }
    }
    let command = format!("cargo run -- {}", page_files::COMMAND);
    add(document, &notice, "div", "To update the framework's files, run this in the project's folder:")?;
    set_style(&add(document, &notice, "code", &command)?, CODE)?;
    add_hide_button(document, &notice)?;
    // Beside the body: an application that mounts into the body empties it.
    let root: Element = document.document_element()?;
    root.append_child(&notice).ok().map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_file_is_named_with_the_line_that_includes_it() {
        for file in [PRELUDE, START, STYLE_SHEET] {
            let (text, line) = problem(&file, &Found::Missing).unwrap_or_default();
            assert!(text.contains(file.name), "{text}");
            assert_eq!(line, Some(file.line));
            let template = include_str!("../../../template/index.html");
            assert!(template.contains(file.line), "the template has another line for {}", file.name);
        }
    }

    #[test]
    fn an_extension_that_signs_in_needs_the_script_for_it() {
        let (text, line) = problem(&SIGN_IN, &Found::Missing).unwrap_or_default();
        assert!(text.starts_with("index.html does not include static/sign-in.js"), "{text}");
        assert_eq!(line, Some(SIGN_IN.line));
    }

    #[test]
    fn a_file_of_another_version_is_named_with_both_versions() {
        let own = env!("CARGO_PKG_VERSION").to_owned();
        assert_eq!(problem(&START, &Found::There(Some(own.clone()))), None);
        for (version, told) in [(Some("0.0.7".to_owned()), "is version 0.0.7"), (None, "is an older version")] {
            let (text, line) = problem(&START, &Found::There(version)).unwrap_or_default();
            assert!(text.contains(told) && text.contains(&own), "{text}");
            assert_eq!(line, None);
        }
    }
}
