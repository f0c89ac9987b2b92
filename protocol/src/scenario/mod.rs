//! Scenarios: what host and extension said to each other, as a file.

mod comparison;
mod file;
mod form;
mod http;
mod player;
mod recorder;
mod step;

pub use self::{
    comparison::Comparison,
    file::{Scenario, ScenarioError},
    http::HttpAnswer,
    player::{Pace, Player},
    recorder::Recorder,
    step::{Action, Step},
};
