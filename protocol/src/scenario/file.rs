//! A scenario as a file.

use std::rc::Rc;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::step::{Action, Step};
use crate::{values::PlacementKind, wire::Driver};

/// The version of the file format that is written, and the only one that is read.
const VERSION: u32 = 1;

/// A recorded conversation between a host and its extensions.
///
/// The simulator records and plays scenarios, and `yew_livechat::testing` plays them in tests, so a bug that was seen
/// once stays tested. The host's steps are played; the extension's are expected of it.
///
/// ```
/// use livechat_protocol::{PlacementKind, scenario::Scenario};
///
/// let scenario = Scenario::from_json(r#"{
///   "version": 1,
///   "name": "a greeting",
///   "steps": [
///     { "at": 0, "placement": "details", "host": "loads" },
///     { "at": 310, "placement": "details", "command": "plugin_inited" },
///     { "at": 900, "placement": "details", "event": "customer_profile", "data": { "id": "C1", "chat": {} } },
///     { "at": 2000, "placement": "details", "command": "put_message", "data": "Hello!" }
///   ]
/// }"#)?;
/// assert_eq!(scenario.commands(PlacementKind::Details).len(), 2);
/// # Ok::<(), livechat_protocol::scenario::ScenarioError>(())
/// ```
///
/// The members of a step:
/// - `at`: milliseconds since the start of the scenario. Steps are in order; a step with an earlier time than the one
///   before it happens right after that.
/// - `placement`: `details`, `message-box`, `fullscreen` or `settings`.
/// - one of `host` (`loads`, with `driver` and `theme` if they are not `trusted` and `light`, or `reconnects`),
///   `event` with `data`, `frame` (a message posted unchanged), `faults` (a [`Faults`](crate::Faults)), `http` for
///   the extension's own server (an [`HttpAnswer`](super::HttpAnswer)), and `command` with `data` for the extension.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scenario {
    /// A short description. May be empty.
    pub name: String,
    /// The steps, in order.
    pub steps: Rc<[Step]>,
}

/// Why a text is not a scenario.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ScenarioError {
    /// It is not JSON, or JSON of another shape.
    #[error("not a scenario: {0}")]
    Form(#[from] serde_json::Error),
    /// A later version of this crate wrote it.
    #[error("this scenario has version {0}, and only version {VERSION} can be read: update yew-livechat")]
    Version(u32),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    version: u32,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    name: String,
    steps: Vec<Step>,
}

impl Scenario {
    /// Reads a file.
    ///
    /// # Errors
    /// If it is not a scenario; the error names line and column, or the version.
    pub fn from_json(text: &str) -> Result<Self, ScenarioError> {
        #[derive(Deserialize)]
        struct Version {
            version: u32,
        }
        let Version { version } = serde_json::from_str(text)?;
        if version != VERSION {
            return Err(ScenarioError::Version(version));
        }
        let File { name, steps, .. } = serde_json::from_str(text)?;
        Ok(Self { name, steps: steps.into() })
    }

    /// Writes a file: one step per line, so that recordings can be compared.
    #[must_use]
    pub fn to_json(&self) -> String {
        let line = |step: &Step| serde_json::to_string(step).unwrap_or_default();
        let steps: Vec<String> = self.steps.iter().map(|step| format!("    {}", line(step))).collect();
        let name = Value::from(&*self.name);
        format!("{{\n  \"version\": {VERSION},\n  \"name\": {name},\n  \"steps\": [\n{}\n  ]\n}}\n", steps.join(",\n"))
    }

    /// The placements that have steps.
    pub fn placements(&self) -> impl Iterator<Item = PlacementKind> {
        PlacementKind::ALL.into_iter().filter(|placement| self.steps.iter().any(|step| step.placement == *placement))
    }

    /// The wire format that the extension in this placement was first loaded with.
    #[must_use]
    pub fn driver(&self, placement: PlacementKind) -> Driver {
        let load = |step: &Step| match step.action {
            Action::Load { driver, .. } if step.placement == placement => Some(driver),
            _ => None,
        };
        self.steps.iter().find_map(load).unwrap_or_default()
    }

    /// The commands that the extension in this placement sent, with their data.
    #[must_use]
    pub fn commands(&self, placement: PlacementKind) -> Vec<(String, Value)> {
        let command = |step: &Step| match &step.action {
            Action::Command(command) if step.placement == placement => {
                Some((command.message.clone().into_owned(), command.data.clone()))
            }
            _ => None,
        };
        self.steps.iter().filter_map(command).collect()
    }
}
