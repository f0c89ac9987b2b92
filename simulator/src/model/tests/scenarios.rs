//! Recording and replay.

use livechat_protocol::{
    PutMessage,
    scenario::{Action, Scenario, Step},
};

use super::*;
use crate::{choices::PaceChoice, model::ReplayState};

/// A page with a recording: customers, a theme, faults, and a command triggered by the user.
fn recorded() -> (Page, Scenario) {
    let mut page = Page::loaded(without_authorization());
    page.happen(Msg::RecordingToggled);
    page.load(Details);
    page.now += Duration::from_millis(500);
    page.open("K3M7Q1");
    page.now += Duration::from_millis(500);
    page.happen(Msg::ThemeToggled);
    page.happen(Msg::FaultsChanged(Faults { doubled: true, ..Faults::default() }));
    page.raw(Details, "put_message", json!("Hi"));
    page.now += Duration::from_millis(500);
    page.happen(Msg::ViewChosen(View::Archives));
    page.open("K3M7Q1");
    page.happen(Msg::RecordingToggled);
    let scenario = page.model.scenarios.scenario().unwrap().as_ref().clone();
    (page, scenario)
}

fn actions(scenario: &Scenario) -> Vec<&Action> {
    scenario.steps.iter().map(|step: &Step| &step.action).collect()
}

/// Begins a replay with an extension that starts as soon as its iframe is loaded.
fn replay(page: &mut Page) {
    page.happen(Msg::ReplayRequested);
    page.load(Details);
}

/// Plays until nothing is due.
fn play_on(page: &mut Page) {
    for _ in 0..100 {
        let Some(deadline) = page.model.next_deadline() else { return };
        page.now = page.now.max(deadline);
        page.happen(Msg::Elapsed);
    }
    panic!("the replay does not end");
}

fn state(page: &Page) -> ReplayState {
    page.model.scenarios.replay().unwrap().state
}

#[test]
fn what_host_and_extension_do_is_recorded_in_order() {
    let (_, scenario) = recorded();
    let names: Vec<_> = actions(&scenario)
        .into_iter()
        .map(|action| match action {
            Action::Load { .. } => "load".to_owned(),
            Action::Event(event) => format!("→ {}", event.name),
            Action::Command(command) => format!("← {}", command.message),
            Action::Faults(_) => "faults".to_owned(),
            Action::Reconnect | Action::Frame(_) | Action::Http(_) => "else".to_owned(),
        })
        .collect();
    assert_eq!(
        names,
        [
            "load",
            "← plugin_inited",
            "→ customer_profile",
            "→ change_theme",
            "faults",
            "← put_message",
            "→ message_box_text",
            "→ customer_profile",
        ]
    );
    assert_eq!(scenario.name, "Mary Brown");
    let at: Vec<_> = scenario.steps.iter().map(|step| step.at.as_millis()).collect();
    assert_eq!(at, [0, 0, 500, 1_000, 1_000, 1_000, 1_000, 1_500]);
}

#[test]
fn playing_it_again_gives_the_same_steps() {
    let (mut page, scenario) = recorded();
    for pace in [PaceChoice::AsRecorded, PaceChoice::Tenfold] {
        page.told.clear();
        page.happen(Msg::PaceChosen(pace));
        replay(&mut page);
        assert_eq!(page.model.choices.theme, Theme::Light, "as recorded");
        play_on(&mut page);
        let ReplayState::Ended(verdict) = state(&page) else { panic!("{:?}", state(&page)) };
        assert_eq!(verdict[0].1.missing, [("put_message".to_owned(), json!("Hi"))], "nobody clicked");
        assert_eq!(page.model.choices.view, View::Archives, "the simulator follows");
        assert_eq!(page.model.choices.theme, Theme::Dark);
        page.happen(Msg::ReplayEnded);
        page.happen(Msg::ScenarioMade);
        let again = page.model.scenarios.scenario().unwrap();
        let without_command: Vec<_> = actions(&scenario)
            .into_iter()
            .filter(|action| **action != Action::Command(RawCommand::from(&PutMessage::new("Hi").unwrap())))
            .collect();
        let mut replayed = actions(again);
        // The chosen faults apply again at the end.
        replayed.truncate(without_command.len());
        assert_eq!(replayed, without_command, "{pace:?}");
        let file = Ok(scenario.to_json());
        page.happen(Msg::ScenarioRead { text: file, play: false });
        page.happen(Msg::FaultsChanged(Faults::default()));
    }
}

#[test]
fn the_same_commands_are_the_same() {
    let (mut page, _) = recorded();
    page.told.clear();
    page.happen(Msg::DraftChanged(String::new()));
    replay(&mut page);
    page.raw(Details, "put_message", json!("Hi"));
    play_on(&mut page);
    let ReplayState::Ended(verdict) = state(&page) else { panic!("{:?}", state(&page)) };
    assert!(verdict.iter().all(|(_, comparison)| comparison.is_same()), "{verdict:?}");
}

#[test]
fn while_it_is_played_the_host_says_nothing_else() {
    let (mut page, _) = recorded();
    page.happen(Msg::PaceChosen(PaceChoice::Stepwise));
    page.happen(Msg::ReplayRequested);
    page.happen(Msg::ReplayStepped);
    assert_eq!(state(&page), ReplayState::WaitingFor(Details));
    page.load(Details);
    assert_eq!(state(&page), ReplayState::Playing);
    page.told.clear();
    page.open("N5R2W8");
    page.happen(Msg::ThemeToggled);
    assert_eq!(page.told, []);
    page.happen(Msg::ReplayStepped);
    assert_eq!(page.told(Details, "customer_profile")[0]["id"], "K3M7Q1");
    page.happen(Msg::ReplayEnded);
    page.open("N5R2W8");
    assert_eq!(page.shown(Details).as_deref(), Some("N5R2W8"), "the user controls the Agent App again");
}

#[test]
fn an_extension_that_does_not_start_is_not_waited_for_for_ever() {
    let (mut page, _) = recorded();
    page.happen(Msg::ReplayRequested);
    assert_eq!(state(&page), ReplayState::WaitingFor(Details));
    play_on(&mut page);
    let ReplayState::Ended(verdict) = state(&page) else { panic!("{:?}", state(&page)) };
    assert!(verdict[0].1.missing.contains(&("plugin_inited".to_owned(), json!(null))));
}

#[test]
fn a_file_is_saved_and_read_and_a_wrong_one_says_why() {
    let (mut page, scenario) = recorded();
    page.happen(Msg::ScenarioNamed("A late order".to_owned()));
    page.happen(Msg::ScenarioSaveRequested);
    let (name, text) = page.files[0].clone();
    assert_eq!(name, "a-late-order.json");
    assert_eq!(Scenario::from_json(&text).unwrap().steps, scenario.steps);
    page.happen(Msg::ScenarioRead { text: Ok("[1".to_owned()), play: true });
    assert!(page.model.scenarios.problem().unwrap().contains("line 1"));
    assert!(page.model.scenarios.replay().is_none());
    page.happen(Msg::ScenarioRead { text: Ok(text), play: true });
    assert_eq!(page.model.scenarios.problem(), None);
    assert!(page.model.scenarios.replay().is_some());
}

#[test]
fn the_session_so_far_can_be_kept_without_having_been_recorded() {
    let mut page = Page::loaded(without_authorization());
    page.open("K3M7Q1");
    page.happen(Msg::ScenarioMade);
    assert_eq!(page.model.scenarios.scenario().unwrap().steps.len(), 3);
    page.happen(Msg::ReloadRequested);
    page.load(Details);
    page.happen(Msg::ScenarioMade);
    let steps = page.model.scenarios.scenario().unwrap().steps.len();
    assert_eq!(steps, 3, "it begins with the iframes' last load");
}
