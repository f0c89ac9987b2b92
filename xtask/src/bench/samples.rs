//! What `bench/measure/` writes, and what is made of it.

use std::collections::BTreeMap;

use serde::Deserialize;

/// The extensions, ours first; the names of their folders.
pub(super) const NAMES: [&str; 4] = ["yew-livechat", "react", "preact", "vanilla"];

/// Every sample of every extension.
#[derive(Debug, Deserialize)]
pub(super) struct Samples {
    /// The browser's name and version.
    pub(super) browser: String,
    /// Until the host had the answer of a page that does nothing else.
    pub(super) floor: Vec<f64>,
    /// By extension, one a run.
    pub(super) samples: BTreeMap<String, Vec<Run>>,
}

/// Milliseconds from saving to seeing, by extension.
pub(super) type Saving = BTreeMap<String, Vec<f64>>;

/// What one run of one extension has shown. Times are in milliseconds.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Run {
    /// Until the host had the answer to its handshake.
    pub(super) handshake: Loading,
    /// Until `plugin_inited` and content on screen.
    pub(super) inited: Loading,
    /// From an event's arrival until the DOM has changed.
    pub(super) event_to_dom: Vec<f64>,
    /// Many events at once.
    pub(super) flood: Flood,
    /// From a click until the host's answer.
    pub(super) command_to_answer: Vec<f64>,
    /// Bytes held after 100,000 events more than before.
    pub(super) growth: Option<f64>,
}

/// One time under three conditions.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Loading {
    pub(super) plain: f64,
    pub(super) slow_network: f64,
    pub(super) slow_processor: f64,
}

/// Many events at once.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Flood {
    pub(super) events: u32,
    pub(super) took: f64,
    pub(super) acknowledged: u32,
    pub(super) commits: u32,
    pub(super) most_in_a_frame: u32,
}

/// The value that so large a part of them does not exceed, by nearest rank; `None` of none.
pub(super) fn quantile(values: impl IntoIterator<Item = f64>, part: f64) -> Option<f64> {
    let mut values: Vec<f64> = values.into_iter().collect();
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

/// The one in the middle.
pub(super) fn median(values: impl IntoIterator<Item = f64>) -> Option<f64> {
    quantile(values, 0.5)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_values_that_were_measured() {
        let hundred = || (1..=100).rev().map(f64::from);
        assert_eq!(median(hundred()), Some(50.0));
        assert_eq!(quantile(hundred(), 0.99), Some(99.0));
        assert_eq!(median([3.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(median([7.0]), Some(7.0));
        assert_eq!(median([]), None);
    }

    #[test]
    fn what_the_measuring_side_writes_is_read() {
        let text = r#"{"browser":"Chrome/1","runs":1,"floor":[0.5],"samples":{"react":[{
            "handshake":{"plain":1,"slowNetwork":2,"slowProcessor":3},
            "inited":{"plain":4,"slowNetwork":5,"slowProcessor":6},
            "eventToDom":[0.5],"flood":{"events":10,"took":7.5,"acknowledged":10,"commits":2,"mostInAFrame":1},
            "commandToAnswer":[2.5],"growth":null}]}}"#;
        let samples: Samples = serde_json::from_str(text).unwrap();
        let run = &samples.samples["react"][0];
        assert_eq!((run.inited.slow_processor, run.flood.most_in_a_frame, run.growth), (6.0, 1, None));
    }
}
