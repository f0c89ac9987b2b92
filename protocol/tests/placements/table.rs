//! The table of events against the cases that compare the framework with the JavaScript SDK.

use std::collections::BTreeSet;

use livechat_protocol::{EventName, PlacementKind};
use serde_json::Value;

const CASES: &str = include_str!("../../../tests/conformance/cases.json");

#[test]
fn every_event_has_a_conformance_case_in_each_of_its_placements() {
    let cases: Value = serde_json::from_str(CASES).expect("JSON");
    let groups = cases["groups"].as_array().expect("a list of groups");
    for event in EventName::ALL {
        let group = groups.iter().find(|group| group["event"] == event.as_str());
        let group = group.unwrap_or_else(|| panic!("tests/conformance/cases.json has no case for {}", event.as_str()));
        let widgets = group["widgets"].as_array().into_iter().flatten().filter_map(Value::as_str);
        let tried: BTreeSet<_> = widgets.filter_map(|widget| placement(&cases["widgets"][widget])).collect();
        assert_eq!(tried, event.placements().iter().copied().collect(), "the widgets that hear {}", event.as_str());
    }
}

/// The placement that a widget is served for, by its path.
fn placement(widget: &Value) -> Option<PlacementKind> {
    match widget["path"].as_str()? {
        "" => Some(PlacementKind::Details),
        path => path.parse().ok(),
    }
}
