//! Something for the type of every event.

use serde::Serialize;

use super::event::Event;

/// Does something for the type of each event that this crate knows, one after the other:
/// [`EventName::visit`](super::EventName::visit) calls it.
pub trait EventVisitor {
    /// Visits the type of one event.
    fn visit<E: Event + Serialize + 'static>(&mut self);
}
