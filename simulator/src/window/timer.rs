//! Wakes the model at its next deadline.

use std::time::Duration;

use gloo_timers::callback::Timeout;
use yew::Callback;

use super::clock::now;

/// A timeout for one deadline at a time.
#[derive(Default)]
pub(crate) struct Timer(Option<(Duration, Timeout)>);

impl Timer {
    /// The deadline has passed: the next one, even an equal one, needs a new timeout.
    pub(crate) fn elapsed(&mut self) {
        self.0 = None;
    }

    /// Sets the callback's deadline, replacing any earlier one; `None` cancels it.
    pub(crate) fn set(&mut self, deadline: Option<Duration>, elapsed: &Callback<()>) {
        if self.0.as_ref().map(|(deadline, _)| *deadline) == deadline {
            return;
        }
        self.0 = deadline.map(|deadline| {
            // Timeouts are whole milliseconds: round up, or the callback would come too early.
            let wait = deadline.saturating_sub(now()).as_millis().saturating_add(1);
            let elapsed = elapsed.clone();
            (deadline, Timeout::new(u32::try_from(wait).unwrap_or(u32::MAX), move || elapsed.emit(())))
        });
    }
}
