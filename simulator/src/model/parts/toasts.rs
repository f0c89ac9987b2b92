//! Toasts: short messages that disappear by themselves.

use std::time::Duration;

use livechat_protocol::Toast;

/// How long a toast is shown. UNVERIFIED (toast-duration): no public source has the duration of a real host.
pub(crate) const LIFETIME: Duration = Duration::from_secs(6);
/// How many are shown at once; a new one replaces the oldest.
pub(crate) const LIMIT: usize = 5;

/// A visible toast.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ShownToast {
    pub(crate) number: u64,
    pub(crate) toast: Toast,
    until: Duration,
}

/// The visible toasts.
#[derive(Debug, Default)]
pub(crate) struct Toasts {
    shown: Vec<ShownToast>,
    next: u64,
}

impl Toasts {
    pub(crate) fn shown(&self) -> &[ShownToast] {
        &self.shown
    }

    pub(crate) fn show(&mut self, now: Duration, toast: Toast) {
        if self.shown.len() >= LIMIT {
            self.shown.remove(0);
        }
        self.shown.push(ShownToast { number: self.next, toast, until: now.saturating_add(LIFETIME) });
        self.next += 1;
    }

    pub(crate) fn close(&mut self, number: u64) {
        self.shown.retain(|shown| shown.number != number);
    }

    pub(crate) fn deadline(&self) -> Option<Duration> {
        self.shown.iter().map(|shown| shown.until).min()
    }

    pub(crate) fn elapsed(&mut self, now: Duration) {
        self.shown.retain(|shown| shown.until > now);
    }
}
