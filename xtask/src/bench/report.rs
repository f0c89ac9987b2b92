//! The figures as people read them. No value stands without its ratio to React's, where there is one.

use super::Extent;
use super::figures::{Budget, Measure, Sizes, Unit};
use super::samples::Samples;
use crate::table::{self, Align};

/// A space that no line is broken at.
const UNBROKEN: char = '\u{a0}';

/// In the order of [`NAMES`](super::samples::NAMES).
pub(super) const TITLES: [&str; 4] = ["yew-livechat", "SDK + React 19", "SDK + Preact", "SDK alone"];

/// The table for a terminal.
pub(super) fn terminal(measures: &[Measure]) -> String {
    let [ours, react, preact, vanilla] = TITLES.map(|title| (title, Align::Right));
    let columns = [("", Align::Left), ours, react, preact, vanilla, ("budget", Align::Left)];
    let rows: Vec<[String; 6]> = measures
        .iter()
        .map(|measure| {
            let [ours, react, preact, vanilla] = cells(measure);
            let budget = match measure.is_kept() {
                None => budget(measure),
                Some(true) => format!("{} kept", budget(measure)),
                Some(false) => format!("{} MISSED", budget(measure)),
            };
            [measure.what.replace('`', ""), ours, react, preact, vanilla, budget]
        })
        .collect();
    table::render(columns, &rows)
}

/// The table for a page, and what it is of.
pub(super) fn markdown(measures: &[Measure], about: &str) -> String {
    let mut text = format!("| | {} | budget |\n|---|{}---|\n", TITLES.join(" | "), "---:|".repeat(TITLES.len()));
    for measure in measures {
        let [ours, react, preact, vanilla] = cells(measure);
        let budget = match measure.is_kept() {
            None => budget(measure),
            Some(true) => format!("{}, kept", budget(measure)),
            Some(false) => format!("{}, **missed**", budget(measure)),
        };
        text.push_str(&format!("| {} | {ours} | {react} | {preact} | {vanilla} | {budget} |\n", measure.what));
    }
    format!("{text}\n{about}")
}

/// On what the figures stand.
pub(super) fn about(samples: &Samples, extent: Extent) -> String {
    format!(
        "Medians (p99 where it says so) of {} interleaved runs, memory of {}, in {} on one noisy machine; the number \
         after each value is its ratio to that of the SDK with React 19 in the same run. The slow network is 100 ms there \
         and back, and 200 kB a second.",
        extent.runs, extent.long_runs, samples.browser
    )
}

/// Which budgets are missed.
pub(super) fn missed(measures: &[Measure]) -> String {
    let missed: Vec<String> = measures
        .iter()
        .filter(|measure| measure.is_kept() == Some(false))
        .map(|measure| {
            let [ours, ..] = cells(measure);
            format!("- {}: {ours}, budget {}", measure.what, budget(measure))
        })
        .collect();
    if missed.is_empty() { "Every budget is kept.".to_owned() } else { format!("Missed:\n{}", missed.join("\n")) }
}

/// What everything weighs, beside React's.
pub(super) fn sizes(sizes: &Sizes) -> String {
    let react = sizes.0.get(1).map_or(0, |(_, bytes)| *bytes);
    let rows: Vec<[String; 3]> = sizes
        .0
        .iter()
        .map(|(name, bytes)| {
            #[expect(clippy::cast_precision_loss, reason = "some kilobytes")]
            let (bytes, react) = (*bytes as f64, react as f64);
            [name.clone(), shown(bytes, Unit::Kilobytes), format!("{:.2}", bytes / react)]
        })
        .collect();
    table::render(
        [("bytes over the wire, brotli", Align::Left), ("", Align::Right), ("ratio to React", Align::Right)],
        &rows,
    )
}

fn cells(measure: &Measure) -> [String; 4] {
    std::array::from_fn(|index| {
        let Some(value) = measure.values[index] else { return "–".to_owned() };
        let value = shown(value, measure.unit);
        // Where a cell is narrow, it breaks before the ratio and nowhere else.
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
        None => String::new(),
        Some(Budget::Ratio(most)) => format!("≤ {most:.2}"),
        Some(Budget::RatioAtLeast(least)) => format!("≥ {least:.2}"),
        Some(Budget::AtMost(most)) => format!("≤ {}", shown(most, measure.unit)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn example() -> [Measure; 2] {
        [
            Measure {
                what: "handshake",
                unit: Unit::Milliseconds,
                values: [Some(120.0), Some(600.0), Some(720.0), None],
                budget: Some(Budget::Ratio(0.2)),
            },
            Measure {
                what: "memory",
                unit: Unit::Kilobytes,
                values: [Some(70_000.0), Some(-5_000.0), None, None],
                budget: Some(Budget::AtMost(64_000.0)),
            },
        ]
    }

    #[test]
    fn each_value_has_its_ratio_and_each_budget_its_verdict() {
        assert_eq!(
            markdown(&example(), "Of one run."),
            "| | yew-livechat | SDK + React 19 | SDK + Preact | SDK alone | budget |\n\
             |---|---:|---:|---:|---:|---|\n\
             | handshake | 120\u{a0}ms ·\u{a0}0.20 | 600\u{a0}ms ·\u{a0}1.00 | 720\u{a0}ms ·\u{a0}1.20 | – | ≤ 0.20, kept |\n\
             | memory | 70.0\u{a0}kB | -5.0\u{a0}kB | – | – | ≤ 64.0\u{a0}kB, **missed** |\n\
             \nOf one run."
        );
    }

    #[test]
    fn it_ends_with_the_budgets_that_are_missed() {
        let [handshake, memory] = example();
        assert_eq!(missed(&[handshake]), "Every budget is kept.");
        assert_eq!(missed(&[memory]), "Missed:\n- memory: 70.0\u{a0}kB, budget ≤ 64.0\u{a0}kB");
    }
}
