//! How the state applies an event.

use super::{
    EventName, HostState, Slice,
    event::{EventError, RawEvent},
    reading::EventReader,
};
use crate::wire::Payload;

/// The result of applying an event.
#[derive(Debug, Default)]
pub(crate) struct Applied {
    /// The slice that changed, if any; unknown events change none.
    pub(crate) changed: Option<Slice>,
    /// Why the event was refused.
    pub(crate) refused: Option<EventError>,
    /// The fields that could not be read and were left out.
    pub(crate) skipped: Vec<EventError>,
}

impl HostState {
    /// Applies an event. An event that cannot be read changes nothing, unless what it should have replaced must be
    /// discarded.
    pub(crate) fn apply<P: Payload>(&mut self, event: &RawEvent<P>) -> Applied {
        let Some(name) = EventName::from_name(&event.name) else { return Applied::default() };
        let mut reader = EventReader { event, skipped: Vec::new() };
        let (changed, refused) = match self.take_in(name, &mut reader) {
            Ok(changed) => (changed, None),
            Err(error) => (self.forget(name, &error.error), Some(error)),
        };
        Applied { changed, refused, skipped: reader.skipped }
    }
}
