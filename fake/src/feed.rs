//! What `send_event` has added, for a simulator to show.

use std::convert::Infallible;

use axum::response::sse::Event;
use futures_util::Stream;
use futures_util::stream::unfold;
use serde_json::Value;

use crate::Fake;

/// Everything that was sent since the start, in order.
#[derive(Debug, Default)]
pub(crate) struct Feed(Vec<Value>);

impl Feed {
    pub(crate) fn push(&mut self, entry: Value) {
        self.0.push(entry);
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }
}

/// The entries after the first `position`, and then those to come. It never ends by itself.
pub(crate) fn stream(fake: Fake, position: usize) -> impl Stream<Item = Result<Event, Infallible>> {
    let changes = fake.changes();
    unfold((fake, changes, position), |(fake, mut changes, position)| async move {
        loop {
            // Seen before the look: what is pushed after the look is a change.
            changes.mark_unchanged();
            let entry = fake.lock().feed.0.get(position).cloned();
            if let Some(entry) = entry {
                let id = position + 1;
                let event = Event::default().event("event").id(id.to_string()).data(entry.to_string());
                return Some((Ok(event), (fake, changes, id)));
            }
            changes.changed().await.ok()?;
        }
    })
}
