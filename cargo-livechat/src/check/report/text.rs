//! The report in the terminal.

use super::Report;
use crate::check::finding::Finding;
use crate::sizes::grouped;

/// How many places of a finding to list.
const PLACES: usize = 4;

/// Returns the report as text.
#[must_use]
pub fn text(report: &Report) -> String {
    let mut text = String::new();
    for check in &report.checks {
        let count = report.of(check).count();
        let result = if count == 0 { "ok".to_owned() } else { format!("{count} found") };
        text += &format!("{:<9}  {:<9}  {}\n", check.id, result, check.expects);
    }
    for finding in &report.findings {
        text += &format!("\n{}", one(finding));
    }
    for note in &report.notes {
        text += &format!("\nNote: {note}.\n");
    }
    let pages: Vec<String> = report.pages.iter().map(super::Page::name).collect();
    let result = match report.findings.len() {
        0 => "nothing found".to_owned(),
        1 => "1 finding".to_owned(),
        count => format!("{count} findings"),
    };
    text += &format!(
        "\n{}: {result} in {}, {} pictures, {} bytes with brotli\n",
        report.name,
        pages.join(", "),
        report.pictures.len(),
        grouped(report.weight)
    );
    text
}

fn one(finding: &Finding) -> String {
    let Finding { check, what, places, advice } = finding;
    let mut where_ = places.iter().take(PLACES).cloned().collect::<Vec<_>>().join("; ");
    if let Some(more) = places.len().checked_sub(PLACES).filter(|more| *more > 0) {
        where_ += &format!("; and {more} more");
    }
    let rule = check.rule.map(|rule| format!("  rule:  {rule}\n")).unwrap_or_default();
    format!("{}: {what}\n  where: {where_}\n  why:   {}\n{rule}  do:    {advice}\n", check.id, check.why)
}
