//! Customer profiles that are read only when somebody asks.
//!
//! 1. A postponed profile is read when somebody asks or another event comes.
//! 2. A newer profile replaces it unread, so the fields of the replaced one are never looked at.
//! 3. A profile that does not say whose it is is never postponed: it is refused at once, and nobody is shown.

use crate::{
    events::{CustomerProfile, Event, RawEvent},
    wire::{Payload, Reader},
};

/// The latest profile, while nobody has asked for it.
pub(super) struct Postponed<P>(Option<RawEvent<P>>);

impl<P> Default for Postponed<P> {
    fn default() -> Self {
        Self(None)
    }
}

impl<P: Payload> Postponed<P> {
    /// Postpones an event. Returns whether it is one that can be postponed.
    pub(super) fn postpone(&mut self, event: &RawEvent<P>) -> bool {
        // A profile that does not say whose it is hides the one before it at once.
        let can_wait = event.name == CustomerProfile::NAME && Reader::new(event.data.clone()).identity("id").is_ok();
        if can_wait {
            self.0 = Some(event.clone());
        }
        can_wait
    }

    pub(super) fn is_some(&self) -> bool {
        self.0.is_some()
    }

    pub(super) fn take(&mut self) -> Option<RawEvent<P>> {
        self.0.take()
    }
}
