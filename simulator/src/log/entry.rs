//! One line of the log.

use std::time::Duration;

use livechat_protocol::{Driver, PlacementKind};
use serde_json::Value;

/// The direction of a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Direction {
    ToExtension,
    FromExtension,
}

/// The subject of an entry.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Item {
    /// A frame.
    Frame(FrameItem),
    /// The extension's bridge refused a message.
    Refused {
        /// The placement of that bridge.
        placement: PlacementKind,
        /// The sender's origin.
        origin: String,
        /// Why it was refused.
        reason: String,
    },
    /// A note from the simulator.
    Note {
        text: String,
        /// Whether it is a warning.
        warning: bool,
    },
}

/// A frame between host and extension.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct FrameItem {
    /// The extension's placement.
    pub(crate) placement: PlacementKind,
    pub(crate) direction: Direction,
    pub(crate) driver: Driver,
    /// Its content, decoded.
    pub(crate) name: String,
    /// Whether it expects an answer.
    pub(crate) is_call: bool,
    /// The complete frame.
    pub(crate) value: Value,
}

/// The answer to a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Answer {
    /// How long it took.
    pub(crate) after: Duration,
    /// Whether it is an error.
    pub(crate) is_error: bool,
}

/// One line of the log.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) number: u64,
    pub(crate) time: Duration,
    pub(crate) item: Item,
    /// A remark about the frame's handling, if there is one.
    pub(crate) remark: Option<&'static str>,
    /// The answer to a call, once there is one.
    pub(crate) answer: Option<Answer>,
}

impl PartialEq for Entry {
    fn eq(&self, other: &Self) -> bool {
        // The item is immutable once it has a number.
        (self.number, self.remark, self.answer) == (other.number, other.remark, other.answer)
    }
}

impl Entry {
    /// Whether it reports a problem.
    pub(crate) fn is_problem(&self) -> bool {
        match self.item {
            Item::Frame(_) => self.remark.is_some() || self.answer.is_some_and(|answer| answer.is_error),
            Item::Refused { .. } => true,
            Item::Note { warning, .. } => warning,
        }
    }
}
