//! Formats the results for people. Every value appears with its ratio to React's, if there is one.

use super::figures::{Budget, Measure, TITLES, Unit};
use crate::prelude::*;
use crate::table;

/// The measures in the README's summary.
const SUMMARY: [&str; 6] = [
    "handshake answered",
    "`plugin_inited`, content on screen",
    "event to DOM, median",
    "events per second in a flood",
    "command to acknowledgement, median",
    "bytes over the wire, brotli",
];

/// A non-breaking space.
const UNBROKEN: char = '\u{a0}';

/// Formats the table of all measures.
pub fn markdown(measures: &[Measure]) -> String {
    of_the_first(TITLES.len(), measures)
}

/// Formats the table of another engine than Chromium: our values and React's.
pub fn of_engine(measures: &[Measure]) -> String {
    of_the_first(2, measures)
}

/// Formats a table of the first few extensions.
fn of_the_first(count: usize, measures: &[Measure]) -> String {
    let titles: Vec<&str> = TITLES.into_iter().take(count).collect();
    let mut text = format!("| | {} | budget |\n|---|{}---|\n", titles.join(" | "), "---:|".repeat(count));
    for measure in measures {
        let verdict = match measure.is_kept() {
            None => "",
            Some(true) => ", kept",
            Some(false) => ", **missed**",
        };
        let cells = cells(measure).into_iter().take(count).collect::<Vec<_>>().join(" | ");
        text.push_str(&format!("| {} | {cells} | {}{verdict} |\n", measure.what, budget(measure)));
    }
    text
}

/// Formats the README's table: our values and React's.
///
/// # Errors
/// If one of its measures is missing.
pub fn summary(measures: &[Measure]) -> Result<String> {
    let mut text = format!("| | {} | {} |\n|---|---:|---:|\n", TITLES[0], TITLES[1]);
    for what in SUMMARY {
        let measure = measures
            .iter()
            .find(|measure| measure.what == what)
            .with_context(|| format!("there is no measure {what:?} for the README: adapt {}", file!()))?;
        let [ours, react, ..] = cells(measure);
        // The ratio to itself is always 1.
        let react = react.split(" ·").next().unwrap_or_default();
        text.push_str(&format!("| {what} | {ours} | {react} |\n"));
    }
    Ok(text)
}

/// Returns the missed budgets.
pub fn missed(measures: &[Measure]) -> String {
    let missed = measures.iter().filter(|measure| measure.is_kept() == Some(false));
    let lines: String = missed
        .map(|measure| format!("\n- {}: {}, budget {}", measure.what, cells(measure)[0], budget(measure)))
        .collect();
    if lines.is_empty() { "Every budget is kept.".to_owned() } else { format!("Missed:{lines}") }
}

/// Formats the weight of every build, with its ratio to React's.
pub(super) fn sizes(sizes: &[(String, usize)]) -> String {
    #[expect(clippy::cast_precision_loss, reason = "some kilobytes")]
    let bytes = |(_, bytes): &(String, usize)| *bytes as f64;
    let react = sizes.get(1).map_or(0.0, bytes);
    let row = |size: &(String, usize)| {
        [size.0.clone(), shown(bytes(size), Unit::Kilobytes), format!("{:.2}", bytes(size) / react)]
    };
    let rows: Vec<_> = sizes.iter().map(row).collect();
    table::render(["bytes over the wire, brotli", ">", ">ratio to React"], &rows)
}

fn cells(measure: &Measure) -> [String; 4] {
    std::array::from_fn(|index| {
        let Some(value) = measure.values[index] else { return "–".to_owned() };
        let value = shown(value, measure.unit);
        // Narrow cells wrap only before the ratio.
        measure.ratio(index).map_or_else(|| value.clone(), |ratio| format!("{value} ·{UNBROKEN}{ratio:.2}"))
    })
}

fn shown(value: f64, unit: Unit) -> String {
    match unit {
        Unit::Milliseconds if value < 10.0 => format!("{value:.1}{UNBROKEN}ms"),
        Unit::Milliseconds => format!("{value:.0}{UNBROKEN}ms"),
        Unit::Seconds => format!("{:.1}{UNBROKEN}s", value / 1_000.0),
        Unit::Kilobytes => format!("{:.1}{UNBROKEN}kB", value / 1_000.0),
        Unit::Count => format!("{value:.0}"),
    }
}

fn budget(measure: &Measure) -> String {
    match measure.budget {
        Budget::None => String::new(),
        Budget::Ratio(most) => format!("≤ {most:.2}"),
        Budget::RatioAtLeast(least) => format!("≥ {least:.2}"),
        Budget::AtMost(most) => format!("≤ {}", shown(most, measure.unit)),
    }
}
