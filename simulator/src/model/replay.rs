//! Playing a scenario, which replaces the host's own events.

use livechat_protocol::{
    Faults, PlacementKind, RawEvent, Theme,
    scenario::{Action, Step},
};
use serde_json::Value;

use super::{parts::replay::Replay, state::Model};
use crate::{
    choices::{PaceChoice, View},
    extension::placement_name,
};

impl Model {
    /// Plays from the first step. The scenario's faults apply until it ends, then the chosen ones again.
    pub(super) fn begin_replay(&mut self) {
        let Some(scenario) = self.scenarios.scenario.clone() else { return };
        self.scenarios.is_recording = false;
        self.scenarios.begin_anew();
        self.authorizing.stop();
        for frame in self.frames.values_mut() {
            frame.set_faults(Faults::default());
        }
        self.note(format!("Playing a scenario of {} steps.", scenario.steps.len()));
        self.scenarios.replay = Some(Replay::new(scenario, self.choices.pace.into(), self.turn.now));
    }

    /// Returns control of the Agent App to the user.
    pub(super) fn end_replay(&mut self) {
        if self.scenarios.replay.take().is_some() {
            for placement in PlacementKind::ALL {
                self.set_faults(placement, self.choices.faults);
            }
        }
    }

    pub(super) fn step_replay(&mut self) {
        if let Some(replay) = &mut self.scenarios.replay {
            replay.step();
        }
    }

    pub(super) fn choose_pace(&mut self, pace: PaceChoice) {
        self.choices.pace = pace;
        if let Some(replay) = &mut self.scenarios.replay {
            replay.set_pace(self.turn.now, pace.into());
        }
    }

    /// Plays the due steps. Returns whether there were any.
    pub(super) fn play(&mut self) -> bool {
        let Some(replay) = &mut self.scenarios.replay else { return false };
        match replay.poll(self.turn.now) {
            Some(step) => {
                self.perform(step);
                true
            }
            None => replay.wait(self.turn.now),
        }
    }

    fn perform(&mut self, Step { placement, action, .. }: Step) {
        if self.frame(placement).is_none() {
            let whose = placement_name(placement);
            return self.warn(format!("Skipped a step of the scenario: there is no {whose} extension."));
        }
        match action {
            Action::Load { driver, theme } => {
                self.choices.driver = driver;
                self.choices.theme = theme;
                self.load_frame(placement);
            }
            Action::Reconnect => self.reconnect(placement),
            Action::Event(event) => {
                self.follow(&event);
                self.push_event(placement, event);
            }
            Action::Frame(value) => self.post(placement, value),
            Action::Faults(faults) => self.set_faults(placement, faults),
            // Only for tests, where the scenario replaces the server: here, requests go to the extension's own
            // server.
            Action::Http(_) => {}
            // The extension's own actions.
            Action::Command(_) => {}
        }
    }

    /// Shows what an event is about, if the simulator has it.
    fn follow(&mut self, event: &RawEvent<Value>) {
        let text = |member: &str| event.data.get(member).and_then(Value::as_str).unwrap_or_default();
        match &*event.name {
            "customer_profile" => {
                let shown = self.customers.iter().find(|customer| customer.event_data == event.data);
                if let Some(customer) = shown.cloned() {
                    self.choices.view = customer.view;
                    self.choices.ticket = None;
                    self.choices.customer = Some(customer.profile.id.clone());
                    self.opened.insert(customer.view, customer.profile.id.clone());
                }
            }
            "customer_profile_hidden" => {
                self.opened.remove(&self.choices.view);
                self.choices.customer = None;
            }
            "ticket_info" if self.tickets.iter().any(|ticket| ticket.info.id == text("id")) => {
                self.choices.view = View::Tickets;
                self.choices.customer = None;
                self.choices.ticket = Some(text("id").to_owned());
            }
            "change_theme" => {
                if let Ok(theme) = text("theme").parse::<Theme>() {
                    self.choices.theme = theme;
                }
            }
            _ => {}
        }
    }
}
