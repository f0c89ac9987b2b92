//! The report as a page with the pictures of every view.

use super::Report;
use crate::check::finding::Finding;
use crate::check::picture::Picture;
use crate::sizes::grouped;

const STYLE: &str = include_str!("report.css");

/// Returns the page. Its pictures are in the folder `pictures` beside it.
pub(super) fn html(report: &Report) -> String {
    let name = escape(&report.name);
    let verdict = match report.findings.len() {
        0 => "Nothing found".to_owned(),
        1 => "1 finding".to_owned(),
        count => format!("{count} findings"),
    };
    let class = if report.findings.is_empty() { "passed" } else { "failed" };
    let pages: Vec<String> = report.pages.iter().map(|page| escape(&page.name())).collect();
    let findings: String = report.findings.iter().map(finding).collect();
    let notes: String = report.notes.iter().map(|note| format!("<p class=\"note\">{}.</p>\n", escape(note))).collect();
    let checks: String = report
        .checks
        .iter()
        .map(|check| {
            let count = report.of(check).count();
            let (class, result) = if count == 0 { ("passed", "ok".to_owned()) } else { ("failed", format!("{count}")) };
            format!(
                "<tr><td><code>{}</code></td><td class=\"{class}\">{result}</td><td>{}</td></tr>\n",
                check.id,
                code(check.expects)
            )
        })
        .collect();
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" \
         content=\"width=device-width, initial-scale=1\">\n<title>{name}: {verdict}</title>\n<style>\n{STYLE}</style>\n\
         </head>\n<body>\n<main>\n<h1>{name}</h1>\n<p class=\"verdict {class}\">{verdict}</p>\n<p>{} · {} bytes with \
         brotli</p>\n{notes}{}<h2>Checks</h2>\n<div class=\"wide\"><table>\n<thead><tr><th>check</th><th>result</th>\
         <th>expected</th></tr></thead>\n<tbody>\n{checks}</tbody>\n</table></div>\n<h2>Views</h2>\n{}</main>\n</body>\n\
         </html>\n",
        pages.join(", "),
        grouped(report.weight),
        if findings.is_empty() { String::new() } else { format!("<h2>Findings</h2>\n{findings}") },
        pictures(report),
    )
}

fn finding(finding: &Finding) -> String {
    let Finding { check, what, places, advice } = finding;
    let places: String = places.iter().map(|place| format!("<li>{}</li>", escape(place))).collect();
    let rule = check.rule.map(|rule| format!("<dt>rule</dt><dd>{}</dd>\n", code(rule))).unwrap_or_default();
    format!(
        "<article>\n<h3><code>{}</code> {}</h3>\n<dl>\n<dt>where</dt><dd><ul>{places}</ul></dd>\n<dt>why</dt><dd>{}</dd>\n\
         {rule}<dt>do</dt><dd>{}</dd>\n</dl>\n</article>\n",
        check.id,
        code(what),
        code(check.why),
        code(advice)
    )
}

fn pictures(report: &Report) -> String {
    let mut text = String::new();
    let mut last = None;
    for picture in &report.pictures {
        let Picture { page, view, theme, width, .. } = picture;
        let group = (page, theme);
        if last != Some(group) {
            if last.is_some() {
                text += "</div>\n";
            }
            text += &format!("<h3>{}, {theme}</h3>\n<div class=\"pictures\">\n", escape(page));
            last = Some(group);
        }
        let (file, view) = (escape(&picture.file()), escape(view));
        text += &format!(
            "<figure><a href=\"pictures/{file}\"><img src=\"pictures/{file}\" width=\"{width}\" loading=\"lazy\" \
             alt=\"{view}\"></a><figcaption>{view}, {width} px</figcaption></figure>\n"
        );
    }
    if last.is_some() {
        text += "</div>\n";
    }
    text
}

/// Escapes text, and turns what is between backticks into code.
fn code(text: &str) -> String {
    let parts = text.split('`').enumerate().map(|(index, part)| {
        let part = escape(part);
        if index % 2 == 1 { format!("<code>{part}</code>") } else { part }
    });
    parts.collect()
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::finding::Finding;
    use crate::check::table;

    #[test]
    fn texts_of_a_page_are_no_markup_in_the_report() {
        let finding = Finding {
            check: &table::CONSOLE,
            what: "error: <script>alert(1)</script> in `\"x\" & y`".to_owned(),
            places: vec!["<b>".to_owned()],
            advice: "do".to_owned(),
        };
        let report = Report {
            name: "a<b".to_owned(),
            pages: Vec::new(),
            checks: vec![&table::CONSOLE],
            findings: vec![finding],
            notes: Vec::new(),
            pictures: Vec::new(),
            weight: 1234,
        };
        let page = html(&report);
        assert!(!page.contains("<script") && !page.contains("<b>"), "{page}");
        assert!(page.contains("<code>&quot;x&quot; &amp; y</code>") && page.contains("<h1>a&lt;b</h1>"), "{page}");
        assert!(page.contains("1 finding") && page.contains("1,234 bytes"), "{page}");
    }
}
