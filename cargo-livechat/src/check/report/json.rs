//! The report for programs.

use serde_json::{Value, json as value};

use super::Report;
use crate::check::finding::Finding;

/// Returns the report as JSON.
#[must_use]
pub fn json(report: &Report) -> Value {
    let finding = |Finding { check, what, places, advice }: &Finding| {
        value!({
            "check": check.id,
            "what": what,
            "where": places,
            "why": check.why,
            "rule": check.rule,
            "advice": advice,
        })
    };
    let checks = report.checks.iter().map(
        |check| value!({ "check": check.id, "expects": check.expects, "passed": report.of(check).next().is_none() }),
    );
    let pages = report.pages.iter().map(|page| value!({ "path": page.path, "placement": page.placement }));
    let pictures = report.pictures.iter().map(|picture| {
        value!({
            "file": format!("pictures/{}", picture.file()),
            "page": picture.page,
            "view": picture.view,
            "theme": picture.theme,
            "width": picture.width,
        })
    });
    value!({
        "name": report.name,
        "passed": report.findings.is_empty(),
        "pages": pages.collect::<Vec<_>>(),
        "checks": checks.collect::<Vec<_>>(),
        "findings": report.findings.iter().map(finding).collect::<Vec<_>>(),
        "notes": report.notes,
        "pictures": pictures.collect::<Vec<_>>(),
        "weight": report.weight,
    })
}
