//! One step of a scenario.

use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::form::StepForm;
use crate::{
    command::Command, driver::Driver, event::RawEvent, host::Faults, placement_kind::PlacementKind, theme::Theme,
};

/// One step of a scenario.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "StepForm", into = "StepForm")]
pub struct Step {
    /// When, from the scenario's beginning.
    pub at: Duration,
    /// Where.
    pub placement: PlacementKind,
    /// What.
    pub action: Action,
}

/// What happens in a step.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// The host loads the extension's page.
    Load {
        /// The wire format.
        driver: Driver,
        /// The theme.
        theme: Theme,
    },
    /// The host begins a new connection with the page that is there.
    Reconnect,
    /// The host sends an event.
    Event(RawEvent<Value>),
    /// The host posts this as it is, whatever it is.
    Frame(Value),
    /// From here on, this is wrong with the host and the way to it.
    Faults(Faults),
    /// The extension sends a command.
    Command(Command<Value>),
}

impl Action {
    /// Whether it is the extension that does it, and not the host.
    #[must_use]
    pub fn is_of_extension(&self) -> bool {
        matches!(self, Self::Command(_))
    }
}
