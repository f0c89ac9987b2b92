//! Recording what is said, and playing it again.

use std::{collections::BTreeMap, rc::Rc, time::Duration};

use livechat_protocol::{
    Faults, PlacementKind, RawEvent, Theme,
    scenario::{Action, Comparison, Pace, Player, Recorder, Scenario, Step},
};
use serde_json::Value;

use super::Model;
use crate::{choices::View, effect::Effect, extension::words};

/// How long the replay waits for an extension to start before it goes on without it.
const PATIENCE: Duration = Duration::from_secs(15);
/// How long the extensions may take, after the last step, to send what they are expected to send.
const SETTLING: Duration = Duration::from_secs(3);

/// What became of a replay: for each extension in it, what it sent against what it was expected to send.
pub(crate) type Verdict = Rc<[(PlacementKind, Comparison)]>;

/// How far a replay has come.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum ReplayState {
    /// Steps are played, or waited for.
    Playing,
    /// Time stands still until the extension there has rendered.
    WaitingFor(PlacementKind),
    /// All steps are played; the extensions may still have something to send.
    Settling,
    /// It is over.
    Ended(Verdict),
}

/// A replay under way, as it is shown.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ReplayView {
    pub(crate) state: ReplayState,
    /// How many steps are behind.
    pub(crate) position: usize,
}

/// The scenario there is, the one that is being recorded, and the replay.
#[derive(Default)]
pub(crate) struct Scenarios {
    /// Everything since the frames were loaded last.
    recorder: Recorder,
    /// The faults that are recorded last.
    faults: BTreeMap<PlacementKind, Faults>,
    is_recording: bool,
    scenario: Option<Rc<Scenario>>,
    /// Why the last file was no scenario.
    problem: Option<String>,
    replay: Option<Replay>,
}

struct Replay {
    player: Player,
    sent: BTreeMap<PlacementKind, Vec<(String, Value)>>,
    /// When it gives up waiting, for an extension or for its last commands.
    by: Option<Duration>,
    verdict: Option<Verdict>,
}

impl Scenarios {
    /// Whether the person records: until they stop, reloads do not begin anew.
    pub(crate) fn is_recording(&self) -> bool {
        self.is_recording
    }

    /// How many steps are recorded.
    pub(crate) fn recorded(&self) -> usize {
        self.recorder.len()
    }

    /// Whether there was more than there is room for.
    pub(crate) fn is_full(&self) -> bool {
        self.recorder.is_full()
    }

    /// The scenario there is.
    pub(crate) fn scenario(&self) -> Option<&Rc<Scenario>> {
        self.scenario.as_ref()
    }

    /// Why the last file was no scenario.
    pub(crate) fn problem(&self) -> Option<&str> {
        self.problem.as_deref()
    }

    /// The replay, as it is shown.
    pub(crate) fn replay(&self) -> Option<ReplayView> {
        let Replay { player, verdict, .. } = self.replay.as_ref()?;
        let state = match (verdict, player.waits_for()) {
            (Some(verdict), _) => ReplayState::Ended(Rc::clone(verdict)),
            (None, Some(placement)) => ReplayState::WaitingFor(placement),
            (None, None) if player.has_ended() => ReplayState::Settling,
            (None, None) => ReplayState::Playing,
        };
        Some(ReplayView { state, position: player.position() })
    }

    /// Whether the host says what a scenario has it say, and nothing else.
    pub(super) fn is_replaying(&self) -> bool {
        self.replay.is_some()
    }

    pub(super) fn record(&mut self, now: Duration, placement: PlacementKind, action: Action) {
        self.recorder.record(now, placement, action);
    }

    /// Records what is wrong from now on, if it is not what was wrong before.
    pub(super) fn record_faults(&mut self, now: Duration, placement: PlacementKind, faults: Faults) {
        if self.faults.insert(placement, faults).unwrap_or_default() != faults {
            self.record(now, placement, Action::Faults(faults));
        }
    }

    /// All frames are loaded anew: what was before them is another story.
    pub(super) fn begin_anew(&mut self) {
        if !self.is_recording {
            self.recorder = Recorder::default();
            self.faults.clear();
        }
    }

    pub(super) fn sent(&mut self, now: Duration, placement: PlacementKind, message: &str, data: &Value) {
        let Some(replay) = &mut self.replay else { return };
        replay.sent.entry(placement).or_default().push((message.to_owned(), data.clone()));
        if message == "plugin_inited" {
            replay.player.inited(now, placement);
        }
    }

    pub(super) fn deadline(&self) -> Option<Duration> {
        let replay = self.replay.as_ref()?;
        if replay.verdict.is_some() {
            return None;
        }
        [replay.player.next_deadline(), replay.by].into_iter().flatten().min()
    }

    /// The next step of the replay that is due.
    fn poll(&mut self, now: Duration) -> Option<Step> {
        self.replay.as_mut()?.player.poll(now)
    }
}

impl Replay {
    /// Sets and keeps the time by which something has to happen.
    fn wait(&mut self, now: Duration, scenario: &Scenario) {
        if self.verdict.is_some() {
            return;
        }
        let waits_for_extension = self.player.waits_for().is_some();
        if !waits_for_extension && !self.player.has_ended() {
            self.by = None;
            return;
        }
        if !waits_for_extension && self.compare(scenario).iter().all(|(_, comparison)| comparison.missing.is_empty()) {
            return self.end(scenario);
        }
        let patience = if waits_for_extension { PATIENCE } else { SETTLING };
        let by = *self.by.get_or_insert(now.saturating_add(patience));
        if by <= now {
            self.by = None;
            if waits_for_extension {
                self.player.go_on(now);
            } else {
                self.end(scenario);
            }
        }
    }

    fn end(&mut self, scenario: &Scenario) {
        self.by = None;
        self.verdict = Some(self.compare(scenario));
    }

    fn compare(&self, scenario: &Scenario) -> Verdict {
        let none = Vec::new();
        let compare = |placement: PlacementKind| {
            let sent = self.sent.get(&placement).unwrap_or(&none);
            (placement, scenario.compare(placement, sent))
        };
        scenario.placements().map(compare).collect()
    }
}

impl Model {
    /// Begins a recording with frames that are loaded anew, or ends it.
    pub(super) fn toggle_recording(&mut self, now: Duration) {
        if self.scenarios.is_recording {
            self.keep_session(now);
        } else {
            self.end_replay(now);
            self.load_frames(now);
            self.scenarios.is_recording = true;
        }
    }

    /// Makes a scenario of what is recorded.
    pub(super) fn keep_session(&mut self, now: Duration) {
        self.scenarios.is_recording = false;
        let customer = self.open_customer().map_or("", |customer| customer.name());
        let scenario = self.scenarios.recorder.scenario(customer);
        self.set_scenario(now, scenario);
        self.choices.scenario = None;
    }

    pub(super) fn name_scenario(&mut self, name: String) {
        if let Some(scenario) = &mut self.scenarios.scenario {
            Rc::make_mut(scenario).name = name;
        }
    }

    pub(super) fn save_scenario(&self, effects: &mut Vec<Effect>) {
        if let Some(scenario) = &self.scenarios.scenario {
            effects.push(Effect::SaveFile { name: file_name(&scenario.name), text: scenario.to_json() });
        }
    }

    /// A file was read, or could not be.
    pub(super) fn read_scenario(&mut self, now: Duration, text: Result<String, String>, play: bool) {
        let scenario = text.and_then(|text| Scenario::from_json(&text).map_err(|error| error.to_string()));
        match scenario {
            Ok(scenario) => {
                self.set_scenario(now, scenario);
                if play {
                    self.begin_replay(now);
                }
            }
            Err(problem) => self.scenarios.problem = Some(problem),
        }
    }

    pub(super) fn set_scenario(&mut self, now: Duration, scenario: Scenario) {
        self.end_replay(now);
        self.scenarios.problem = None;
        self.scenarios.scenario = Some(Rc::new(scenario));
    }

    /// From the first step on. The scenario's own faults are played; those that are chosen come back at its end.
    pub(super) fn begin_replay(&mut self, now: Duration) {
        let Some(scenario) = self.scenarios.scenario.clone() else { return };
        self.scenarios.is_recording = false;
        self.scenarios.begin_anew();
        self.authorizing.stop();
        for frame in self.frames.values_mut() {
            frame.set_faults(Faults::default());
        }
        let player = Player::new(&scenario, self.choices.pace.into(), now);
        self.scenarios.replay = Some(Replay { player, sent: BTreeMap::new(), by: None, verdict: None });
        self.log.note(now, format!("Playing a scenario of {} steps.", scenario.steps.len()));
    }

    /// The Agent App is the person's again.
    pub(super) fn end_replay(&mut self, now: Duration) {
        if self.scenarios.replay.take().is_some() {
            for placement in PlacementKind::ALL {
                self.set_faults(now, placement, self.choices.faults);
            }
        }
    }

    pub(super) fn step_replay(&mut self) {
        if let Some(replay) = &mut self.scenarios.replay {
            replay.player.step();
        }
    }

    pub(super) fn pace_changed(&mut self, now: Duration) {
        let pace: Pace = self.choices.pace.into();
        if let Some(replay) = &mut self.scenarios.replay {
            replay.player.set_pace(now, pace);
        }
    }

    /// Plays what is due. Returns whether there was anything.
    pub(super) fn play(&mut self, now: Duration) -> bool {
        if let Some(step) = self.scenarios.poll(now) {
            self.perform(now, step);
            return true;
        }
        if let (Some(scenario), Some(replay)) = (self.scenarios.scenario.clone(), &mut self.scenarios.replay) {
            let position = replay.player.waits_for();
            replay.wait(now, &scenario);
            return position != replay.player.waits_for();
        }
        false
    }

    fn perform(&mut self, now: Duration, Step { placement, action, .. }: Step) {
        if self.frame(placement).is_none() {
            let whose = words(placement);
            return self
                .log
                .warn(now, format!("There is no {whose} extension here: a step of the scenario was left out."));
        }
        match action {
            Action::Load { driver, theme } => {
                self.choices.driver = driver;
                self.choices.theme = theme;
                self.load_frame(now, placement);
            }
            Action::Reconnect => self.reconnect(now, placement),
            Action::Event(event) => {
                self.follow(&event);
                self.push_event(now, placement, event);
            }
            Action::Frame(value) => self.post(now, placement, value),
            Action::Faults(faults) => self.set_faults(now, placement, faults),
            // The extension's own doing.
            Action::Command(_) => {}
        }
    }

    /// Shows what an event tells, as far as it is of this simulator's world.
    fn follow(&mut self, event: &RawEvent<Value>) {
        let text = |member: &str| event.data.get(member).and_then(Value::as_str).unwrap_or_default();
        match &*event.name {
            "customer_profile" => {
                let found = self
                    .customers
                    .iter()
                    .find(|customer| customer.event_data == event.data)
                    .map(|customer| (customer.view, customer.profile.id.clone()));
                if let Some((view, id)) = found {
                    self.choices.view = view;
                    self.choices.ticket = None;
                    self.opened.insert(view, id.clone());
                    self.choices.customer = Some(id);
                }
            }
            "customer_profile_hidden" => {
                self.opened.remove(&self.choices.view);
                self.choices.customer = None;
            }
            "ticket_info" if self.tickets.iter().any(|ticket| ticket.info.id == text("id")) => {
                self.choices.view = View::Tickets;
                self.choices.customer = None;
                self.choices.ticket = Some(text("id").to_owned());
            }
            "change_theme" => {
                if let Some(theme) = Theme::parse(text("theme")) {
                    self.choices.theme = theme;
                }
            }
            _ => {}
        }
    }
}

/// A name that every system takes for a file.
fn file_name(name: &str) -> String {
    let plain: String = name.chars().map(|letter| if letter.is_alphanumeric() { letter } else { '-' }).collect();
    let plain = plain.trim_matches('-');
    if plain.is_empty() { "scenario.json".to_owned() } else { format!("{}.json", plain.to_lowercase()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_named_after_their_scenarios() {
        assert_eq!(file_name(""), "scenario.json");
        assert_eq!(file_name("Mary Brown / late order"), "mary-brown---late-order.json");
        assert_eq!(file_name("../../etc"), "etc.json");
        assert_eq!(file_name("مريم"), "مريم.json");
    }
}
