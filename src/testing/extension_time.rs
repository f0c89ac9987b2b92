//! The extension's time.

use std::{cell::Cell, rc::Rc, time::Duration};

use crate::platform;

/// The platform's time, plus the time that a test has let pass. Clones share it.
#[derive(Clone, Default)]
pub(super) struct ExtensionTime(Rc<Cell<Duration>>);

impl ExtensionTime {
    pub(super) fn now(&self) -> Duration {
        platform::now().saturating_add(self.0.get())
    }

    /// Lets time pass, without waiting.
    pub(super) fn pass(&self, time: Duration) {
        self.0.set(self.0.get().saturating_add(time));
    }
}
