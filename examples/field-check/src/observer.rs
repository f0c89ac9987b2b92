//! Observes the host while the extension runs.

use std::{cell::RefCell, rc::Rc};

use yew::{platform::spawn_local, prelude::*};
use yew_livechat::{HostValue, prelude::*, protocol::PlacementKind, protocol::RawEvent};

use crate::{
    clock,
    observation::Observed,
    page,
    record::Record,
    recording, shape,
    stored::{use_stored_record, use_stored_recording},
};

/// The record of this placement, and what changes it.
#[derive(Clone, PartialEq)]
pub(crate) struct UseRecordHandle {
    pub(crate) placement: PlacementKind,
    /// Several events can arrive before the next rendering.
    latest: Rc<RefCell<Record>>,
    stored: UseStoredHandle<Record>,
    recording: UseStoredHandle<String>,
}

impl UseRecordHandle {
    /// The record, as it is rendered.
    pub(crate) fn record(&self) -> &Record {
        &self.stored
    }

    /// Changes the record at the current time.
    pub(crate) fn change(&self, change: impl FnOnce(&mut Record, PlacementKind, u64)) {
        change(&mut self.latest.borrow_mut(), self.placement, clock::now());
        let record = self.latest.borrow().clone();
        self.stored.set(record);
    }

    /// Adds an observation.
    pub(crate) fn observe(&self, what: Observed) {
        self.change(|record, placement, at| record.observe(placement, at, what));
    }

    /// Notes the outcome of a command when the host has answered.
    pub(crate) fn watch(&self, name: &'static str, sent: Acknowledgement) {
        let handle = self.clone();
        spawn_local(async move {
            let error = sent.await.err().map(|error| error.to_string());
            handle.observe(Observed::Command { name: name.to_owned(), error });
        });
    }

    /// Ends a step, or a part of it, and stores the recording so far.
    pub(crate) fn advance(&self, change: impl FnOnce(&mut Record, PlacementKind, u64)) {
        self.change(change);
        if let Some(text) = recording::text() {
            self.recording.set(text);
        }
    }
}

/// Observes the host, and returns the record of this placement.
#[hook]
pub(crate) fn use_record(placement: PlacementKind) -> UseRecordHandle {
    let stored = use_stored_record(placement);
    let recording = use_stored_recording(placement);
    let latest = use_memo((), |()| RefCell::new((*stored).clone()));
    let open_chats = use_mut_ref(Vec::new);
    let handle = UseRecordHandle { placement, latest, stored: stored.clone(), recording };
    // Another placement has cleared everything.
    use_effect_with((*stored).clone(), {
        let handle = handle.clone();
        move |record| {
            if *record == Record::default() {
                *handle.latest.borrow_mut() = Record::default();
                handle.change(|record, placement, at| {
                    record.facts = page::facts();
                    record.begin(placement, at);
                });
            }
        }
    });
    let connection = use_connection();
    use_effect_with(connection, {
        let handle = handle.clone();
        move |connection| {
            handle.change(|record, _, _| {
                record.facts.extend(page::facts());
                let facts = page::facts_of(connection).into_iter();
                record.facts.extend(facts.map(|(name, value)| (name.to_owned(), value)));
            });
        }
    });
    use_any_host_event({
        let handle = handle.clone();
        move |event| handle.observe(observed(event, &mut open_chats.borrow_mut()))
    });
    handle
}

/// The observation of an event. `open_chats` are the ids of the open chat.
fn observed(event: &RawEvent<HostValue>, open_chats: &mut Vec<String>) -> Observed {
    let (shape, other_chat) = match event.data.to_json() {
        Err(error) => (error.to_string().into(), None),
        Ok(data) => {
            if event.name == "customer_profile" {
                let ids = ["id", "chat_id"].into_iter().filter_map(|name| data["chat"][name].as_str());
                *open_chats = ids.map(str::to_owned).collect();
            }
            let chat = if event.name == "message" { data["chat"].as_str() } else { None };
            (shape(&data), chat.map(|chat| !open_chats.iter().any(|open| open == chat)))
        }
    };
    Observed::Event { name: event.name.clone(), shape, other_chat }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn event(name: &str, data: &serde_json::Value) -> RawEvent<HostValue> {
        RawEvent { name: name.to_owned(), data: HostValue::from_json(data) }
    }

    #[test]
    fn a_message_belongs_to_the_open_chat_or_to_another() {
        let mut open = Vec::new();
        let profile = json!({ "id": "C1", "chat": { "id": "T1", "chat_id": "P1" } });
        observed(&event("customer_profile", &profile), &mut open);
        for (chat, expected) in [("P1", Some(false)), ("T1", Some(false)), ("P2", Some(true))] {
            let data = json!({ "chat": chat, "message": "Hello Mary" });
            let Observed::Event { other_chat, shape, .. } = observed(&event("message", &data), &mut open) else {
                panic!("an event is observed as one")
            };
            assert_eq!(other_chat, expected, "{chat}");
            assert_eq!(shape, json!({ "chat": "text", "message": "text" }));
        }
    }
}
