//! A replay and its result.

use std::{collections::BTreeMap, rc::Rc, time::Duration};

use livechat_protocol::{
    PlacementKind,
    scenario::{Comparison, Pace, Player, Scenario, Step},
};
use serde_json::Value;

/// How long the replay waits for an extension to start before it continues without it.
const PATIENCE: Duration = Duration::from_secs(15);
/// How long the extensions may take after the last step to send the expected commands.
const SETTLING: Duration = Duration::from_secs(3);

/// The result of a replay: for each extension, its commands compared with the recorded ones.
pub(crate) type Verdict = Rc<[(PlacementKind, Comparison)]>;

/// The progress of a replay.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum ReplayState {
    /// Steps are playing, or waiting for their time.
    Playing,
    /// Paused until this extension has rendered.
    WaitingFor(PlacementKind),
    /// All steps are played; commands may still arrive.
    Settling,
    /// Finished.
    Ended(Verdict),
}

/// The state of a replay for the view.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ReplayView {
    pub(crate) state: ReplayState,
    /// The number of played steps.
    pub(crate) position: usize,
}

/// A replay.
pub(crate) struct Replay {
    scenario: Rc<Scenario>,
    player: Player,
    sent: BTreeMap<PlacementKind, Vec<(String, Value)>>,
    /// The deadline of its wait for an extension or for the last commands.
    by: Option<Duration>,
    verdict: Option<Verdict>,
}

impl Replay {
    pub(crate) fn new(scenario: Rc<Scenario>, pace: Pace, now: Duration) -> Self {
        let player = Player::new(&scenario, pace, now);
        Self { scenario, player, sent: BTreeMap::new(), by: None, verdict: None }
    }

    pub(crate) fn view(&self) -> ReplayView {
        let Self { player, verdict, .. } = self;
        let state = match (verdict, player.waits_for()) {
            (Some(verdict), _) => ReplayState::Ended(Rc::clone(verdict)),
            (None, Some(placement)) => ReplayState::WaitingFor(placement),
            (None, None) if player.has_ended() => ReplayState::Settling,
            (None, None) => ReplayState::Playing,
        };
        ReplayView { state, position: player.position() }
    }

    pub(crate) fn set_pace(&mut self, now: Duration, pace: Pace) {
        self.player.set_pace(now, pace);
    }

    /// Plays the next step at the pace "step by step".
    pub(crate) fn step(&mut self) {
        self.player.step();
    }

    /// An extension has sent a command.
    pub(crate) fn sent(&mut self, now: Duration, placement: PlacementKind, message: &str, data: &Value) {
        self.sent.entry(placement).or_default().push((message.to_owned(), data.clone()));
        if message == "plugin_inited" {
            self.player.inited(now, placement);
        }
    }

    pub(crate) fn deadline(&self) -> Option<Duration> {
        match self.verdict {
            Some(_) => None,
            None => [self.player.next_deadline(), self.by].into_iter().flatten().min(),
        }
    }

    /// Returns the next due step.
    pub(crate) fn poll(&mut self, now: Duration) -> Option<Step> {
        self.player.poll(now)
    }

    /// Sets the deadline for the current wait, and continues once it has passed. Returns whether steps that waited for
    /// an extension may be due now.
    pub(crate) fn wait(&mut self, now: Duration) -> bool {
        if self.verdict.is_some() {
            return false;
        }
        let waits_for_extension = self.player.waits_for().is_some();
        if !waits_for_extension && !self.player.has_ended() {
            self.by = None;
            return false;
        }
        if !waits_for_extension && self.compare().iter().all(|(_, comparison)| comparison.missing.is_empty()) {
            self.end();
            return false;
        }
        let patience = if waits_for_extension { PATIENCE } else { SETTLING };
        let by = *self.by.get_or_insert(now.saturating_add(patience));
        if now < by {
            return false;
        }
        self.by = None;
        if waits_for_extension {
            self.player.go_on(now);
        } else {
            self.end();
        }
        waits_for_extension
    }

    fn end(&mut self) {
        self.by = None;
        self.verdict = Some(self.compare());
    }

    fn compare(&self) -> Verdict {
        let none = Vec::new();
        let compare = |placement: PlacementKind| {
            let sent = self.sent.get(&placement).unwrap_or(&none);
            (placement, self.scenario.compare(placement, sent))
        };
        self.scenario.placements().map(compare).collect()
    }
}
