//! The fake LiveChat: whether it responds, its switches, and messages sent through its API.

use livechat_protocol::PlacementKind;
use serde_json::Value;

use super::{
    effect::{Effect, FakeRequest},
    parts::fake_livechat::{FakeState, Switches},
    samples::Message,
    state::Model,
};
use crate::{extension::placement_name, fake_servers::fake_api};

impl Model {
    /// Whether an extension signs in, so that the fake is needed.
    pub(crate) fn needs_fake(&self) -> bool {
        self.extensions.iter().any(|extension| extension.signs_in)
    }

    /// The number of faults of the hosts and the fake.
    pub(crate) fn fault_count(&self) -> usize {
        self.choices.faults.count() + self.fake.changed()
    }

    /// Whether the extension waits for the search for the fake to finish.
    pub(crate) fn waits_for_fake(&self, placement: PlacementKind) -> bool {
        self.signs_in(placement) && self.fake.is_used.is_none()
    }

    /// Whether the extension signs in at the fake.
    pub(super) fn is_at_fake(&self, placement: PlacementKind) -> bool {
        self.signs_in(placement) && self.fake.is_used == Some(true)
    }

    fn signs_in(&self, placement: PlacementKind) -> bool {
        self.extension(placement).is_some_and(|extension| extension.signs_in)
    }

    /// Looks for the fake, and resumes after the last received event.
    pub(super) fn seek_fake(&mut self) {
        if self.needs_fake() {
            self.fake.seek(self.turn.now);
            self.turn.effects.push(Effect::ListenToFake { after: self.fake.last_event.clone() });
        }
    }

    /// The fake has sent its switches, which come first.
    pub(super) fn fake_answers(&mut self, switches: Switches) {
        self.fake.answers(switches);
        let before = self.fake.is_used.replace(true);
        if before == Some(true) {
            return;
        }
        for placement in PlacementKind::ALL {
            if !self.is_at_fake(placement) {
                continue;
            }
            if before.is_some() {
                let whose = placement_name(placement);
                self.note(format!("The fake LiveChat answers: the {whose} extension signs in there."));
                self.load_frame(placement);
            } else if let Some(frame) = self.frames.get_mut(&placement) {
                frame.load.at_fake = true;
            }
        }
    }

    /// The event stream broke off. The browser reopens a stream that was open before.
    pub(super) fn fake_lost(&mut self) {
        if self.fake.state == FakeState::Sought {
            self.give_fake_up();
        } else {
            self.fake.give_up();
        }
    }

    pub(super) fn fake_elapsed(&mut self) {
        if self.fake.by.is_some_and(|by| by <= self.turn.now) {
            self.give_fake_up();
        }
    }

    /// Stops looking: a failed request every few seconds would flood the browser's console.
    fn give_fake_up(&mut self) {
        self.fake.give_up();
        self.turn.effects.push(Effect::StopListening);
        if self.fake.is_used.is_none() {
            self.fake.is_used = Some(false);
            let address = fake_api();
            self.note(format!("No fake LiveChat answers at {address}: extensions sign in with LiveChat itself."));
        }
    }

    pub(super) fn choose_switch(&mut self, name: &str, value: Value) {
        let switches = self.fake.set(name, value);
        self.send_switches(switches);
    }

    fn send_switches(&mut self, switches: Option<Switches>) {
        self.turn.effects.extend(switches.map(|switches| Effect::AskFake(FakeRequest::Set(switches))));
    }

    pub(super) fn fake_answered(&mut self, request: FakeRequest, result: Result<Value, String>) {
        self.fake.word = match request {
            FakeRequest::Set(_) => {
                let switches = result.and_then(|switches| match switches {
                    Value::Object(switches) => Ok(switches),
                    _ => Err("The fake LiveChat's response has no switches.".to_owned()),
                });
                let next = self.fake.has_set(switches);
                return self.send_switches(next);
            }
            FakeRequest::ExpireTokens => {
                Some(result.map(|answer| match answer.get("expired").and_then(Value::as_u64) {
                    Some(1) => "1 token has expired.".to_owned(),
                    count => format!("{} tokens have expired.", count.unwrap_or_default()),
                }))
            }
            FakeRequest::Reset => {
                Some(result.map(|_| "The fake's tokens, messages and switches are reset.".to_owned()))
            }
        };
    }

    /// Shows a message that was sent through the API in its chat, open or not.
    pub(super) fn fake_event(&mut self, id: String, data: &Value) {
        self.fake.last_event = Some(id);
        let chat = data.get("chat_id").and_then(Value::as_str);
        let customer = self.customers.iter().find(|customer| {
            let own = customer.profile.chat.chat_id.as_deref();
            own.is_some() && own == chat
        });
        let Some(customer) = customer.map(|customer| customer.profile.id.clone()) else {
            return self.note("Ignored a message from the fake LiveChat: its chat is not simulated.");
        };
        let event = data.get("event").unwrap_or(&Value::Null);
        let text = |member: &str| event.get(member).and_then(Value::as_str);
        match Message::of_api(event) {
            Some(message) => self.say_to(&customer, message, text("id").map(str::to_owned)),
            None => {
                let kind = text("type").unwrap_or("unknown");
                self.note(format!("An event was sent, but the conversation doesn't show events of type {kind}."));
            }
        }
    }
}
