//! Plays a scenario's host side, step by step.

use std::{rc::Rc, time::Duration};

use super::{
    file::Scenario,
    step::{Action, Step},
};
use crate::{commands::PluginInited, values::PlacementKind};

/// The speed at which a scenario is played.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// This many times as fast as recorded. 0 counts as 1.
    Times(u32),
    /// One step whenever [`Player::step`] is called.
    Stepwise,
}

/// Plays a scenario's host side: determines which step is due. Without a clock.
///
/// Time stops at a recorded `plugin_inited` until the extension sends it ([`inited`](Self::inited)): extensions take
/// different times to start, and the host's later steps are meant for an extension that has started.
#[derive(Clone, Debug)]
pub struct Player {
    steps: Rc<[Step]>,
    /// Index of the next step.
    next: usize,
    pace: Pace,
    /// The scenario's time at the last update, and the clock's time at that moment.
    reached: Duration,
    since: Duration,
    inited: [bool; PlacementKind::ALL.len()],
    /// Steps that were requested one by one and not returned yet.
    asked: u32,
}

impl Player {
    /// Starts at the first step.
    #[must_use]
    pub fn new(scenario: &Scenario, pace: Pace, now: Duration) -> Self {
        Self {
            steps: Rc::clone(&scenario.steps),
            next: 0,
            pace,
            reached: Duration::ZERO,
            since: now,
            inited: [false; PlacementKind::ALL.len()],
            asked: 0,
        }
    }

    /// The current pace.
    #[must_use]
    pub fn pace(&self) -> Pace {
        self.pace
    }

    /// Continues at another pace.
    pub fn set_pace(&mut self, now: Duration, pace: Pace) {
        self.reached = self.reached_by(now);
        self.since = now;
        self.pace = pace;
    }

    /// The number of completed steps.
    #[must_use]
    pub fn position(&self) -> usize {
        self.next
    }

    /// Whether all steps are complete.
    #[must_use]
    pub fn has_ended(&self) -> bool {
        self.next >= self.steps.len()
    }

    /// The extension whose `plugin_inited` must be sent before it continues.
    #[must_use]
    pub fn waits_for(&self) -> Option<PlacementKind> {
        let step = self.steps.get(self.next)?;
        let waits = is_inited(&step.action) && !self.inited[index(step.placement)];
        waits.then_some(step.placement)
    }

    /// The extension in this placement has sent `plugin_inited`.
    pub fn inited(&mut self, now: Duration, placement: PlacementKind) {
        if self.waits_for() == Some(placement)
            && let Some(step) = self.steps.get(self.next)
        {
            // However long it took, time continues as recorded from here.
            self.reached = self.reached.max(step.at);
            self.since = now;
        }
        self.inited[index(placement)] = true;
    }

    /// Stops waiting.
    pub fn go_on(&mut self, now: Duration) {
        if let Some(placement) = self.waits_for() {
            self.inited(now, placement);
        }
    }

    /// Requests the next step of the host, regardless of the time.
    pub fn step(&mut self) {
        self.asked = self.asked.saturating_add(1);
    }

    /// Returns the next step that is due; `None` when there are no more for now. The extension's own steps are
    /// skipped over without a request.
    pub fn poll(&mut self, now: Duration) -> Option<Step> {
        loop {
            let step = self.steps.get(self.next)?;
            let is_due = match self.pace {
                Pace::Times(_) => step.at <= self.reached_by(now),
                // The extension's steps need no request.
                Pace::Stepwise => step.action.is_of_extension() || self.asked > 0,
            };
            if !is_due || self.waits_for().is_some() {
                return None;
            }
            // The step's time rather than the clock's, unless that is later: single steps set the time.
            if self.pace == Pace::Stepwise {
                self.reached = self.reached.max(step.at);
                self.since = now;
            }
            self.next += 1;
            match &step.action {
                action if action.is_of_extension() => {}
                action => {
                    self.asked = self.asked.saturating_sub(1);
                    // It is sent once per connection.
                    if matches!(action, Action::Load { .. } | Action::Reconnect) {
                        self.inited[index(step.placement)] = false;
                    }
                    return Some(step.clone());
                }
            }
        }
    }

    /// When [`poll`](Self::poll) has a step; `None` if that does not depend on time.
    #[must_use]
    pub fn next_deadline(&self) -> Option<Duration> {
        let step = self.steps.get(self.next)?;
        match self.pace {
            Pace::Times(times) if self.waits_for().is_none() => {
                let wait = step.at.saturating_sub(self.reached) / times.max(1);
                Some(self.since.saturating_add(wait))
            }
            Pace::Times(_) | Pace::Stepwise => None,
        }
    }

    /// Converts a time of the clock to the scenario's time.
    fn reached_by(&self, now: Duration) -> Duration {
        match self.pace {
            Pace::Times(_) if self.waits_for().is_some() => self.reached,
            Pace::Times(times) => {
                self.reached.saturating_add(now.saturating_sub(self.since).saturating_mul(times.max(1)))
            }
            Pace::Stepwise => self.reached,
        }
    }
}

fn is_inited(action: &Action) -> bool {
    matches!(action, Action::Command(command) if command.is::<PluginInited>())
}

const fn index(placement: PlacementKind) -> usize {
    placement as usize
}
