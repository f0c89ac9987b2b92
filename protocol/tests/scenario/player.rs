#![allow(clippy::unwrap_used, reason = "Clippy lets a test unwrap, but not what several tests share")]
use livechat_protocol::{
    Driver,
    PlacementKind::{Details, Settings},
    PluginInited, PutMessage, RawCommand, RawEvent, Theme,
    scenario::{Action, Pace, Player, Recorder, Scenario},
};
use serde_json::Value;

use super::ms;

fn event(name: &str) -> Action {
    Action::Event(RawEvent { name: name.to_owned(), data: Value::Null })
}

/// A load at 0, `plugin_inited` at 800, events at 800, 1000 and 3000, and a command before the last.
fn scenario() -> Scenario {
    let mut recorder = Recorder::default();
    let load = Action::Load { driver: Driver::Trusted, theme: Theme::Light };
    recorder.record(ms(0), Details, load);
    recorder.record(ms(800), Details, Action::Command(RawCommand::from(&PluginInited)));
    recorder.record(ms(800), Details, event("a"));
    recorder.record(ms(1_000), Details, event("b"));
    recorder.record(ms(2_000), Details, Action::Command(RawCommand::from(&PutMessage::new("hi").unwrap())));
    recorder.record(ms(3_000), Details, event("c"));
    recorder.scenario("")
}

fn due(player: &mut Player, at: u64) -> Vec<String> {
    let name = |action: Action| match action {
        Action::Event(event) => event.name,
        Action::Load { .. } => "load".to_owned(),
        _ => "else".to_owned(),
    };
    std::iter::from_fn(|| player.poll(ms(at))).map(|step| name(step.action)).collect()
}

#[test]
fn at_the_pace_of_the_recording() {
    let mut player = Player::new(&scenario(), Pace::Times(1), ms(100));
    assert_eq!(player.next_deadline(), Some(ms(100)));
    assert_eq!(due(&mut player, 100), ["load"]);
    assert_eq!(player.waits_for(), Some(Details));
    assert_eq!(player.next_deadline(), None);
    assert_eq!(due(&mut player, 5_000), <[&str; 0]>::default());
    player.inited(ms(5_000), Settings);
    assert_eq!(player.waits_for(), Some(Details), "another's word is not the one");
    player.inited(ms(5_000), Details);
    assert_eq!(due(&mut player, 5_000), ["a"], "as long after plugin_inited as it was");
    assert_eq!(player.next_deadline(), Some(ms(5_200)));
    assert_eq!(due(&mut player, 5_199), <[&str; 0]>::default());
    assert_eq!(due(&mut player, 5_200), ["b"]);
    assert_eq!(due(&mut player, 7_200), ["c"]);
    assert!(player.has_ended());
    assert_eq!(player.position(), 6);
    assert_eq!(player.next_deadline(), None);
}

#[test]
fn ten_times_as_fast() {
    let mut player = Player::new(&scenario(), Pace::Times(10), ms(0));
    assert_eq!(due(&mut player, 0), ["load"]);
    player.inited(ms(600), Details);
    assert_eq!(due(&mut player, 600), ["a"]);
    assert_eq!(player.next_deadline(), Some(ms(620)));
    assert_eq!(due(&mut player, 620), ["b"]);
    assert_eq!(due(&mut player, 819), <[&str; 0]>::default());
    assert_eq!(due(&mut player, 820), ["c"]);
}

#[test]
fn an_extension_that_was_quicker_is_not_waited_for() {
    let mut player = Player::new(&scenario(), Pace::Times(1), ms(0));
    assert_eq!(due(&mut player, 0), ["load"]);
    player.inited(ms(10), Details);
    assert_eq!(due(&mut player, 10), ["a"]);
}

#[test]
fn step_by_step() {
    let mut player = Player::new(&scenario(), Pace::Stepwise, ms(0));
    assert_eq!(player.next_deadline(), None);
    assert_eq!(due(&mut player, 99_000), <[&str; 0]>::default());
    player.step();
    assert_eq!(due(&mut player, 0), ["load"]);
    player.step();
    assert_eq!(due(&mut player, 0), <[&str; 0]>::default(), "it still waits for the extension");
    player.inited(ms(0), Details);
    assert_eq!(due(&mut player, 0), ["a"]);
    player.step();
    player.step();
    assert_eq!(due(&mut player, 0), ["b", "c"]);
    assert!(player.has_ended());
}

#[test]
fn the_extensions_last_commands_are_passed_over_step_by_step_too() {
    let mut recorder = Recorder::default();
    recorder.record(ms(0), Details, event("a"));
    recorder.record(ms(5), Details, Action::Command(RawCommand::from(&PutMessage::new("hi").unwrap())));
    let mut player = Player::new(&recorder.scenario(""), Pace::Stepwise, ms(0));
    player.step();
    assert_eq!(due(&mut player, 0), ["a"]);
    assert!(player.has_ended());
}

#[test]
fn the_pace_can_change_under_way_and_waiting_can_end() {
    let mut player = Player::new(&scenario(), Pace::Times(1), ms(0));
    assert_eq!(due(&mut player, 0), ["load"]);
    player.go_on(ms(0));
    assert_eq!(due(&mut player, 0), ["a"]);
    player.set_pace(ms(100), Pace::Stepwise);
    assert_eq!(due(&mut player, 9_000), <[&str; 0]>::default());
    player.set_pace(ms(9_000), Pace::Times(1));
    assert_eq!(player.next_deadline(), Some(ms(9_100)));
    assert_eq!(due(&mut player, 9_100), ["b"]);
}

#[test]
fn a_new_connection_is_waited_for_again() {
    let mut recorder = Recorder::default();
    recorder.record(ms(0), Details, Action::Reconnect);
    recorder.record(ms(5), Details, Action::Command(RawCommand::from(&PluginInited)));
    recorder.record(ms(5), Details, event("a"));
    let mut player = Player::new(&recorder.scenario(""), Pace::Times(1), ms(0));
    player.inited(ms(0), Details);
    assert_eq!(due(&mut player, 0), ["else"]);
    assert_eq!(due(&mut player, 90), <[&str; 0]>::default());
    player.inited(ms(90), Details);
    assert_eq!(due(&mut player, 90), ["a"]);
}
