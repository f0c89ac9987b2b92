//! How an event changes the state.

use super::event::Event;
use crate::wire::DecodeError;

/// An event that changes a part of the state.
pub(crate) trait Change: Event {
    /// The part of the state: the type of its field in [`HostState`](super::HostState).
    type Part;

    /// Applies the event. Returns whether that changed the part.
    fn change(self, part: &mut Self::Part) -> bool;

    /// Discards what the event should have replaced, if the event cannot be read. Returns whether that changed the
    /// part.
    ///
    /// By default the part stays as it is. A part about the wrong customer or thing must be discarded, because
    /// showing it would be wrong.
    fn forget(_part: &mut Self::Part, _unreadable: &DecodeError) -> bool {
        false
    }
}

/// Replaces a value. Returns whether that changed it.
pub(crate) fn replace<T: PartialEq>(current: &mut T, new: T) -> bool {
    let changed = *current != new;
    if changed {
        *current = new;
    }
    changed
}
