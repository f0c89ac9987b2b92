//! The field check: an extension that a person clicks through in the real Agent App. It compares the host with the
//! assumptions in `docs/unverified.md`, and writes a report.
//!
//! The entries are the rows of that table. A step is what a person does; it settles the entries that name it, each by
//! a rule.

mod calls;
mod clock;
mod entries;
mod file;
mod finding;
mod observation;
mod observer;
mod page;
mod placement_check;
mod record;
mod recording;
mod report;
mod rules;
mod shape;
mod steps;
mod stored;
mod view;
mod without_plugin_id;

pub use self::{
    calls::SCOPES,
    entries::{Entry, entries},
    finding::{Finding, Verdict},
    observation::{CallOutcome, Observation, Observed},
    placement_check::{
        DetailsCheck, FullscreenCheck, MessageBoxCheck, SettingsCheck, SignedInDetailsCheck, declared_section,
    },
    record::{Progress, Record},
    report::{Report, Row},
    rules::{Rule, Seen, rule},
    shape::shape,
    steps::{Action, Step, steps, steps_of},
    stored::client_id,
};
