//! Scenarios: recorded conversations between host and extension, as a file.

mod anonymize;
mod comparison;
mod file;
mod form;
mod http;
mod player;
mod recorder;
mod rolling;
mod secrets;
mod step;

pub use self::{
    anonymize::OwnTexts,
    comparison::Comparison,
    file::{Scenario, ScenarioError},
    http::HttpAnswer,
    player::{Pace, Player},
    recorder::Recorder,
    rolling::RollingRecorder,
    step::{Action, Step},
};
