//! Plays a scenario's host, step by step.

use std::{rc::Rc, time::Duration};

use super::{
    file::Scenario,
    step::{Action, Step},
};
use crate::{commands::PluginInited, values::PlacementKind};

/// How fast a scenario is played.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// So many times as fast as it happened. 0 counts as 1.
    Times(u32),
    /// One step whenever [`Player::step`] is called.
    Stepwise,
}

/// Plays a scenario's host: tells which step is due. Without a clock of its own.
///
/// Time stands still where the recording has `plugin_inited`, until the extension there has said it
/// ([`inited`](Self::inited)): an extension takes as long to start as it does, and what the host said after it meant an
/// extension that could hear it.
#[derive(Clone, Debug)]
pub struct Player {
    steps: Rc<[Step]>,
    /// Index of the next step.
    next: usize,
    pace: Pace,
    /// The scenario's time when it was last reckoned, and the clock's at that moment.
    reached: Duration,
    since: Duration,
    inited: [bool; PlacementKind::ALL.len()],
    /// Steps that were asked for one by one and not given yet.
    asked: u32,
}

impl Player {
    /// Begins with the first step.
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

    /// How fast it is played.
    #[must_use]
    pub fn pace(&self) -> Pace {
        self.pace
    }

    /// Goes on at another pace.
    pub fn set_pace(&mut self, now: Duration, pace: Pace) {
        self.reached = self.reached_by(now);
        self.since = now;
        self.pace = pace;
    }

    /// How many steps are behind.
    #[must_use]
    pub fn position(&self) -> usize {
        self.next
    }

    /// Whether all steps are behind.
    #[must_use]
    pub fn has_ended(&self) -> bool {
        self.next >= self.steps.len()
    }

    /// The extension whose `plugin_inited` has to come before it goes on.
    #[must_use]
    pub fn waits_for(&self) -> Option<PlacementKind> {
        let step = self.steps.get(self.next)?;
        let waits = is_inited(&step.action) && !self.inited[index(step.placement)];
        waits.then_some(step.placement)
    }

    /// The extension there has said `plugin_inited`.
    pub fn inited(&mut self, now: Duration, placement: PlacementKind) {
        if self.waits_for() == Some(placement)
            && let Some(step) = self.steps.get(self.next)
        {
            // However long it took: from here on, time is the recording's again.
            self.reached = self.reached.max(step.at);
            self.since = now;
        }
        self.inited[index(placement)] = true;
    }

    /// Does not wait any longer.
    pub fn go_on(&mut self, now: Duration) {
        if let Some(placement) = self.waits_for() {
            self.inited(now, placement);
        }
    }

    /// Asks for the next step of the host, whatever the time.
    pub fn step(&mut self) {
        self.asked = self.asked.saturating_add(1);
    }

    /// The next step that is due, until `None`. The extension's own steps are passed over: it takes them itself.
    pub fn poll(&mut self, now: Duration) -> Option<Step> {
        loop {
            let step = self.steps.get(self.next)?;
            let is_due = match self.pace {
                Pace::Times(_) => step.at <= self.reached_by(now),
                // What the extension does is not asked for.
                Pace::Stepwise => step.action.is_of_extension() || self.asked > 0,
            };
            if !is_due || self.waits_for().is_some() {
                return None;
            }
            // The step's time, and not the clock's, unless that is later: steps one by one set the time.
            if self.pace == Pace::Stepwise {
                self.reached = self.reached.max(step.at);
                self.since = now;
            }
            self.next += 1;
            match &step.action {
                action if action.is_of_extension() => {}
                action => {
                    self.asked = self.asked.saturating_sub(1);
                    // It says so once a connection.
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

    /// The scenario's time at this time of the clock.
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
