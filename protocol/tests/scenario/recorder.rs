use std::time::Duration;

use livechat_protocol::{
    PlacementKind::Details,
    scenario::{Action, Recorder, Scenario},
};

use super::ms;

#[test]
fn time_begins_with_the_first_step_and_is_whole_milliseconds() {
    let mut recorder = Recorder::default();
    assert!(recorder.is_empty());
    recorder.record(ms(5_000), Details, Action::Reconnect);
    recorder.record(ms(5_000) + Duration::from_micros(12_345), Details, Action::Reconnect);
    let scenario = recorder.scenario("twice");
    assert_eq!(scenario.steps.iter().map(|step| step.at).collect::<Vec<_>>(), [ms(0), ms(12)]);
    assert_eq!(Scenario::from_json(&scenario.to_json()).unwrap(), scenario);
}

#[test]
fn it_is_bounded_and_says_so() {
    let mut recorder = Recorder::default();
    for _ in 0..Recorder::LIMIT {
        recorder.record(ms(0), Details, Action::Reconnect);
    }
    assert!(!recorder.is_full());
    recorder.record(ms(0), Details, Action::Reconnect);
    assert!(recorder.is_full());
    assert_eq!(recorder.len(), Recorder::LIMIT);
}
