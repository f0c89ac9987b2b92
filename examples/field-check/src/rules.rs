//! How a step settles an assumption.

mod calls;
mod conversation;
mod pages;
mod start;

use serde_json::Value;

use crate::{
    entries::entries,
    finding::Finding,
    observation::Observed,
    record::{Progress, Record},
    steps::{Step, steps},
};

/// How a step settles an assumption.
#[derive(Clone, Copy)]
pub enum Rule {
    /// The tester answers a question.
    Asked {
        /// The question, for *Yes* or *No*.
        question: &'static str,
        /// The answer that confirms the assumption.
        confirmed_by: bool,
    },
    /// By what the extension observed.
    Observed(fn(&Seen<'_>) -> Finding),
}

/// Returns the rule for an assumption; `None` if no step settles it.
#[must_use]
pub fn rule(entry: &str) -> Option<Rule> {
    start::rule(entry)
        .or_else(|| conversation::rule(entry))
        .or_else(|| pages::rule(entry))
        .or_else(|| calls::rule(entry))
}

/// The rules of a step, with the ids of their entries.
pub(crate) fn rules_of(step: &str) -> impl Iterator<Item = (&'static str, Rule)> {
    entries().filter(move |entry| entry.step == Some(step)).filter_map(|entry| Some((entry.id, rule(entry.id)?)))
}

/// Returns the finding about an assumption, from the record of the step's placement.
pub(crate) fn find(entry: &str, step: &str, record: &Record) -> Finding {
    let step = steps().find(|known| known.id == step);
    let (Some(step), Some(rule)) = (step, rule(entry)) else { return Finding::not_seen("no step settles this") };
    let Some(progress) = record.progress(step.id).filter(|progress| progress.ended.is_some()) else {
        return Finding::not_seen("the step was not done");
    };
    if progress.skipped {
        return Finding::not_seen("the step was skipped");
    }
    let seen = Seen { record, step, progress };
    match rule {
        Rule::Observed(settle) => settle(&seen),
        Rule::Asked { question, confirmed_by } => match progress.answers.get(entry) {
            None => Finding::not_seen("the question was not answered"),
            Some(answer) => {
                let word = if *answer { "yes" } else { "no" };
                Finding::of(*answer == confirmed_by, format!("“{question}” {word}{}", seen.commands()))
            }
        },
    }
}

/// What a rule can look at.
pub struct Seen<'a> {
    record: &'a Record,
    step: &'a Step,
    progress: &'a Progress,
}

/// An event.
#[derive(Clone, Copy)]
pub(crate) struct SeenEvent<'a> {
    pub(crate) at: u64,
    step: &'a str,
    pub(crate) name: &'a str,
    pub(crate) shape: &'a Value,
    pub(crate) other_chat: Option<bool>,
}

impl<'a> Seen<'a> {
    /// A fact about the page.
    pub(crate) fn fact(&self, name: &str) -> Option<&'a str> {
        self.record.facts.get(name).map(String::as_str)
    }

    /// All events in this placement.
    pub(crate) fn events(&self) -> impl Iterator<Item = SeenEvent<'a>> {
        self.record.observations.iter().filter_map(|observation| match &observation.what {
            Observed::Event { name, shape, other_chat } => {
                Some(SeenEvent { at: observation.at, step: &observation.step, name, shape, other_chat: *other_chat })
            }
            _ => None,
        })
    }

    /// The events with this name in this placement.
    pub(crate) fn named(&self, name: &'a str) -> impl Iterator<Item = SeenEvent<'a>> {
        self.events().filter(move |event| event.name == name)
    }

    /// The events with this name during the step.
    pub(crate) fn in_step(&self, name: &'a str) -> impl Iterator<Item = SeenEvent<'a>> {
        let step = self.step.id;
        self.named(name).filter(move |event| event.step == step)
    }

    /// What was observed during the step.
    pub(crate) fn observed(&self) -> impl Iterator<Item = (u64, &'a Observed)> {
        let step = self.step.id;
        let of_step = self.record.observations.iter().filter(move |observation| observation.step == step);
        of_step.map(|observation| (observation.at, &observation.what))
    }

    /// How long the step took, in milliseconds.
    pub(crate) fn duration(&self) -> u64 {
        self.progress.ended.unwrap_or_default().saturating_sub(self.progress.begun)
    }

    /// The step's commands with their outcomes, as the end of a sentence.
    pub(crate) fn commands(&self) -> String {
        let outcomes = self.observed().filter_map(|(at, what)| match what {
            Observed::Command { name, error: None } => {
                let took = at.saturating_sub(self.progress.acted.unwrap_or(at));
                Some(format!("; `{name}` was acknowledged after {took} ms"))
            }
            Observed::Command { name, error: Some(error) } => Some(format!("; `{name}` failed: {error}")),
            _ => None,
        });
        outcomes.collect()
    }
}

/// The shapes of events, without repetition, as evidence.
pub(crate) fn shapes<'a>(events: impl Iterator<Item = SeenEvent<'a>>) -> String {
    let mut found: Vec<String> = Vec::new();
    for event in events {
        let text = format!("`{}` {}", event.name, event.shape);
        if !found.contains(&text) {
            found.push(text);
        }
    }
    found.join(", ")
}
