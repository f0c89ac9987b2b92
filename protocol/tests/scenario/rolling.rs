//! The recorder that drops the oldest.

use livechat_protocol::{
    Driver,
    PlacementKind::Details,
    RawCommand, RawEvent, Theme,
    scenario::{Action, RollingRecorder, Scenario, Step},
};
use serde_json::{Value, json};

use super::ms;

fn recorder() -> RollingRecorder {
    RollingRecorder::new(ms(0), Details, Driver::Plain, Theme::Dark)
}

fn event(name: &str, data: Value) -> Action {
    Action::Event(RawEvent { name: name.to_owned(), data })
}

fn inited() -> Action {
    Action::Command(RawCommand::new("plugin_inited", Value::Null))
}

fn written(steps: &[Step]) -> Vec<Value> {
    steps.iter().map(|step| json!(step)).collect()
}

#[test]
fn it_begins_with_the_load_and_has_the_steps_in_order() {
    let mut recorder = recorder();
    recorder.record(ms(310), inited());
    recorder.record(ms(900), event("customer_profile", json!({ "id": "C1" })));
    let scenario = recorder.scenario("a test");
    assert_eq!(
        written(&scenario.steps),
        [
            json!({ "at": 0, "placement": "details", "host": "loads", "driver": "plain", "theme": "dark" }),
            json!({ "at": 310, "placement": "details", "command": "plugin_inited" }),
            json!({ "at": 900, "placement": "details", "event": "customer_profile", "data": { "id": "C1" } }),
        ]
    );
    assert_eq!(Scenario::from_json(&scenario.to_json()).unwrap(), scenario);
}

#[test]
fn the_oldest_steps_are_dropped_and_what_they_left_behind_is_retained() {
    let mut recorder = recorder();
    recorder.record(ms(1), event("customer_profile", json!({ "id": "C1" })));
    recorder.record(ms(2), inited());
    recorder.record(ms(3), event("customer_profile", json!({ "id": "C2" })));
    recorder.record(ms(4), event("message", json!({ "chat": "T1" })));
    for _ in 0..RollingRecorder::STEPS {
        recorder.record(ms(5_000), event("shift", json!(1)));
    }
    assert_eq!((recorder.len(), recorder.dropped()), (RollingRecorder::STEPS, 4));
    let scenario = recorder.scenario("");
    assert_eq!(
        written(&scenario.steps[..4]),
        [
            json!({ "at": 0, "placement": "details", "host": "loads", "driver": "plain", "theme": "dark" }),
            json!({ "at": 0, "placement": "details", "command": "plugin_inited" }),
            json!({ "at": 0, "placement": "details", "event": "customer_profile", "data": { "id": "C2" } }),
            json!({ "at": 0, "placement": "details", "event": "shift", "data": 1 }),
        ]
    );
}

#[test]
fn memory_is_bounded_by_weight_too() {
    let mut recorder = recorder();
    let text = "x".repeat(1 << 20);
    for _ in 0..20 {
        recorder.record(ms(1), event("message", json!({ "message": text })));
    }
    assert_eq!(recorder.len(), RollingRecorder::WEIGHT / (1 << 20) - 1);
    recorder.record(ms(1), event("message", json!(vec![text; 8])));
    assert_eq!(recorder.len(), 0, "a step that is larger than all there is room for is dropped at once");
}

#[test]
fn after_forgetting_it_begins_again_with_the_state_as_it_is() {
    let mut recorder = recorder();
    recorder.record(ms(1), inited());
    recorder.record(ms(2), event("customer_profile", json!({ "id": "C1" })));
    recorder.record(ms(3), event("customer_profile_hidden", json!({ "id": "C1" })));
    recorder.forget(ms(1_000));
    recorder.record(ms(1_250), event("shift", json!(1)));
    let steps = recorder.scenario("").steps;
    let names: Vec<_> = written(&steps).iter().map(|step| (step["at"].clone(), step["event"].clone())).collect();
    assert_eq!(names[2..], [(json!(0), json!("customer_profile_hidden")), (json!(250), json!("shift"))]);
    assert_eq!(recorder.dropped(), 0);
}

#[test]
fn tokens_passwords_and_sessions_are_never_stored() {
    let mut recorder = recorder();
    let jwt = format!("eyJ{}.secret", "secret".repeat(5));
    for action in [
        event("authorize", json!({ "session_id": "secret" })),
        event("authorize", json!("secret")),
        event("page_data", json!({ "queryParams": { "code": "secret", "Access-Token": 4711, "page": "2" } })),
        event("anything", json!({ "url": "https://x.example/?token=secret&page=2", "note": "Bearer secret-secret!" })),
        Action::Command(RawCommand::new("track", json!(["see dal:secretsecret and fra:secret_secret", jwt]))),
        Action::Frame(json!({ "deep": [{ "refreshToken": "secret" }] })),
    ] {
        recorder.record(ms(1), action);
    }
    let file = format!("{recorder:?} {}", recorder.scenario("").to_json());
    assert!(!file.contains("secret") && !file.contains("4711"), "{file}");
    assert!(file.contains("&page=2") && file.contains(r#""page":"2""#), "the rest stays: {file}");
}
