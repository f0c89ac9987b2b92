//! The report about all placements.

use std::{collections::BTreeMap, fmt::Write};

use serde_json::{Value, json};
use yew_livechat::protocol::PlacementKind;

use crate::{
    entries::{Entry, entries},
    finding::{Finding, Verdict},
    observation::Observed,
    record::Record,
    rules,
    steps::steps,
};

/// The report about all placements.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    date: String,
    /// The assumptions that this extension can settle, with what it found.
    pub rows: Vec<Row>,
    facts: BTreeMap<&'static str, BTreeMap<String, String>>,
    /// The shapes of each event's data.
    shapes: BTreeMap<String, Vec<Value>>,
}

/// An assumption, with what was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The assumption.
    pub entry: Entry,
    /// What was found.
    pub finding: Finding,
}

impl Report {
    /// Creates the report from the records of the placements, at this date.
    #[must_use]
    pub fn new(records: &[(PlacementKind, Record)], date: impl Into<String>) -> Self {
        let nothing = Record::default();
        let record_of = |step: &str| {
            let placement = steps().find(|known| known.id == step).map(|step| step.placement);
            records.iter().find(|(kind, _)| Some(*kind) == placement).map_or(&nothing, |(_, record)| record)
        };
        let rows = entries().filter_map(|entry| {
            let step = entry.step?;
            Some(Row { entry, finding: rules::find(entry.id, step, record_of(step)) })
        });
        let mut shapes: BTreeMap<String, Vec<Value>> = BTreeMap::new();
        for observation in records.iter().flat_map(|(_, record)| &record.observations) {
            if let Observed::Event { name, shape, .. } = &observation.what {
                let known = shapes.entry(name.clone()).or_default();
                if !known.contains(shape) {
                    known.push(shape.clone());
                }
            }
        }
        let facts = records.iter().map(|(kind, record)| (kind.as_str(), record.facts.clone()));
        Self { date: date.into(), rows: rows.collect(), facts: facts.collect(), shapes }
    }

    /// How many assumptions have this verdict.
    #[must_use]
    pub fn count(&self, verdict: Verdict) -> usize {
        self.rows.iter().filter(|row| row.finding.verdict == verdict).count()
    }

    /// The counts in words.
    #[must_use]
    pub fn summary(&self) -> String {
        let [confirmed, refuted, not_seen] =
            [Verdict::Confirmed, Verdict::Refuted, Verdict::NotSeen].map(|verdict| self.count(verdict));
        format!("{confirmed} confirmed, {refuted} refuted, {not_seen} not seen")
    }

    /// The report as Markdown.
    #[must_use]
    pub fn to_markdown(&self) -> String {
        let mut text = format!(
            "# Field check\n\nyew-livechat {}, {}: {}\n\n| id | verdict | we assume | evidence |\n|---|---|---|---|\n",
            env!("CARGO_PKG_VERSION"),
            self.date,
            self.summary()
        );
        let mut line = |line: String| {
            // Writing to a string cannot fail.
            let _ = writeln!(text, "{line}");
        };
        for Row { entry, finding } in &self.rows {
            let evidence = finding.evidence.replace('|', "\\|");
            line(format!("| `{}` | {} | {} | {evidence} |", entry.id, finding.verdict.as_str(), entry.claim));
        }
        line("\n## Pages\n".to_owned());
        for (placement, facts) in &self.facts {
            let facts: Vec<_> = facts.iter().map(|(name, value)| format!("{name}: {value}")).collect();
            if !facts.is_empty() {
                line(format!("- {placement}: {}", facts.join(", ")));
            }
        }
        line("\n## Events\n".to_owned());
        for (name, shapes) in &self.shapes {
            for shape in shapes {
                line(format!("- `{name}`: `{shape}`"));
            }
        }
        text
    }

    /// The report as JSON, with the recordings of the placements.
    #[must_use]
    pub fn to_json(&self, recordings: &BTreeMap<&str, Value>) -> Value {
        let rows = self.rows.iter().map(|Row { entry, finding }| {
            json!({
                "id": entry.id,
                "step": entry.step,
                "verdict": finding.verdict,
                "claim": entry.claim,
                "evidence": finding.evidence,
            })
        });
        json!({
            "version": env!("CARGO_PKG_VERSION"),
            "date": self.date,
            "entries": rows.collect::<Vec<_>>(),
            "pages": self.facts,
            "events": self.shapes,
            "recordings": recordings,
        })
    }
}
