//! The progress of the authorization flow.

use std::time::Duration;

/// How long the extension's server may take to respond.
pub(crate) const TIMEOUT: Duration = Duration::from_secs(10);

/// The authorization flow.
#[derive(Debug, Default)]
pub(crate) struct Authorizing {
    pub(crate) attempt: u32,
    /// In progress, with its deadline.
    pub(crate) by: Option<Duration>,
}

impl Authorizing {
    pub(crate) fn is_under_way(&self) -> bool {
        self.by.is_some()
    }

    pub(crate) fn deadline(&self) -> Option<Duration> {
        self.by
    }

    /// Abandons the flow.
    pub(crate) fn stop(&mut self) {
        self.by = None;
    }
}
