//! Renders components natively, as a server would.

#![cfg(not(target_family = "wasm"))]

use recipes::{canned_replies::CannedReplies, chart::Bars};
use serde_json::json;
use yew::prelude::*;
use yew_livechat::testing::{Scenario, Snapshot};

// ANCHOR: snapshot
#[test]
fn a_reply_is_shown_as_the_customer_will_read_it() {
    let html = Snapshot::details().render::<CannedReplies>();
    assert!(html.contains("Hello! How can I help?"), "{html}");

    let mary = json!({ "id": "C1", "name": "Mary" });
    let html = Snapshot::details().event("customer_profile", &mary).render::<CannedReplies>();
    assert!(html.contains("Hello Mary! How can I help?"), "{html}");
}
// ANCHOR_END: snapshot

#[test]
fn a_scenario_leads_to_its_last_customer() {
    let scenario = Scenario::from_json(include_str!("scenarios/a-greeting.json")).unwrap();
    let html = Snapshot::details().scenario(&scenario).render::<CannedReplies>();
    assert!(html.contains("Hello! How can I help?"), "{html}");
}

#[component]
fn Sales() -> Html {
    html! { <Bars label="Orders a month" bars={vec![("May", 12), ("June", 24)]} /> }
}

#[test]
fn a_chart_has_nothing_that_the_policy_forbids() {
    let html = Snapshot::fullscreen().render::<Sales>();
    assert!(html.contains(r#"width="120""#) && html.contains(r#"width="240""#), "{html}");
    assert!(html.contains("June: 24") && html.contains(r#"aria-label="Orders a month""#), "{html}");
    assert!(!html.contains("style="), "{html}");
}
