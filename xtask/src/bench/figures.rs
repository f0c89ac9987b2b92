//! What is measured, in which unit, and what it is held to.

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::samples::{NAMES, Run, Samples, Saving, median, quantile};

/// One line of the table.
#[derive(Debug)]
pub(super) struct Measure {
    pub(super) what: &'static str,
    pub(super) unit: Unit,
    /// In the order of [`NAMES`]; `None` where there is nothing to measure.
    pub(super) values: [Option<f64>; 4],
    pub(super) budget: Option<Budget>,
}

/// In which unit a value is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Milliseconds,
    Seconds,
    Kilobytes,
    /// Something counted.
    Count,
}

/// What ours has to keep to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Budget {
    /// Our value over that of React is at most so much.
    Ratio(f64),
    /// Our value over that of React is at least so much.
    RatioAtLeast(f64),
    /// Our value is at most so much.
    AtMost(f64),
}

/// Bytes over the wire, by what they are of: those of [`NAMES`] first, in their order.
#[derive(Debug)]
pub(super) struct Sizes(pub(super) Vec<(String, usize)>);

impl Measure {
    /// The value over React's, which is the second.
    pub(super) fn ratio(&self, index: usize) -> Option<f64> {
        let (value, react) = (self.values.get(index).copied().flatten()?, self.values[1]?);
        (react > 0.0 && value >= 0.0).then(|| value / react)
    }

    /// Whether ours keeps to its budget; `None` where there is none, or nothing to hold to it.
    pub(super) fn is_kept(&self) -> Option<bool> {
        Some(match self.budget? {
            Budget::Ratio(most) => self.ratio(0)? <= most,
            Budget::RatioAtLeast(least) => self.ratio(0)? >= least,
            Budget::AtMost(most) => self.values[0]? <= most,
        })
    }
}

/// Everything that was measured.
pub(super) fn measures(samples: &Samples, saving: &Saving, sizes: &Sizes) -> Result<Vec<Measure>> {
    let mut runs: Vec<&[Run]> = Vec::new();
    for name in NAMES {
        runs.push(samples.samples.get(name).with_context(|| format!("`{name}` was not measured: measure again"))?);
    }
    let of = |what, unit, budget, value: &dyn Fn(&[Run]) -> Option<f64>| Measure {
        what,
        unit,
        values: std::array::from_fn(|index| runs.get(index).and_then(|runs| value(runs))),
        budget,
    };
    let each = |get: fn(&Run) -> f64| move |runs: &[Run]| median(runs.iter().map(get));
    let all =
        |get: fn(&Run) -> &[f64], part: f64| move |runs: &[Run]| quantile(runs.iter().flat_map(get).copied(), part);
    let ms = Unit::Milliseconds;
    let bytes = Measure {
        what: "bytes over the wire, brotli",
        unit: Unit::Kilobytes,
        #[expect(clippy::cast_precision_loss, reason = "some kilobytes")]
        values: std::array::from_fn(|index| sizes.0.get(index).map(|(_, bytes)| *bytes as f64)),
        budget: Some(Budget::Ratio(0.9)),
    };
    let saved = Measure {
        what: "saving a file to seeing it, in development",
        unit: Unit::Seconds,
        values: NAMES.map(|name| median(saving.get(name)?.iter().copied())),
        budget: None,
    };
    let handshake = of("handshake answered", ms, Some(Budget::Ratio(0.2)), &each(|run| run.handshake.plain));
    let floor = Measure {
        what: "the same, of a page that does nothing else",
        unit: ms,
        values: [median(samples.floor.iter().copied()), handshake.values[1], None, None],
        budget: None,
    };
    Ok(vec![
        bytes,
        handshake,
        floor,
        of("handshake answered, slow network", ms, None, &each(|run| run.handshake.slow_network)),
        of("`plugin_inited`, content on screen", ms, Some(Budget::Ratio(0.9)), &each(|run| run.inited.plain)),
        of("the same, slow network", ms, Some(Budget::Ratio(0.8)), &each(|run| run.inited.slow_network)),
        of("the same, processor slowed 6×", ms, None, &each(|run| run.inited.slow_processor)),
        of("event to DOM, median", ms, Some(Budget::Ratio(1.0)), &all(|run| &run.event_to_dom, 0.5)),
        of("event to DOM, p99", ms, Some(Budget::Ratio(0.8)), &all(|run| &run.event_to_dom, 0.99)),
        of(
            "events a second, of a flood",
            Unit::Count,
            Some(Budget::RatioAtLeast(1.0)),
            &each(|run| f64::from(run.flood.events) * 1_000.0 / run.flood.took),
        ),
        of(
            "events of the flood not acknowledged",
            Unit::Count,
            Some(Budget::AtMost(0.0)),
            &each(|run| f64::from(run.flood.events - run.flood.acknowledged)),
        ),
        of("DOM commits of the flood", Unit::Count, None, &each(|run| f64::from(run.flood.commits))),
        of(
            "most DOM commits in one frame",
            Unit::Count,
            Some(Budget::AtMost(1.0)),
            &each(|run| f64::from(run.flood.most_in_a_frame)),
        ),
        of("command to acknowledgement, median", ms, None, &all(|run| &run.command_to_answer, 0.5)),
        of("command to acknowledgement, p99", ms, None, &all(|run| &run.command_to_answer, 0.99)),
        of("memory held after 100,000 events", Unit::Kilobytes, Some(Budget::AtMost(64_000.0)), &|runs| {
            median(runs.iter().filter_map(|run| run.growth))
        }),
        saved,
    ])
}

/// The same for other programs.
pub(super) fn to_json(samples: &Samples, measures: &[Measure], sizes: &Sizes) -> Value {
    let measures: Vec<Value> = measures
        .iter()
        .map(|measure| {
            let by_name: serde_json::Map<String, Value> = NAMES
                .iter()
                .enumerate()
                .map(|(index, name)| {
                    ((*name).to_owned(), json!({ "value": measure.values[index], "ratio": measure.ratio(index) }))
                })
                .collect();
            let unit = match measure.unit {
                Unit::Milliseconds | Unit::Seconds => "ms",
                Unit::Kilobytes => "bytes",
                Unit::Count => "",
            };
            json!({ "what": measure.what, "unit": unit, "of": by_name, "budget_kept": measure.is_kept() })
        })
        .collect();
    let sizes: serde_json::Map<String, Value> =
        sizes.0.iter().map(|(name, bytes)| (name.clone(), (*bytes).into())).collect();
    json!({ "browser": samples.browser, "measures": measures, "brotli_bytes": sizes })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn measure(ours: f64, react: f64, budget: Budget) -> Measure {
        let values = [Some(ours), Some(react), None, None];
        Measure { what: "anything", unit: Unit::Count, values, budget: Some(budget) }
    }

    #[test]
    fn a_budget_is_kept_up_to_its_edge() {
        for (ours, budget, kept) in [
            (90.0, Budget::Ratio(0.9), true),
            (91.0, Budget::Ratio(0.9), false),
            (100.0, Budget::RatioAtLeast(1.0), true),
            (99.0, Budget::RatioAtLeast(1.0), false),
            (64.0, Budget::AtMost(64.0), true),
            (65.0, Budget::AtMost(64.0), false),
        ] {
            assert_eq!(measure(ours, 100.0, budget).is_kept(), Some(kept), "{ours} {budget:?}");
        }
    }

    #[test]
    fn there_is_no_ratio_to_nothing() {
        assert_eq!(measure(1.0, 0.0, Budget::Ratio(1.0)).ratio(0), None);
        assert_eq!(measure(1.0, 2.0, Budget::Ratio(1.0)).ratio(0), Some(0.5));
        assert_eq!(measure(1.0, 2.0, Budget::Ratio(1.0)).ratio(2), None);
    }
}
