//! The time at which the model takes in what happened, and what comes of it.

use std::time::Duration;

use super::effect::Effect;

/// The turn under way: from one [`Msg`](super::Msg) until the model has nothing more to do.
#[derive(Debug)]
pub(super) struct Turn {
    pub(super) now: Duration,
    /// What is to be done in the browser, in order.
    pub(super) effects: Vec<Effect>,
}

impl Turn {
    pub(super) const fn at(now: Duration) -> Self {
        Self { now, effects: Vec::new() }
    }
}
