//! What the listeners of events report.

use super::{Extension, reports::Reports};
use crate::{events::EventError, wire::Payload};

impl<P: Payload> Extension<P> {
    /// A listener left out fields of an event of a type of its own. The events of this crate are the machine's to read,
    /// so their fields are not noted again, nor are those that another listener has reported of the same event.
    pub fn fields_skipped(&mut self, mut skipped: Vec<EventError>) {
        skipped.retain(|field| self.reports.is_news_of_skipped(field));
        self.note_skipped(skipped);
    }

    /// A listener could not read an event of its type. An event that was refused for the same reason already, by the
    /// machine or by another listener, is not refused again. The next event is, even for the same reason.
    pub fn event_unread(&mut self, error: EventError) {
        if self.reports.is_news_of_refused(&error) {
            let origin = self.live.as_ref().map(|live| live.origin.to_string()).unwrap_or_default();
            self.refuse(&origin, error.into());
        }
    }

    /// An event that was received before is about to be dispatched to the listeners only now: what they report next is
    /// about this one. `refused` is why the machine refused it, as [`Output::Event`](crate::Output::Event) said.
    pub fn dispatching(&mut self, refused: Option<EventError>) {
        self.reports = Reports::of(refused);
    }
}
