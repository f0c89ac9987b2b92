//! Scenarios, played natively.

use std::time::Duration;

use serde_json::{Value, json};
use yew::prelude::*;
use yew_livechat::{
    Source,
    prelude::*,
    protocol::{
        Driver, PlacementKind, RawCommand, RawEvent,
        scenario::{OwnTexts, RollingRecorder},
    },
    testing::{Action, Comparison, Scenario, ScriptedHost, Snapshot, block_on},
};

use crate::{failure, named_failure};

/// The steps, one a line, with `placement` left out: all are for the details panel.
fn scenario(steps: &[Value]) -> Scenario {
    let steps: Vec<_> = steps
        .iter()
        .map(|step| {
            let mut step = step.clone();
            step["placement"] = json!("details");
            step
        })
        .collect();
    Scenario::from_json(&json!({ "version": 1, "name": "a test", "steps": steps }).to_string()).unwrap()
}

fn loads() -> Value {
    json!({ "at": 0, "host": "loads" })
}

fn inited(at: u32) -> Value {
    json!({ "at": at, "command": "plugin_inited" })
}

fn profile(at: u32, id: &str) -> Value {
    json!({ "at": at, "event": "customer_profile", "data": { "id": id } })
}

/// Plays it for an extension that only renders. Returns the comparison, and who is shown then.
fn play(steps: &[Value]) -> (Comparison, Option<String>, Connection) {
    let host = ScriptedHost::new();
    let extension = host.connect(Extension::details());
    let comparison = block_on(host.play(&scenario(steps)));
    let shown = extension.state().customer_profile.shown().map(|customer| customer.id.clone());
    (comparison, shown, extension.connection())
}

#[test]
fn what_is_sent_as_it_was_is_the_same() {
    let (comparison, shown, _) = play(&[loads(), inited(300), profile(900, "C1"), profile(950, "C2")]);
    assert!(comparison.is_same(), "{comparison}");
    assert_eq!(shown.as_deref(), Some("C2"));
}

#[test]
fn what_nobody_clicked_is_missing_and_what_nobody_expected_is_told() {
    let steps = [loads(), inited(300), json!({ "at": 900, "command": "put_message", "data": "Hello!" })];
    let (comparison, ..) = play(&steps);
    assert_eq!(comparison.missing, [("put_message".to_owned(), json!("Hello!"))]);
    assert_eq!(comparison.unexpected, []);

    let (comparison, ..) = play(&[loads(), profile(10, "C1")]);
    assert_eq!(comparison.missing, []);
    assert_eq!(comparison.unexpected, [("plugin_inited".to_owned(), json!(null))]);
}

#[test]
fn a_test_does_what_the_person_did_where_they_did_it() {
    let hello = json!({ "at": 900, "command": "put_message", "data": "Hello C1" });
    let bye = json!({ "at": 1900, "command": "put_message", "data": "Hello C2" });
    let steps = [loads(), inited(300), profile(400, "C1"), hello, profile(1_000, "C2"), bye];
    let host = ScriptedHost::new();
    let extension = host.connect(Extension::details());
    let greet = || {
        let customer = extension.state().customer_profile.shown().unwrap();
        extension.handle().put_message(format!("Hello {}", customer.id));
    };
    block_on(async {
        let mut play = host.begin(&scenario(&steps));
        play.until("put_message").await;
        greet();
        assert_eq!(play.comparison().missing.len(), 1);
        play.until("put_message").await;
        greet();
        let comparison = play.finish().await;
        assert!(comparison.is_same(), "{comparison}");

        let mut play = host.begin(&scenario(&steps));
        let mut names = Vec::new();
        while let Some(step) = play.step().await {
            if let Action::Command(command) = step.action {
                if command.message == "put_message" {
                    greet();
                }
                names.push(command.message);
            }
        }
        assert_eq!(names, ["plugin_inited", "put_message", "put_message"]);
        assert!(play.finish().await.is_same());
    });
}

/// A file as `yewLivechat.record({ ownTexts: true })` makes it, of an extension that greets the customer by name.
#[test]
fn a_recorded_conversation_is_played_with_its_made_up_values() {
    let event = |name: &str, data: Value| Action::Event(RawEvent { name: name.to_owned(), data });
    let command = |name: &'static str, data: Value| Action::Command(RawCommand::new(name, data));
    let mut recorder = RollingRecorder::new(Duration::ZERO, PlacementKind::Details, Driver::Trusted, Theme::Dark);
    for (at, action) in [
        (310, command("plugin_inited", Value::Null)),
        (400, event("customer_profile", json!({ "id": "C1A2B3", "name": "Mary Brown", "source": "chats" }))),
        (900, command("put_message", json!("Hello Mary Brown!"))),
        (950, event("customer_profile", json!({ "id": "C4D5E6", "name": "Kenji Brown", "source": "archives" }))),
        (990, command("put_message", json!("Hello Kenji Brown!"))),
    ] {
        recorder.record(Duration::from_millis(at), action);
    }
    let file = recorder.scenario("").anonymized(OwnTexts::Kept).to_json();
    assert!(!["Mary", "Kenji", "Brown", "C1A2B3"].iter().any(|real| file.contains(real)), "{file}");

    let host = ScriptedHost::new();
    let extension = host.connect(Extension::details());
    block_on(async {
        let mut play = host.begin(&Scenario::from_json(&file).unwrap());
        for source in [Source::Chats, Source::Archives] {
            play.until("put_message").await;
            let state = extension.state();
            let customer = state.customer_profile.shown().unwrap();
            assert_eq!((customer.source.as_ref(), state.theme), (Some(&source), Theme::Dark));
            extension.handle().put_message(format!("Hello {}!", customer.display_name("there")));
        }
        let comparison = play.finish().await;
        assert!(comparison.is_same(), "{comparison}");
    });
}

#[test]
fn stopping_at_what_is_not_there_fails_with_what_is() {
    let host = ScriptedHost::new();
    let _extension = host.connect(Extension::details());
    let steps = scenario(&[loads(), inited(300)]);
    let said = named_failure(file!(), || block_on(async { host.begin(&steps).until("put_message").await }));
    assert_eq!(said, "the rest of the scenario has no `put_message`: the commands in it are `plugin_inited`");
}

#[test]
fn a_scenario_of_another_placement_is_refused() {
    let host = ScriptedHost::new();
    let steps = scenario(&[loads()]);
    let said = failure(|| drop(host.begin(&steps)));
    assert_eq!(said, "there is no extension to play the scenario with: mount or connect one first");
    let _extension = host.connect(Extension::settings());
    let said = failure(|| drop(host.begin(&steps)));
    assert_eq!(said, "the scenario was not recorded for a settings extension, but for details");
    let said = failure(|| drop(Snapshot::settings().scenario(&steps).render::<Customer>()));
    assert_eq!(said, "the scenario was not recorded for a settings extension, but for details");
}

#[test]
fn every_load_is_a_new_life_and_speaks_its_own_driver() {
    let plain = json!({ "at": 1000, "host": "loads", "driver": "plain", "theme": "dark" });
    let steps = [loads(), inited(300), profile(400, "C1"), plain, inited(1_200), profile(1_300, "C2")];
    let host = ScriptedHost::new();
    let extension = host.connect(Extension::details());
    block_on(async {
        let mut play = host.begin(&scenario(&steps));
        for _ in 0..4 {
            play.step().await;
        }
        assert_eq!(extension.state().customer_profile, CustomerProfileState::Waiting);
        assert_eq!(extension.state().theme, Theme::Dark);
        let comparison = play.finish().await;
        assert!(comparison.is_same(), "{comparison}");
    });
    assert_eq!(extension.state().customer_profile.shown().unwrap().id, "C2");
}

#[test]
fn a_reconnecting_host_is_told_again() {
    let reconnects = json!({ "at": 500, "host": "reconnects" });
    let (comparison, shown, connection) = play(&[loads(), inited(300), profile(400, "C1"), reconnects, inited(500)]);
    assert!(comparison.is_same(), "{comparison}");
    assert_eq!((shown.as_deref(), connection.number), (Some("C1"), 2));
}

#[test]
fn doubled_reordered_and_slow_messages_come_as_they_did() {
    let faults = |at: u32, faults: Value| json!({ "at": at, "faults": faults });
    // Doubled: nothing happens twice.
    let (comparison, shown, _) =
        play(&[faults(0, json!({ "doubled": true })), loads(), inited(300), profile(400, "C1")]);
    assert!(comparison.is_same(), "{comparison}");
    assert_eq!(shown.as_deref(), Some("C1"));
    // Reordered: of two within a second, the first has the last word.
    let reordered = [loads(), inited(300), faults(300, json!({ "reordered": true })), profile(400, "C1")];
    let near = [&reordered[..], &[profile(600, "C2")]].concat();
    assert_eq!(play(&near).1.as_deref(), Some("C1"));
    let far = [&reordered[..], &[profile(1_500, "C2")]].concat();
    assert_eq!(play(&far).1.as_deref(), Some("C2"));
    // Slow: what was under way has arrived at the end, and time stands still until `plugin_inited` has.
    let slow = [faults(0, json!({ "latency_ms": 700 })), loads(), inited(2_000), profile(2_001, "C1")];
    let (comparison, shown, _) = play(&slow);
    assert!(comparison.is_same(), "{comparison}");
    assert_eq!(shown.as_deref(), Some("C1"));
}

#[test]
fn a_silent_host_is_given_up_when_it_was_and_recovers_when_it_did() {
    let silent = json!({ "at": 0, "faults": { "silent": true } });
    let speaks = json!({ "at": 8000, "faults": {} });
    let reconnects = json!({ "at": 8000, "host": "reconnects" });
    let (_, shown, connection) = play(&[silent.clone(), loads(), json!({ "at": 6000, "faults": { "silent": true } })]);
    assert_eq!(shown, None);
    assert!(matches!(connection.state, ConnectionState::Failed(_)), "{connection:?}");
    let (comparison, shown, connection) =
        play(&[silent, loads(), speaks, reconnects, inited(8_010), profile(8_020, "C1")]);
    assert!(comparison.is_same(), "{comparison}");
    assert_eq!(shown.as_deref(), Some("C1"));
    assert!(matches!(connection.state, ConnectionState::Connected { .. }));
}

#[test]
fn a_page_of_a_wrong_origin_is_not_talked_to() {
    let wrong = json!({ "at": 0, "faults": { "wrong_origin": true } });
    let (comparison, shown, connection) = play(&[wrong, loads(), profile(300, "C1")]);
    assert!(comparison.is_same(), "{comparison}");
    assert_eq!(shown, None);
    assert!(connection.last_refusal.unwrap().to_string().starts_with("refused a message from \"null\""));
}

#[test]
fn frames_are_posted_as_they_are() {
    let frame = json!({ "at": 400, "frame": { "event_name": 7 } });
    let (comparison, shown, connection) = play(&[loads(), inited(300), frame, profile(500, "C1")]);
    assert!(comparison.is_same(), "{comparison}");
    assert_eq!((shown.as_deref(), connection.refused), (Some("C1"), 1));
}

#[component]
fn Customer() -> Html {
    let customer = use_customer_profile().shown().map(|customer| customer.id.clone());
    let theme = use_host_theme();
    html! { <p data-theme={theme.as_str()}>{ customer }</p> }
}

#[test]
fn a_snapshot_of_what_a_scenario_leads_to() {
    let dark = json!({ "at": 0, "host": "loads", "theme": "dark" });
    let scenario = scenario(&[dark, inited(300), profile(400, "C1")]);
    let snapshot = Snapshot::details().scenario(&scenario);
    assert_eq!(snapshot.clone().render::<Customer>(), r#"<p data-theme="dark">C1</p>"#);
    let then = snapshot.event("customer_profile", &json!({ "id": "C2" }));
    assert_eq!(then.render::<Customer>(), r#"<p data-theme="dark">C2</p>"#);
}
