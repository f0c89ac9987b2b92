//! A step as it stands in a file.

use std::{borrow::Cow, time::Duration};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::step::{Action, Step};
use crate::{
    command::Command, driver::Driver, event::RawEvent, host::Faults, millis, placement_kind::PlacementKind,
    theme::Theme,
};

#[derive(Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct StepForm {
    #[serde(with = "millis")]
    at: Duration,
    placement: Cow<'static, str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    host: Option<HostForm>,
    #[serde(skip_serializing_if = "Option::is_none")]
    driver: Option<DriverForm>,
    #[serde(skip_serializing_if = "Option::is_none")]
    theme: Option<Theme>,
    #[serde(skip_serializing_if = "Option::is_none")]
    event: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    command: Option<Cow<'static, str>>,
    #[serde(skip_serializing_if = "Value::is_null")]
    data: Value,
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "even_null")]
    frame: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    faults: Option<Faults>,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum HostForm {
    Loads,
    Reconnects,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum DriverForm {
    Trusted,
    Plain,
}

/// Why a step cannot be read.
#[derive(Debug, thiserror::Error)]
pub(super) enum StepError {
    #[error("a step's `placement` has to be `details`, `message-box`, `fullscreen` or `settings`, not `{0}`")]
    Placement(Cow<'static, str>),
    #[error("a step has to have exactly one of `host`, `event`, `frame`, `faults` and `command`")]
    Action,
    #[error("`{0}` does not belong into this step")]
    Member(&'static str),
}

/// A frame may be anything, `null` too.
fn even_null<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(deserializer).map(Some)
}

impl TryFrom<StepForm> for Step {
    type Error = StepError;

    fn try_from(form: StepForm) -> Result<Self, StepError> {
        let StepForm { at, placement, host, driver, theme, event, command, data, frame, faults } = form;
        let placement = PlacementKind::parse(&placement).ok_or(StepError::Placement(placement))?;
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
        let action = match (host, event, command, frame, faults) {
            (Some(HostForm::Loads), None, None, None, None) => {
                let driver = match driver {
                    Some(DriverForm::Plain) => Driver::Plain,
                    Some(DriverForm::Trusted) | None => Driver::Trusted,
                };
                Action::Load { driver, theme: theme.unwrap_or_default() }
            }
            (Some(HostForm::Reconnects), None, None, None, None) => Action::Reconnect,
            (None, Some(name), None, None, None) => Action::Event(RawEvent { name, data }),
            (None, None, Some(message), None, None) => Action::Command(Command { message, data }),
            (None, None, None, Some(frame), None) => Action::Frame(frame),
            (None, None, None, None, Some(faults)) => Action::Faults(faults),
            _ => return Err(StepError::Action),
        };
        Ok(Self { at, placement, action })
    }
}

impl From<Step> for StepForm {
    fn from(step: Step) -> Self {
        let Step { at, placement, action } = step;
        let form = Self { at, placement: placement.name().into(), ..Self::default() };
        match action {
            Action::Load { driver, theme } => Self {
                host: Some(HostForm::Loads),
                driver: (driver == Driver::Plain).then_some(DriverForm::Plain),
                theme: (theme != Theme::default()).then_some(theme),
                ..form
            },
            Action::Reconnect => Self { host: Some(HostForm::Reconnects), ..form },
            Action::Event(RawEvent { name, data }) => Self { event: Some(name), data, ..form },
            Action::Command(Command { message, data }) => Self { command: Some(message), data, ..form },
            Action::Frame(frame) => Self { frame: Some(frame), ..form },
            Action::Faults(faults) => Self { faults: Some(faults), ..form },
        }
    }
}
