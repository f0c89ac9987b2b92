//! Decoding an event, and collecting the skipped fields.

use super::event::{Event, EventError, RawEvent};
use crate::wire::{DecodeError, Payload, decode_noting};

/// Decodes an event and collects the skipped fields.
pub(super) struct EventReader<'a, P> {
    pub(super) event: &'a RawEvent<P>,
    pub(super) skipped: Vec<EventError>,
}

impl<P: Payload> EventReader<'_, P> {
    /// Decodes the data as `E`, for a caller that has matched the name.
    pub(super) fn read<E: Event>(&mut self) -> Result<E, EventError> {
        let (read, skipped) = decode_noting(&self.event.data);
        self.note(skipped);
        read.map_err(|error| self.error(error))
    }

    // Separate, so that they are compiled once instead of for each event.
    fn note(&mut self, skipped: Vec<DecodeError>) {
        for error in skipped {
            let error = self.error(error);
            self.skipped.push(error);
        }
    }

    fn error(&self, error: DecodeError) -> EventError {
        EventError { event: self.event.name.clone(), error }
    }
}
