//! An event that cannot be read is no state to take a snapshot of.

use serde_json::{Value, json};
use yew::prelude::*;
use yew_livechat::{
    prelude::*,
    testing::{Scenario, Snapshot},
};

use crate::failure;

#[component]
fn Nothing() -> Html {
    use_connection();
    Html::default()
}

fn refused(name: &str, data: &Value) -> String {
    failure(|| drop(Snapshot::details().event(name, data).render::<Nothing>()))
}

#[test]
fn an_event_that_cannot_be_read_fails_with_event_and_field() {
    for (name, data, says) in [
        ("customer_profile", json!({ "name": "Mary" }), "event `customer_profile`: id is nothing, expected text"),
        (
            "customer_profile",
            json!({ "id": {}, "name": "Mary" }),
            "event `customer_profile`: id is an object, expected text",
        ),
        ("change_theme", json!({ "theme": "blue" }), "event `change_theme`: theme"),
        ("message", json!(null), "event `message`"),
    ] {
        let said = refused(name, &data);
        assert!(said.contains("could not read what the host sent") && said.contains(says), "{said}");
    }
}

#[test]
fn an_event_in_a_scenario_that_cannot_be_read_fails_too() {
    let scenario = r#"{ "version": 1, "steps": [
        { "at": 0, "placement": "details", "host": "loads" },
        { "at": 300, "placement": "details", "command": "plugin_inited" },
        { "at": 400, "placement": "details", "event": "ticket_info", "data": { "subject": "none" } }
    ]}"#;
    let scenario = Scenario::from_json(scenario).unwrap();
    let said = failure(|| drop(Snapshot::details().scenario(&scenario).render::<Nothing>()));
    assert!(said.contains("event `ticket_info`: id is nothing"), "{said}");
}

/// As a router does that looks at the page's address.
#[component]
fn OfABrowser() -> Html {
    html! { js_sys::global().is_undefined() }
}

#[test]
fn a_component_that_needs_a_browser_is_told_so() {
    let said = failure(|| drop(Snapshot::details().render::<OfABrowser>()));
    assert!(
        said.starts_with("the component uses what only a browser has, as yew-router's `BrowserRouter` does"),
        "{said}"
    );
}

#[test]
fn an_event_that_nobody_knows_changes_nothing() {
    assert_eq!(Snapshot::details().event("shift_started", &json!([1])).render::<Nothing>(), "");
}
