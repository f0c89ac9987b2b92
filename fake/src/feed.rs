//! The event stream for the simulator: events sent through `send_event`, and the switches.

use std::convert::Infallible;

use axum::response::sse::Event;
use futures_util::Stream;
use futures_util::stream::unfold;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::Fake;

/// Everything that was sent since the start, in order.
#[derive(Debug)]
pub(crate) struct Feed {
    /// Identifies this run of the fake in ids: to another run, a client has seen nothing.
    run: String,
    entries: Vec<Value>,
}

impl Default for Feed {
    fn default() -> Self {
        Self { run: Uuid::new_v4().simple().to_string(), entries: Vec::new() }
    }
}

impl Feed {
    pub(crate) fn push(&mut self, entry: Value) {
        self.entries.push(entry);
    }

    pub(crate) fn len(&self) -> usize {
        self.entries.len()
    }

    fn id(&self, number: usize) -> String {
        format!("{}-{number}", self.run)
    }

    /// Returns how many entries a client with this last id has seen.
    pub(crate) fn seen(&self, id: &str) -> usize {
        let (run, number) = id.rsplit_once('-').unwrap_or_default();
        if run == self.run { number.parse().unwrap_or_default() } else { 0 }
    }
}

/// Streams the switches, now and after every change, and the entries after `position`. Never ends by itself.
pub(crate) fn stream(fake: Fake, position: usize) -> impl Stream<Item = Result<Event, Infallible>> {
    let changes = fake.changes();
    unfold((fake, changes, position, None), |(fake, mut changes, position, shown)| async move {
        loop {
            // Marked as seen before reading: a later push counts as a change.
            changes.mark_unchanged();
            let (switches, entry, id) = {
                let state = fake.lock();
                let entry = state.feed.entries.get(position).cloned();
                (state.switches.clone(), entry, state.feed.id(position + 1))
            };
            if shown.as_ref() != Some(&switches) {
                let event = Event::default().event("switches").data(json!(switches).to_string());
                return Some((Ok(event), (fake, changes, position, Some(switches))));
            }
            if let Some(entry) = entry {
                let event = Event::default().event("event").id(id).data(entry.to_string());
                return Some((Ok(event), (fake, changes, position + 1, shown)));
            }
            changes.changed().await.ok()?;
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_of_another_run_means_that_nothing_was_seen() {
        let (feed, other) = (Feed::default(), Feed::default());
        assert_eq!(feed.seen(&feed.id(3)), 3);
        assert_eq!(feed.seen(&other.id(3)), 0);
        for id in ["", "0", "3", "-", "a-b"] {
            assert_eq!(feed.seen(id), 0, "{id}");
        }
    }
}
