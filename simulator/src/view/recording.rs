//! The state of scenarios for the view.

use std::rc::Rc;

use livechat_protocol::scenario::Scenario;
use yew::AttrValue;

use crate::{
    choices::PaceChoice,
    model::{Model, ReplayView},
};

/// The scenario, its recording and its replay.
#[derive(Clone, PartialEq)]
pub(crate) struct Recording {
    pub(crate) scenario: Option<Rc<Scenario>>,
    pub(crate) problem: Option<AttrValue>,
    pub(crate) is_recording: bool,
    /// The number of recorded steps.
    pub(crate) recorded: usize,
    pub(crate) is_full: bool,
    pub(crate) replay: Option<ReplayView>,
    pub(crate) pace: PaceChoice,
}

impl Recording {
    pub(crate) fn of(model: &Model) -> Self {
        let scenarios = &model.scenarios;
        Self {
            scenario: scenarios.scenario().cloned(),
            problem: scenarios.problem().map(|problem| AttrValue::from(problem.to_owned())),
            is_recording: scenarios.is_recording(),
            recorded: scenarios.recorded(),
            is_full: scenarios.is_full(),
            replay: scenarios.replay(),
            pace: model.choices.pace,
        }
    }
}
