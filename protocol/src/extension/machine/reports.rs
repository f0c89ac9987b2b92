//! Problems with the latest event.

use crate::events::{EventError, EventName};

/// The problems reported for the latest event. The next event replaces all of them.
#[derive(Default)]
pub(super) struct Reports {
    /// The skipped fields that listeners reported.
    skipped: Vec<EventError>,
    /// Why the event was refused, by the machine and by listeners.
    refused: Vec<EventError>,
}

impl Reports {
    /// The reports for an event that the machine may have refused.
    pub(super) fn of(refused: Option<EventError>) -> Self {
        Self { skipped: Vec::new(), refused: refused.into_iter().collect() }
    }

    /// Notes a field that a listener skipped. Returns whether it is new: the machine reports fields of this crate's
    /// events itself, and another listener may have reported the field.
    pub(super) fn is_news_of_skipped(&mut self, field: &EventError) -> bool {
        let is_read = EventName::from_name(&field.event).is_some_and(EventName::is_read);
        !is_read && note(&mut self.skipped, field)
    }

    /// Notes why an event was refused. Returns whether it is new.
    pub(super) fn is_news_of_refused(&mut self, error: &EventError) -> bool {
        note(&mut self.refused, error)
    }
}

fn note(noted: &mut Vec<EventError>, error: &EventError) -> bool {
    let is_news = !noted.contains(error);
    if is_news {
        noted.push(error.clone());
    }
    is_news
}
