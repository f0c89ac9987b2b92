//! One line of the log.

use std::time::Duration;

use livechat_protocol::{Driver, PlacementKind};
use serde_json::Value;

/// Which way a frame went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Direction {
    ToExtension,
    FromExtension,
}

/// What an entry is about.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Item {
    /// A frame.
    Frame(FrameItem),
    /// The extension's bridge refused a message.
    Refused {
        /// Whose bridge.
        placement: PlacementKind,
        /// Where the message came from.
        origin: String,
        /// Why it was refused.
        reason: String,
    },
    /// Something the simulator has to say.
    Note {
        text: String,
        /// Whether something is wrong.
        warning: bool,
    },
}

/// A frame that went by.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct FrameItem {
    /// Whose frame it is.
    pub(crate) placement: PlacementKind,
    pub(crate) direction: Direction,
    pub(crate) driver: Driver,
    /// What it is, decoded.
    pub(crate) name: String,
    /// Whether it is to be answered.
    pub(crate) is_call: bool,
    /// The whole of it.
    pub(crate) value: Value,
}

/// How a call was answered.
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
    /// What became of a frame, where that is worth a word.
    pub(crate) remark: Option<&'static str>,
    /// How a call was answered, once it is.
    pub(crate) answer: Option<Answer>,
}

impl PartialEq for Entry {
    fn eq(&self, other: &Self) -> bool {
        // The item never changes once it is numbered.
        (self.number, self.remark, self.answer) == (other.number, other.remark, other.answer)
    }
}

impl Entry {
    /// Whether something is wrong.
    pub(crate) fn is_problem(&self) -> bool {
        match self.item {
            Item::Frame(_) => self.remark.is_some() || self.answer.is_some_and(|answer| answer.is_error),
            Item::Refused { .. } => true,
            Item::Note { warning, .. } => warning,
        }
    }
}
