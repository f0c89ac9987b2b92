use livechat_protocol::{
    PlacementKind::{self, Details},
    RawCommand,
    scenario::{Action, Comparison, Recorder, Scenario},
};
use serde_json::{Value, json};

use super::ms;

fn expecting(commands: &[(&'static str, Value)]) -> Scenario {
    let mut recorder = Recorder::default();
    for (message, data) in commands {
        recorder.record(ms(0), Details, Action::Command(RawCommand::new(*message, data.clone())));
    }
    // What another extension does is not this one's.
    recorder.record(ms(0), PlacementKind::Settings, Action::Command(RawCommand::new("redirect", json!("/"))));
    recorder.scenario("")
}

fn sent(commands: &[(&str, Value)]) -> Vec<(String, Value)> {
    commands.iter().map(|(message, data)| ((*message).to_owned(), data.clone())).collect()
}

#[test]
fn the_same_commands_in_the_same_order_are_the_same() {
    let commands = [("plugin_inited", json!(null)), ("put_message", json!("a")), ("put_message", json!("a"))];
    assert!(expecting(&commands).compare(Details, &sent(&commands)).is_same());
    assert!(expecting(&[]).compare(Details, &[]).is_same());
}

#[test]
fn what_is_missing_and_what_was_not_expected_is_told_one_by_one() {
    let expected = expecting(&[("a", json!(1)), ("a", json!(1)), ("b", json!({ "x": 1 }))]);
    let comparison = expected.compare(Details, &sent(&[("b", json!({ "x": 2 })), ("a", json!(1))]));
    let missing = sent(&[("a", json!(1)), ("b", json!({ "x": 1 }))]);
    let unexpected = sent(&[("b", json!({ "x": 2 }))]);
    assert_eq!(comparison, Comparison { missing, unexpected, reordered: false });
    assert_eq!(
        comparison.to_string(),
        "the extension sent other commands:\n  missing: `a` with 1\n  missing: `b` with {\"x\":1}\n  unexpected: `b` with {\"x\":2}"
    );
}

#[test]
fn another_order_is_told() {
    let expected = expecting(&[("a", json!(1)), ("b", json!(2))]);
    let comparison = expected.compare(Details, &sent(&[("b", json!(2)), ("a", json!(1))]));
    assert_eq!(comparison, Comparison { reordered: true, ..Comparison::default() });
    assert!(!comparison.is_same());
    assert_eq!(comparison.to_string(), "the extension sent the same commands in another order");
}
