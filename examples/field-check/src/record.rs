//! What has happened in one placement so far.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use yew_livechat::protocol::PlacementKind;

use crate::{
    observation::{Observation, Observed},
    rules::{Rule, rules_of},
    steps::{Step, steps_of},
};

/// How many observations of a step are stored.
const LIMIT: usize = 100;

/// What has happened in one placement so far.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// Facts about the page, by name.
    pub facts: BTreeMap<String, String>,
    /// The observations, oldest first.
    pub observations: Vec<Observation>,
    /// The steps that have begun, by id.
    pub steps: BTreeMap<String, Progress>,
}

/// How far a step is.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Progress {
    /// When it began.
    pub begun: u64,
    /// When it ended.
    pub ended: Option<u64>,
    /// Whether the tester skipped it.
    pub skipped: bool,
    /// When its button was pressed last.
    pub acted: Option<u64>,
    /// The tester's answers, by the entry that each settles.
    pub answers: BTreeMap<String, bool>,
}

impl Record {
    /// The first step of the placement that has not ended.
    #[must_use]
    pub fn current(&self, placement: PlacementKind) -> Option<&'static Step> {
        steps_of(placement).find(|step| !self.has_ended(step.id))
    }

    /// How far this step is, if it has begun.
    #[must_use]
    pub fn progress(&self, step: &str) -> Option<&Progress> {
        self.steps.get(step)
    }

    /// Whether this step was done or skipped.
    #[must_use]
    pub fn has_ended(&self, step: &str) -> bool {
        self.progress(step).is_some_and(|progress| progress.ended.is_some())
    }

    /// Begins the next step, unless it has begun.
    pub fn begin(&mut self, placement: PlacementKind, at: u64) {
        if let Some(step) = self.current(placement) {
            self.steps.entry(step.id.to_owned()).or_insert_with(|| Progress { begun: at, ..Progress::default() });
        }
    }

    /// Adds an observation to the current step, or to none after the last step.
    pub fn observe(&mut self, placement: PlacementKind, at: u64, what: Observed) {
        self.begin(placement, at);
        let step = self.current(placement).map_or("", |step| step.id);
        if self.of_step(step).count() < LIMIT {
            self.observations.push(Observation { at, step: step.to_owned(), what });
        }
    }

    /// Notes that the button of the current step was pressed.
    pub fn act(&mut self, placement: PlacementKind, at: u64) {
        self.change(placement, at, |progress| progress.acted = Some(at));
    }

    /// Notes the answer to a question, which ends the step if nothing else is left to do.
    pub fn answer(&mut self, placement: PlacementKind, at: u64, entry: &str, yes: bool) {
        self.change(placement, at, |progress| {
            progress.answers.insert(entry.to_owned(), yes);
        });
        let Some(step) = self.current(placement) else { return };
        let is_open = |(entry, rule): &(&str, Rule)| match rule {
            Rule::Asked { .. } => !self.progress(step.id).is_some_and(|progress| progress.answers.contains_key(*entry)),
            Rule::Observed(_) => true,
        };
        if !rules_of(step.id).any(|entry| is_open(&entry)) {
            self.finish(placement, at);
        }
    }

    /// Ends the current step.
    pub fn finish(&mut self, placement: PlacementKind, at: u64) {
        self.change(placement, at, |progress| progress.ended = Some(at));
        self.begin(placement, at);
    }

    /// Ends the current step without having done it.
    pub fn skip(&mut self, placement: PlacementKind, at: u64) {
        self.change(placement, at, |progress| progress.skipped = true);
        self.finish(placement, at);
    }

    /// Forgets a step, so that it can be done again.
    pub fn repeat(&mut self, step: &str) {
        self.steps.remove(step);
        self.observations.retain(|observation| observation.step != step);
    }

    /// The observations of a step.
    pub fn of_step<'a>(&'a self, step: &'a str) -> impl Iterator<Item = &'a Observation> {
        self.observations.iter().filter(move |observation| observation.step == step)
    }

    fn change(&mut self, placement: PlacementKind, at: u64, change: impl FnOnce(&mut Progress)) {
        self.begin(placement, at);
        let step = self.current(placement);
        if let Some(progress) = step.and_then(|step| self.steps.get_mut(step.id)) {
            change(progress);
        }
    }
}
