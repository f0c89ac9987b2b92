//! The time of a turn, and its effects.

use std::time::Duration;

use super::effect::Effect;

/// The current turn: from a [`Msg`](super::Msg) until the model has nothing left to do.
#[derive(Debug)]
pub(super) struct Turn {
    pub(super) now: Duration,
    /// The effects, in order.
    pub(super) effects: Vec<Effect>,
}

impl Turn {
    pub(super) const fn at(now: Duration) -> Self {
        Self { now, effects: Vec::new() }
    }
}
