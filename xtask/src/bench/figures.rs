//! The measures with their units and budgets.

use serde_json::{Value, json};

use crate::prelude::*;

/// The folder names of the extensions: ours first, React's second.
pub const NAMES: [&str; 4] = ["yew-livechat", "react", "preact", "vanilla"];
/// Their names for people.
pub(super) const TITLES: [&str; 4] = ["yew-livechat", "SDK + React 19", "SDK + Preact", "SDK alone"];

/// One row of the table.
#[derive(Debug)]
pub struct Measure {
    /// Its name for people.
    pub what: &'static str,
    /// The unit of its values.
    pub unit: Unit,
    /// One value for each of [`NAMES`]; `None` if it cannot be measured.
    pub values: [Option<f64>; 4],
    /// The budget for our value.
    pub budget: Budget,
}

/// A unit for display.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// From milliseconds.
    Milliseconds,
    /// From milliseconds.
    Seconds,
    /// From bytes.
    Kilobytes,
    /// A count.
    Count,
}

/// The budget for our value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Budget {
    /// No budget.
    None,
    /// The maximum ratio of our value to React's.
    Ratio(f64),
    /// The minimum ratio of our value to React's.
    RatioAtLeast(f64),
    /// The maximum of our value.
    AtMost(f64),
}

impl Measure {
    /// Returns the ratio to React's value.
    pub fn ratio(&self, index: usize) -> Option<f64> {
        let (value, react) = (self.values[index]?, self.values[1]?);
        (react > 0.0 && value >= 0.0).then(|| value / react)
    }

    /// Returns whether our value meets its budget; `None` if there is no budget or no value.
    pub fn is_kept(&self) -> Option<bool> {
        match self.budget {
            Budget::None => None,
            Budget::Ratio(most) => Some(self.ratio(0)? <= most),
            Budget::RatioAtLeast(least) => Some(self.ratio(0)? >= least),
            Budget::AtMost(most) => Some(self.values[0]? <= most),
        }
    }
}

/// All measures: `samples` and `saving` are the output of `bench/measure/`.
pub fn measures(samples: &Value, saving: &Value, sizes: &[(String, usize)]) -> Result<Vec<Measure>> {
    use Budget::{AtMost, None as Free, Ratio, RatioAtLeast};
    use Unit::{Count, Kilobytes, Milliseconds, Seconds};
    #[expect(clippy::cast_precision_loss, reason = "some kilobytes")]
    let bytes = std::array::from_fn(|index| sizes.get(index).map(|(_, bytes)| *bytes as f64));
    let mut measures =
        vec![Measure { what: "bytes over the wire, brotli", unit: Kilobytes, values: bytes, budget: Ratio(0.9) }];
    for (what, unit, budget, place, part) in [
        ("handshake answered", Milliseconds, Ratio(0.2), "/handshake/plain", 0.5),
        ("handshake answered, slow network", Milliseconds, Free, "/handshake/slowNetwork", 0.5),
        ("`plugin_inited`, content on screen", Milliseconds, Ratio(0.2), "/inited/plain", 0.5),
        ("the same, slow network", Milliseconds, Ratio(0.3), "/inited/slowNetwork", 0.5),
        ("the same, processor slowed 6×", Milliseconds, Free, "/inited/slowProcessor", 0.5),
        ("first customer on screen", Milliseconds, Ratio(0.9), "/content/plain", 0.5),
        ("first customer on screen, slow network", Milliseconds, Ratio(0.8), "/content/slowNetwork", 0.5),
        ("first customer on screen, processor slowed 6×", Milliseconds, Free, "/content/slowProcessor", 0.5),
        ("event to DOM, median", Milliseconds, Ratio(1.0), "/eventToDom", 0.5),
        ("event to DOM, p99", Milliseconds, Ratio(1.0), "/eventToDom", 0.99),
        ("event to DOM, each after the last acknowledgement, median", Milliseconds, Ratio(1.0), "/quickToDom", 0.5),
        ("the same, p99", Milliseconds, Ratio(1.0), "/quickToDom", 0.99),
        ("event to DOM, with page data and a ticket before it, median", Milliseconds, Ratio(1.0), "/burstToDom", 0.5),
        ("the same, of such a burst, p99", Milliseconds, Ratio(1.0), "/burstToDom", 0.99),
        ("events per second in a flood", Count, RatioAtLeast(1.0), "/flood/aSecond", 0.5),
        ("unacknowledged events in the flood", Count, AtMost(0.0), "/flood/lost", 0.5),
        ("DOM commits in the flood", Count, Free, "/flood/commits", 0.5),
        ("most DOM commits in one animation frame of the flood", Count, Free, "/flood/mostInAFrame", 0.5),
        ("longest task of the flood, if 50 ms or more", Milliseconds, AtMost(50.0), "/flood/longestTask", 1.0),
        ("command to acknowledgement, median", Milliseconds, Free, "/commandToAnswer", 0.5),
        ("command to acknowledgement, p99", Milliseconds, Free, "/commandToAnswer", 0.99),
        ("memory held after 100,000 events", Kilobytes, AtMost(64_000.0), "/growth", 0.5),
    ] {
        let mut values = [None; 4];
        for (value, name) in values.iter_mut().zip(NAMES) {
            *value = quantile(of_all_runs(&samples["samples"][name], place).context(name)?, part);
        }
        measures.push(Measure { what, unit, values, budget });
    }
    let floor = quantile(numbers(&samples["floor"]), 0.5);
    let values = [floor, measures[1].values[1], None, None];
    let what = "the same, in a page that does nothing else";
    measures.insert(2, Measure { what, unit: Milliseconds, values, budget: Free });
    let values = NAMES.map(|name| quantile(numbers(&saving[name]), 0.5));
    measures.push(Measure { what: "saving a file to seeing it, in development", unit: Seconds, values, budget: Free });
    Ok(measures)
}

/// The measures of another engine than Chromium, for our extension and React's. Means instead of medians: WebKit's clock has steps
/// of 1 ms, which average out.
pub fn of_engine(samples: &Value) -> Result<Vec<Measure>> {
    use Budget::{AtMost, None as Free, Ratio, RatioAtLeast};
    use Unit::{Count, Milliseconds};
    let mut measures = Vec::new();
    for (what, unit, budget, place, statistic) in [
        ("handshake answered", Milliseconds, Free, "/handshake/plain", Statistic::MEDIAN),
        ("the same, slow network", Milliseconds, Free, "/handshake/slowNetwork", Statistic::MEDIAN),
        ("`plugin_inited`, content on screen", Milliseconds, Ratio(1.0), "/inited/plain", Statistic::MEDIAN),
        ("the same, slow network", Milliseconds, Ratio(1.0), "/inited/slowNetwork", Statistic::MEDIAN),
        ("first customer on screen", Milliseconds, Ratio(1.0), "/content/plain", Statistic::MEDIAN),
        ("the same, slow network", Milliseconds, Ratio(1.0), "/content/slowNetwork", Statistic::MEDIAN),
        ("event to DOM, mean", Milliseconds, Ratio(1.0), "/eventToDom", Statistic::Mean),
        ("the same, p99", Milliseconds, Ratio(1.0), "/eventToDom", Statistic::P99),
        (
            "event to DOM, each after the last acknowledgement, mean",
            Milliseconds,
            Ratio(1.0),
            "/quickToDom",
            Statistic::Mean,
        ),
        ("the same, p99", Milliseconds, Ratio(1.0), "/quickToDom", Statistic::P99),
        (
            "event to DOM, with page data and a ticket before it, mean",
            Milliseconds,
            Ratio(1.0),
            "/burstToDom",
            Statistic::Mean,
        ),
        ("the same, p99", Milliseconds, Ratio(1.0), "/burstToDom", Statistic::P99),
        ("events per second in a flood", Count, RatioAtLeast(1.0), "/flood/aSecond", Statistic::MEDIAN),
        ("unacknowledged events in the flood", Count, AtMost(0.0), "/flood/lost", Statistic::MEDIAN),
        ("DOM commits in the flood", Count, Free, "/flood/commits", Statistic::MEDIAN),
        ("command to acknowledgement, mean", Milliseconds, Free, "/commandToAnswer", Statistic::Mean),
    ] {
        let mut values = [None; 4];
        for (value, name) in values.iter_mut().zip(NAMES).take(2) {
            *value = statistic.of(of_all_runs(&samples["samples"][name], place).context(name)?);
        }
        measures.push(Measure { what, unit, values, budget });
    }
    Ok(measures)
}

/// How many samples become one value.
#[derive(Debug, Clone, Copy)]
enum Statistic {
    Mean,
    Quantile(f64),
}

impl Statistic {
    const MEDIAN: Self = Self::Quantile(0.5);
    const P99: Self = Self::Quantile(0.99);

    fn of(self, values: Vec<f64>) -> Option<f64> {
        match self {
            Self::Mean => mean(&values),
            Self::Quantile(part) => quantile(values, part),
        }
    }
}

/// Returns the mean; `None` if there are no values.
#[expect(clippy::cast_precision_loss, reason = "some thousand values")]
pub fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

/// Returns the values of all runs at that path.
fn of_all_runs(runs: &Value, place: &str) -> Result<Vec<f64>> {
    let mut found = Vec::new();
    for run in runs.as_array().context("was not measured: measure again")? {
        let flood =
            |field: &str| run["flood"][field].as_f64().with_context(|| format!("no {field} in a run: measure again"));
        match place {
            "/flood/aSecond" => found.push(flood("events")? * 1_000.0 / flood("took")?),
            "/flood/lost" => found.push(flood("events")? - flood("acknowledged")?),
            place => found
                .extend(numbers(run.pointer(place).with_context(|| format!("no {place} in a run: measure again"))?)),
        }
    }
    Ok(found)
}

/// Returns a number, or a list of numbers; empty if it was not measured.
fn numbers(value: &Value) -> Vec<f64> {
    value
        .as_array()
        .map_or_else(|| value.as_f64().into_iter().collect(), |list| list.iter().filter_map(Value::as_f64).collect())
}

/// Returns the quantile by nearest rank; `None` if there are no values.
pub fn quantile(mut values: Vec<f64>, part: f64) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "few, and positive"
    )]
    let rank = (values.len() as f64 * part).ceil() as usize;
    values.get(rank.max(1) - 1).copied()
}

/// Formats the measures for other programs.
pub(super) fn to_json(browser: &Value, measures: &[Measure], sizes: &[(String, usize)]) -> Value {
    let measures = measures.iter().map(|measure| {
        let of = |index: usize| json!({ "value": measure.values[index], "ratio": measure.ratio(index) });
        let of: serde_json::Map<String, Value> = (0..4).map(|index| (NAMES[index].to_owned(), of(index))).collect();
        let unit = match measure.unit {
            Unit::Milliseconds | Unit::Seconds => "ms",
            Unit::Kilobytes => "bytes",
            Unit::Count => "",
        };
        json!({ "what": measure.what, "unit": unit, "of": of, "budget_kept": measure.is_kept() })
    });
    let sizes: serde_json::Map<String, Value> =
        sizes.iter().map(|(name, bytes)| (name.clone(), (*bytes).into())).collect();
    json!({ "browser": browser, "measures": measures.collect::<Vec<_>>(), "brotli_bytes": sizes })
}
