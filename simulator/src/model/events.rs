//! Events from the hosts to the extensions.

use livechat_protocol::{PlacementKind, RawEvent, scenario::Action};
use serde_json::{Value, json};

use super::{parts::extension_frame::Progress, state::Model};
use crate::extension::placement_name;

impl Model {
    /// Whether events can flow: the extension has rendered, and knows the outcome of authorization.
    pub(super) fn speaks(&self, placement: PlacementKind) -> bool {
        let is_inited = self.frame(placement).is_some_and(|frame| frame.progress == Progress::Inited);
        is_inited && !(placement == PlacementKind::Details && self.authorizing.is_under_way())
    }

    /// The extension has rendered: it receives the events that it has missed.
    pub(super) fn inited(&mut self, placement: PlacementKind) {
        let Some(frame) = self.frames.get_mut(&placement) else { return };
        frame.progress = Progress::Inited;
        // The scenario decides what comes next.
        if self.scenarios.is_replaying() {
            return;
        }
        // The frame's URL has the theme from when it was loaded.
        if frame.load.theme != self.choices.theme {
            self.tell_theme(placement);
        }
        match placement {
            PlacementKind::Details => self.authorize(),
            PlacementKind::MessageBox => self.tell_open(placement),
            PlacementKind::Fullscreen | PlacementKind::Settings => self.tell_page(placement),
        }
    }

    /// Sends the open profile or ticket to the extensions.
    pub(super) fn tell_what_is_open(&mut self) {
        self.tell_open(PlacementKind::Details);
        self.tell_open(PlacementKind::MessageBox);
    }

    pub(super) fn tell_open(&mut self, placement: PlacementKind) {
        let is_told = match placement {
            PlacementKind::Details => true,
            // A closed panel shows no customer.
            PlacementKind::MessageBox => self.choices.message_box,
            PlacementKind::Fullscreen | PlacementKind::Settings => false,
        };
        if !is_told || !self.speaks(placement) {
            return;
        }
        if let Some(customer) = self.open_customer() {
            let data = customer.event_data.clone();
            self.push(placement, "customer_profile", data);
        } else if placement == PlacementKind::Details
            && let Some(ticket) = self.open_ticket()
        {
            let data = ticket.event_data.clone();
            self.push(placement, "ticket_info", data);
        }
    }

    pub(super) fn tell_theme(&mut self, placement: PlacementKind) {
        if self.frame(placement).is_some_and(|frame| frame.progress == Progress::Inited) {
            self.push(placement, "change_theme", json!({ "theme": self.choices.theme.as_str() }));
        }
    }

    /// Sends an event to the extension, unless a scenario controls the host.
    pub(super) fn push(&mut self, placement: PlacementKind, name: &'static str, data: Value) {
        if !self.scenarios.is_replaying() {
            self.push_event(placement, RawEvent { name: name.to_owned(), data });
        }
    }

    /// Sends and records an event, from the simulator or the user.
    pub(super) fn push_event(&mut self, placement: PlacementKind, event: RawEvent<Value>) {
        let Some(frame) = self.frames.get_mut(&placement) else { return };
        if frame.push(&event).is_ok() {
            self.scenarios.record(self.turn.now, placement, Action::Event(event));
        } else {
            let (whose, name) = (placement_name(placement), event.name);
            self.warn(format!("Not sent to the {whose} extension, which is not connected: {name}"));
        }
    }

    /// Posts a bare message.
    pub(super) fn post(&mut self, placement: PlacementKind, value: Value) {
        if let Some(frame) = self.frames.get_mut(&placement) {
            frame.post(self.turn.now, value.clone());
            self.scenarios.record(self.turn.now, placement, Action::Frame(value));
        }
    }
}
