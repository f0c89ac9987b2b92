//! The recording, the current scenario and the replay.

use std::{collections::BTreeMap, rc::Rc, time::Duration};

use livechat_protocol::{
    Faults, PlacementKind,
    scenario::{Action, Recorder, Scenario},
};
use serde_json::Value;

use super::replay::{Replay, ReplayView};

/// The recording, the current scenario and the replay.
#[derive(Default)]
pub(crate) struct Scenarios {
    /// Everything since the iframes were last loaded.
    pub(in crate::model) recorder: Recorder,
    /// The last recorded faults.
    faults: BTreeMap<PlacementKind, Faults>,
    pub(in crate::model) is_recording: bool,
    pub(in crate::model) scenario: Option<Rc<Scenario>>,
    /// The error of the last file.
    pub(in crate::model) problem: Option<String>,
    pub(in crate::model) replay: Option<Replay>,
}

impl Scenarios {
    /// Whether the user records: until they stop, a reload does not restart the recording.
    pub(crate) fn is_recording(&self) -> bool {
        self.is_recording
    }

    /// The number of recorded steps.
    pub(crate) fn recorded(&self) -> usize {
        self.recorder.len()
    }

    /// Whether the recording is full.
    pub(crate) fn is_full(&self) -> bool {
        self.recorder.is_full()
    }

    /// The current scenario.
    pub(crate) fn scenario(&self) -> Option<&Rc<Scenario>> {
        self.scenario.as_ref()
    }

    /// The error of the last file.
    pub(crate) fn problem(&self) -> Option<&str> {
        self.problem.as_deref()
    }

    /// The state of the replay for the view.
    pub(crate) fn replay(&self) -> Option<ReplayView> {
        self.replay.as_ref().map(Replay::view)
    }

    /// Whether a scenario controls the host.
    pub(crate) fn is_replaying(&self) -> bool {
        self.replay.is_some()
    }

    pub(crate) fn record(&mut self, now: Duration, placement: PlacementKind, action: Action) {
        self.recorder.record(now, placement, action);
    }

    /// Records the faults if they have changed.
    pub(crate) fn record_faults(&mut self, now: Duration, placement: PlacementKind, faults: Faults) {
        if self.faults.insert(placement, faults).unwrap_or_default() != faults {
            self.record(now, placement, Action::Faults(faults));
        }
    }

    /// All iframes were reloaded: the recording restarts.
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
