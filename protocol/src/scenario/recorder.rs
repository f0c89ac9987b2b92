//! Writes a scenario down as it happens.

use std::time::Duration;

use super::{
    file::Scenario,
    step::{Action, Step},
};
use crate::{values::PlacementKind, wire::millis};

/// Writes a scenario down as it happens. Without a clock of its own.
#[derive(Clone, Debug, Default)]
pub struct Recorder {
    began: Option<Duration>,
    steps: Vec<Step>,
    is_full: bool,
}

impl Recorder {
    /// How many steps are kept; what comes after them is not.
    pub const LIMIT: usize = 10_000;

    /// Something happened. The first step is the beginning.
    pub fn record(&mut self, now: Duration, placement: PlacementKind, action: Action) {
        if self.steps.len() >= Self::LIMIT {
            self.is_full = true;
            return;
        }
        let began = *self.began.get_or_insert(now);
        // Whole milliseconds, as a file has them: what is read again is equal to what was written.
        let at = Duration::from_millis(millis::whole(now.saturating_sub(began)));
        self.steps.push(Step { at, placement, action });
    }

    /// How many steps there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.steps.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// Whether something happened that is not in it, for want of room.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.is_full
    }

    /// What happened so far, as a scenario.
    #[must_use]
    pub fn scenario(&self, name: impl Into<String>) -> Scenario {
        Scenario { name: name.into(), steps: self.steps.clone().into() }
    }
}
