//! Wakes the model at its next deadline.

use std::time::Duration;

use gloo_timers::callback::Timeout;
use yew::Callback;

use super::clock::now;

/// Runs until a deadline; at most one at a time.
#[derive(Default)]
pub(crate) struct Timer(Option<(Duration, Timeout)>);

impl Timer {
    /// The deadline has come: the next one, even an equal one, needs a new timeout.
    pub(crate) fn elapsed(&mut self) {
        self.0 = None;
    }

    /// Calls back at this deadline instead of the one before; never, if there is none.
    pub(crate) fn set(&mut self, deadline: Option<Duration>, elapsed: &Callback<()>) {
        if self.0.as_ref().map(|(deadline, _)| *deadline) == deadline {
            return;
        }
        self.0 = deadline.map(|deadline| {
            // Timeouts count whole milliseconds, and one too early would be for nothing.
            let wait = deadline.saturating_sub(now()).as_millis().saturating_add(1);
            let elapsed = elapsed.clone();
            (deadline, Timeout::new(u32::try_from(wait).unwrap_or(u32::MAX), move || elapsed.emit(())))
        });
    }
}
