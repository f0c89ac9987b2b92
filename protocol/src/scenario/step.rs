//! One step of a scenario.

use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{
    form::{HostForm, StepForm},
    http::HttpAnswer,
};
use crate::{
    commands::RawCommand,
    events::RawEvent,
    host::Faults,
    values::{PlacementKind, Theme},
    wire::Driver,
};

/// One step of a scenario.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "StepForm", into = "StepForm")]
pub struct Step {
    /// The time since the start of the scenario.
    pub at: Duration,
    /// The placement.
    pub placement: PlacementKind,
    /// The action.
    pub action: Action,
}

/// The action of a step.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// The host loads the extension's page.
    Load {
        /// The wire format.
        driver: Driver,
        /// The theme.
        theme: Theme,
    },
    /// The host begins a new connection with the loaded page.
    Reconnect,
    /// The host sends an event.
    Event(RawEvent<Value>),
    /// The host posts this message unchanged.
    Frame(Value),
    /// From now on, the host and the path to it have these faults.
    Faults(Faults),
    /// The extension's own server answers.
    Http(HttpAnswer),
    /// The extension sends a command.
    Command(RawCommand<Value>),
}

impl Action {
    /// Whether it is an action of the extension instead of the host.
    #[must_use]
    pub fn is_of_extension(&self) -> bool {
        matches!(self, Self::Command(_))
    }
}

/// Why a step cannot be decoded.
#[derive(Debug, thiserror::Error)]
pub(super) enum StepError {
    #[error("a step needs a `placement`")]
    Placement,
    #[error("a step needs exactly one of `host`, `event`, `frame`, `faults`, `http` and `command`")]
    Action,
    #[error("`{0}` does not belong in this step")]
    Member(&'static str),
}

impl TryFrom<StepForm> for Step {
    type Error = StepError;

    fn try_from(form: StepForm) -> Result<Self, StepError> {
        let StepForm { at, placement, host, driver, theme, event, command, data, frame, faults, http } = form;
        let placement = placement.ok_or(StepError::Placement)?;
        let is_load = matches!(host, Some(HostForm::Loads));
        if !data.is_null() && event.is_none() && command.is_none() {
            return Err(StepError::Member("data"));
        }
        if driver.is_some() && !is_load {
            return Err(StepError::Member("driver"));
        }
        if theme.is_some() && !is_load {
            return Err(StepError::Member("theme"));
        }
        let action = match (host, event, command, frame, faults, http) {
            (Some(HostForm::Loads), None, None, None, None, None) => {
                Action::Load { driver: driver.unwrap_or_default(), theme: theme.unwrap_or_default() }
            }
            (Some(HostForm::Reconnects), None, None, None, None, None) => Action::Reconnect,
            (None, Some(name), None, None, None, None) => Action::Event(RawEvent { name, data }),
            (None, None, Some(message), None, None, None) => Action::Command(RawCommand { message, data }),
            (None, None, None, Some(frame), None, None) => Action::Frame(frame),
            (None, None, None, None, Some(faults), None) => Action::Faults(faults),
            (None, None, None, None, None, Some(http)) => Action::Http(http),
            _ => return Err(StepError::Action),
        };
        Ok(Self { at, placement, action })
    }
}

impl From<Step> for StepForm {
    fn from(step: Step) -> Self {
        let Step { at, placement, action } = step;
        let form = Self { at, placement: Some(placement), ..Self::default() };
        match action {
            Action::Load { driver, theme } => Self {
                host: Some(HostForm::Loads),
                driver: (driver != Driver::default()).then_some(driver),
                theme: (theme != Theme::default()).then_some(theme),
                ..form
            },
            Action::Reconnect => Self { host: Some(HostForm::Reconnects), ..form },
            Action::Event(RawEvent { name, data }) => Self { event: Some(name), data, ..form },
            Action::Command(RawCommand { message, data }) => Self { command: Some(message), data, ..form },
            Action::Frame(frame) => Self { frame: Some(frame), ..form },
            Action::Faults(faults) => Self { faults: Some(faults), ..form },
            Action::Http(http) => Self { http: Some(http), ..form },
        }
    }
}
