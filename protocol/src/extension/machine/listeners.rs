//! Reports from event listeners.

use super::{Extension, reports::Reports};
use crate::{events::EventError, wire::Payload};

impl<P: Payload> Extension<P> {
    /// A listener left out fields of a custom event type. The machine reports fields of this crate's events itself,
    /// so those are not noted again, nor are fields that another listener has reported for the same event.
    pub fn fields_skipped(&mut self, mut skipped: Vec<EventError>) {
        skipped.retain(|field| self.reports.is_news_of_skipped(field));
        self.note_skipped(skipped);
    }

    /// A listener could not decode an event. If the machine or another listener has already refused the event for the
    /// same reason, nothing changes. The next event is refused even for the same reason.
    pub fn event_unread(&mut self, error: EventError) {
        if self.reports.is_news_of_refused(&error) {
            let origin = self.live.as_ref().map(|live| live.origin.to_string()).unwrap_or_default();
            self.refuse(&origin, error.into());
        }
    }

    /// An event that was received earlier is about to be dispatched to the listeners: their next reports belong to
    /// it. `refused` is why the machine refused it, from [`Output::Event`](crate::Output::Event).
    pub fn dispatching(&mut self, refused: Option<EventError>) {
        self.reports = Reports::of(refused);
    }
}
