//! A visitor for the types of all events.

use serde::Serialize;

use super::event::Event;

/// Visits the type of each event that this crate knows, in order, when passed to
/// [`EventName::visit`](super::EventName::visit).
pub trait EventVisitor {
    /// Visits the type of one event.
    fn visit<E: Event + Serialize + 'static>(&mut self);
}
