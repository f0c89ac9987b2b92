//! Records a scenario as it happens.

use std::time::Duration;

use super::{
    file::Scenario,
    step::{Action, Step},
};
use crate::{values::PlacementKind, wire::millis};

/// Records a scenario as it happens. Without a clock.
#[derive(Clone, Debug, Default)]
pub struct Recorder {
    began: Option<Duration>,
    steps: Vec<Step>,
    is_full: bool,
}

impl Recorder {
    /// The maximum number of recorded steps; later ones are dropped.
    pub const LIMIT: usize = 10_000;

    /// Records a step. The first one defines the start.
    pub fn record(&mut self, now: Duration, placement: PlacementKind, action: Action) {
        if self.steps.len() >= Self::LIMIT {
            self.is_full = true;
            return;
        }
        let began = *self.began.get_or_insert(now);
        // In whole milliseconds, like a file, so that a scenario is equal after writing and reading it.
        let at = Duration::from_millis(millis::whole(now.saturating_sub(began)));
        self.steps.push(Step { at, placement, action });
    }

    /// The number of steps.
    #[must_use]
    pub fn len(&self) -> usize {
        self.steps.len()
    }

    /// Whether there are no steps.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// Whether steps were dropped for lack of room.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.is_full
    }

    /// The steps so far, as a scenario.
    #[must_use]
    pub fn scenario(&self, name: impl Into<String>) -> Scenario {
        Scenario { name: name.into(), steps: self.steps.clone().into() }
    }
}
