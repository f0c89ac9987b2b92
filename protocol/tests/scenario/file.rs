use livechat_protocol::{
    Driver, Faults, PlacementKind, PluginInited, RawCommand, RawEvent, Theme,
    scenario::{Action, Scenario, ScenarioError, Step},
};
use serde_json::json;

use super::ms;

fn every_kind() -> Scenario {
    let placement = PlacementKind::MessageBox;
    let actions = [
        Action::Faults(Faults { doubled: true, ..Faults::default() }),
        Action::Load { driver: Driver::Plain, theme: Theme::Dark },
        Action::Load { driver: Driver::Trusted, theme: Theme::Light },
        Action::Reconnect,
        Action::Event(RawEvent { name: "message_sent".to_owned(), data: json!(null) }),
        Action::Event(RawEvent { name: "customer_profile".to_owned(), data: json!({ "id": "Zażółć 🦊\n" }) }),
        Action::Frame(json!(null)),
        Action::Frame(json!([1, { "event_name": 7 }])),
        Action::Command(RawCommand::new("put_message", json!("Hi"))),
        Action::Command(RawCommand::from(&PluginInited)),
    ];
    let steps = actions.into_iter().zip(1..).map(|(action, at)| Step { at: ms(at * 10), placement, action });
    Scenario { name: "every \"kind\"".to_owned(), steps: steps.collect() }
}

#[test]
fn a_scenario_survives_its_file_and_has_a_line_for_each_step() {
    let scenario = every_kind();
    let text = scenario.to_json();
    assert_eq!(Scenario::from_json(&text).unwrap(), scenario);
    let lines = text.lines().filter(|line| line.contains("\"placement\":\"message-box\"")).count();
    assert_eq!(lines, scenario.steps.len());
    assert!(text.contains(r#"{"at":20,"placement":"message-box","host":"loads","driver":"plain","theme":"dark"}"#));
    assert!(text.contains(r#"{"at":100,"placement":"message-box","command":"plugin_inited"}"#));
}

#[test]
fn an_empty_scenario_survives_too() {
    let scenario = Scenario::default();
    assert_eq!(Scenario::from_json(&scenario.to_json()).unwrap(), scenario);
}

#[test]
fn what_is_asked_of_a_scenario() {
    let scenario = every_kind();
    assert_eq!(scenario.placements().collect::<Vec<_>>(), [PlacementKind::MessageBox]);
    assert_eq!(scenario.driver(PlacementKind::MessageBox), Driver::Plain, "the first load's");
    assert_eq!(scenario.driver(PlacementKind::Details), Driver::Trusted);
    let commands = [("put_message".to_owned(), json!("Hi")), ("plugin_inited".to_owned(), json!(null))];
    assert_eq!(scenario.commands(PlacementKind::MessageBox), commands);
    assert_eq!(scenario.commands(PlacementKind::Details), []);
}

#[test]
fn what_is_no_scenario_is_refused_with_place_and_reason() {
    let step = |step: &str| format!("{{\"version\": 1, \"steps\": [\n{step}\n]}}");
    for (text, reason) in [
        (String::new(), "line 1"),
        ("[]".to_owned(), "line 1"),
        ("{}".to_owned(), "version"),
        (r#"{"version": 1}"#.to_owned(), "steps"),
        (r#"{"version": 1, "steps": [], "more": 1}"#.to_owned(), "more"),
        (step(r#"{"at": 1}"#), "a step needs a `placement`"),
        (
            step(r#"{"at": 1, "placement": "sidebar", "host": "loads"}"#),
            "`sidebar` is not a placement: use details, message-box",
        ),
        (step(r#"{"at": 1, "placement": "details"}"#), "exactly one of"),
        (step(r#"{"at": 1, "placement": "details", "event": "x", "command": "y"}"#), "exactly one of"),
        (step(r#"{"at": 1, "placement": "details", "host": "sleeps"}"#), "line 2"),
        (step(r#"{"at": 1, "placement": "details", "host": "loads", "data": 1}"#), "`data`"),
        (step(r#"{"at": 1, "placement": "details", "event": "x", "theme": "dark"}"#), "`theme`"),
        (step(r#"{"at": 1, "placement": "details", "host": "reconnects", "driver": "plain"}"#), "`driver`"),
        (step(r#"{"at": -1, "placement": "details", "host": "loads"}"#), "line 2"),
        (step(r#"{"at": 1, "placement": "details", "host": "loads", "when": 1}"#), "when"),
    ] {
        let error = Scenario::from_json(&text).unwrap_err();
        assert!(matches!(error, ScenarioError::Form(_)), "{text}");
        assert!(error.to_string().contains(reason), "{text}: {error}");
    }
    let error = Scenario::from_json(r#"{"version": 2, "anything": "else"}"#).unwrap_err();
    assert!(matches!(error, ScenarioError::Version(2)));
    assert!(error.to_string().contains("update yew-livechat"), "{error}");
}
