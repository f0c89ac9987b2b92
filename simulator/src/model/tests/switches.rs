//! Compares the panel's switches with those of the fake LiveChat.
//!
//! Not on WebAssembly, where the fake does not compile.

use std::collections::BTreeSet;

use fake_livechat::args::Args;
use serde_json::{Value, json};

use crate::model::{Control, SWITCHES};

/// The values that the fake's command line accepts for a switch, which `/fake/switches` shares.
fn choices(name: &str) -> Vec<String> {
    let command = <Args as clap::CommandFactory>::command();
    let argument = command.get_arguments().find(|argument| argument.get_id() == name);
    let values = argument.unwrap_or_else(|| panic!("the fake has no flag `{name}`")).get_possible_values();
    values.iter().map(|value| value.get_name().to_owned()).collect()
}

#[test]
fn the_panel_has_every_switch_of_the_fake_with_its_default_and_no_other() {
    let fake = json!(fake_livechat::Switches::default());
    let panel: Value = SWITCHES.iter().map(|switch| (switch.name.to_owned(), switch.default())).collect();
    let names = |switches: &Value| switches.as_object().unwrap().keys().cloned().collect::<BTreeSet<_>>();
    assert_eq!(names(&panel), names(&fake), "simulator/src/model/parts/switches.rs and fake/src/switches.rs differ");
    assert_eq!(panel, fake);
}

#[test]
fn the_panel_offers_every_value_of_the_fakes_switches() {
    for switch in &SWITCHES {
        let offered: Vec<_> = match switch.control {
            Control::Choice(choices) => choices.iter().map(|(value, _)| (*value).to_owned()).collect(),
            Control::Flag => ["true", "false"].map(str::to_owned).into(),
            Control::Number(_) | Control::MaybeNumber => Vec::new(),
        };
        match choices(switch.name) {
            // Text and numbers: the fake accepts more than the panel offers.
            possible if possible.is_empty() => {}
            possible => assert_eq!(possible, offered, "{}", switch.name),
        }
    }
}

#[test]
fn the_fake_takes_every_value_that_the_panel_offers() {
    for switch in &SWITCHES {
        let values: Vec<Value> = match switch.control {
            Control::Choice(choices) => choices.iter().map(|(value, _)| Value::from(*value)).collect(),
            Control::Flag => [true, false].map(Value::from).into(),
            Control::Number(_) => [0, u32::MAX].map(Value::from).into(),
            Control::MaybeNumber => vec![Value::Null, 0.into(), u32::MAX.into()],
        };
        for value in values {
            let switches = serde_json::from_value(json!({ switch.name: value.clone() }));
            let switches = switches.unwrap_or_else(|error| panic!("{}: {value}: {error}", switch.name));
            let fake = fake_livechat::Fake::new(fake_livechat::Client::any(), switches);
            assert!(fake.is_ok(), "{}: {value}", switch.name);
        }
    }
}
