//! The extension's time.

use std::{cell::Cell, rc::Rc, time::Duration};

use crate::platform;

/// The platform's time, and what a test has let pass besides. Clones are the same time.
#[derive(Clone, Default)]
pub(super) struct ExtensionTime(Rc<Cell<Duration>>);

impl ExtensionTime {
    pub(super) fn now(&self) -> Duration {
        platform::now().saturating_add(self.0.get())
    }

    /// Lets time pass, without waiting for it.
    pub(super) fn pass(&self, time: Duration) {
        self.0.set(self.0.get().saturating_add(time));
    }
}
