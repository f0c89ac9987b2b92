//! What the extension observed.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// An observation, at a time and during a step.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Observation {
    /// Milliseconds since the extension was loaded.
    pub at: u64,
    /// The id of the step that was open.
    pub step: String,
    /// What was observed.
    pub what: Observed,
}

/// What was observed. Contains no personal data: of the host's values only their shape.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Observed {
    /// The host sent an event.
    Event {
        /// Its name, without the prefix `livechat:`.
        name: String,
        /// The shape of its data.
        shape: Value,
        /// For an event about a chat: whether that is another chat than the open one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        other_chat: Option<bool>,
    },
    /// The host answered a command, or failed to.
    Command {
        /// Its name on the wire.
        name: String,
        /// The error; `None` if the host acknowledged it.
        error: Option<String>,
    },
    /// LiveChat's API answered a call, or failed to.
    Call {
        /// Its name in the list of calls.
        name: String,
        /// The HTTP status of an error.
        status: Option<u16>,
        /// The type of an error.
        kind: Option<String>,
        /// Whether it succeeded, was refused, or its answer could not be read.
        outcome: CallOutcome,
        /// What the answer shows, if the call is about that.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        shows: Option<bool>,
    },
    /// A sign-in ended.
    SignIn {
        /// The reason for its failure; `None` if the agent is signed in.
        error: Option<String>,
        /// Whether LiveChat did not let the page read the answer.
        blocked: bool,
    },
    /// The tester pressed the button that marks the end of something.
    Marked,
}

/// How a call to LiveChat's API ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CallOutcome {
    /// LiveChat answered as asked.
    Succeeded,
    /// LiveChat refused.
    Refused,
    /// The page received no answer that it may read.
    Unreadable,
}
