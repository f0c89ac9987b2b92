//! A scenario that is played, and what came of it.

use std::{collections::BTreeMap, rc::Rc, time::Duration};

use livechat_protocol::{
    PlacementKind,
    scenario::{Comparison, Pace, Player, Scenario, Step},
};
use serde_json::Value;

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

/// A scenario that is played.
pub(crate) struct Replay {
    scenario: Rc<Scenario>,
    player: Player,
    sent: BTreeMap<PlacementKind, Vec<(String, Value)>>,
    /// When it stops waiting, for an extension or for its last commands.
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

    /// Plays the next step, where steps are played one by one.
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

    /// The next step that is due.
    pub(crate) fn poll(&mut self, now: Duration) -> Option<Step> {
        self.player.poll(now)
    }

    /// Sets the time by which something has to happen, and goes on once that has come. Returns whether steps that waited
    /// for an extension may be due now.
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
