//! Customer profiles that are decoded only on demand.
//!
//! 1. A postponed profile is decoded when it is requested or another event arrives.
//! 2. A newer profile replaces it undecoded, so the fields of the replaced one are never read.
//! 3. A profile without a readable id is never postponed: it is refused immediately, and no customer is shown.

use crate::{
    events::{CustomerProfile, Event, RawEvent},
    wire::{Payload, Reader},
};

/// The latest profile, until it is requested.
pub(super) struct Postponed<P>(Option<RawEvent<P>>);

impl<P> Default for Postponed<P> {
    fn default() -> Self {
        Self(None)
    }
}

impl<P: Payload> Postponed<P> {
    /// Postpones an event. Returns whether it is one that can be postponed.
    pub(super) fn postpone(&mut self, event: &RawEvent<P>) -> bool {
        // A profile without a readable id hides the previous one immediately.
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
