//! What is recorded, the scenario that was made of it or loaded, and the replay.

use std::{collections::BTreeMap, rc::Rc, time::Duration};

use livechat_protocol::{
    Faults, PlacementKind,
    scenario::{Action, Recorder, Scenario},
};
use serde_json::Value;

use super::replay::{Replay, ReplayView};

/// The scenario there is, the one that is being recorded, and the replay.
#[derive(Default)]
pub(crate) struct Scenarios {
    /// Everything since the frames were loaded last.
    pub(in crate::model) recorder: Recorder,
    /// The faults that are recorded last.
    faults: BTreeMap<PlacementKind, Faults>,
    pub(in crate::model) is_recording: bool,
    pub(in crate::model) scenario: Option<Rc<Scenario>>,
    /// Why the last file was no scenario.
    pub(in crate::model) problem: Option<String>,
    pub(in crate::model) replay: Option<Replay>,
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
        self.replay.as_ref().map(Replay::view)
    }

    /// Whether the host says what a scenario has it say, and nothing else.
    pub(crate) fn is_replaying(&self) -> bool {
        self.replay.is_some()
    }

    pub(crate) fn record(&mut self, now: Duration, placement: PlacementKind, action: Action) {
        self.recorder.record(now, placement, action);
    }

    /// Records what is wrong from now on, if it is not what was wrong before.
    pub(crate) fn record_faults(&mut self, now: Duration, placement: PlacementKind, faults: Faults) {
        if self.faults.insert(placement, faults).unwrap_or_default() != faults {
            self.record(now, placement, Action::Faults(faults));
        }
    }

    /// All frames are loaded anew: what was before them is another story.
    pub(crate) fn begin_anew(&mut self) {
        if !self.is_recording {
            self.recorder = Recorder::default();
            self.faults.clear();
        }
    }

    /// An extension has sent a command.
    pub(crate) fn sent(&mut self, now: Duration, placement: PlacementKind, message: &str, data: &Value) {
        if let Some(replay) = &mut self.replay {
            replay.sent(now, placement, message, data);
        }
    }

    pub(crate) fn deadline(&self) -> Option<Duration> {
        self.replay.as_ref().and_then(Replay::deadline)
    }
}
