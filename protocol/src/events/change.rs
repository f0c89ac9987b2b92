//! What an event changes of the state.

use super::event::Event;
use crate::wire::DecodeError;

/// An event that changes a part of the state.
pub(crate) trait Change: Event {
    /// The part of the state: the type of its field in [`HostState`](super::HostState).
    type Part;

    /// Takes the event in. Returns whether that changed the part.
    fn change(self, part: &mut Self::Part) -> bool;

    /// Forgets what the event was to replace, when the event cannot be read. Returns whether that changed the part.
    ///
    /// The part stays as it is unless it is about somebody or something that the event was to replace: then it is
    /// forgotten, because showing it would be wrong.
    fn forget(_part: &mut Self::Part, _unreadable: &DecodeError) -> bool {
        false
    }
}

/// Replaces a value. Returns whether it was another one.
pub(crate) fn replace<T: PartialEq>(current: &mut T, new: T) -> bool {
    let changed = *current != new;
    if changed {
        *current = new;
    }
    changed
}
