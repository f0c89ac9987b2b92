//! How far the authorization flow has come.

use std::time::Duration;

/// How long the extension's server may take to answer.
pub(crate) const TIMEOUT: Duration = Duration::from_secs(10);

/// The authorization flow.
#[derive(Debug, Default)]
pub(crate) struct Authorizing {
    pub(crate) attempt: u32,
    /// It is under way, and given up at that time.
    pub(crate) by: Option<Duration>,
}

impl Authorizing {
    pub(crate) fn is_under_way(&self) -> bool {
        self.by.is_some()
    }

    pub(crate) fn deadline(&self) -> Option<Duration> {
        self.by
    }

    /// Nobody waits for it any more.
    pub(crate) fn stop(&mut self) {
        self.by = None;
    }
}
