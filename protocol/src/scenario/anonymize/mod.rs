//! Replaces the personal data in a scenario with made-up data.
//!
//! 1. The first pass learns the names, ids and places of all steps. The second replaces them, also inside texts.
//! 2. The same value has the same replacement everywhere. Replacements are calculated from a counter, not from the value, so
//!    nobody can calculate the value back.
//! 3. Words of the protocol stay, and so do the names of members, except for ids and email addresses.
//! 4. The data can have any form. A number stays a number, a text stays a text, and a list keeps its length.

mod addresses;
mod kind;
mod made_up;
mod texts;
mod values;

use self::{kind::Side, values::Anonymizer};
use super::{
    file::Scenario,
    http::HttpAnswer,
    step::{Action, Step},
};
use crate::{commands::RawCommand, events::RawEvent};

/// Whether the texts that the extension sent are replaced.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OwnTexts {
    /// They are replaced like all others. An extension that puts its own words into a text then sends a different text when
    /// the scenario is played.
    #[default]
    Replaced,
    /// They stay, except for values from the host, addresses and long numbers, so that a played scenario can be compared.
    /// They may contain data of the extension's own server.
    Kept,
}

impl Scenario {
    /// Returns a copy with made-up names, addresses, texts and ids.
    ///
    /// The same value has the same replacement everywhere. A text, a number or an address is replaced with one of its kind
    /// and of about its length. What an extension's logic depends on stays: types, event names, sources, statuses,
    /// priorities, themes, groups, countries, times, the names of members, and the ids of the extension's own buttons.
    ///
    /// It cannot recognize every form of personal data: read a file before you pass it on.
    ///
    /// ```
    /// use livechat_protocol::scenario::{OwnTexts, Scenario};
    ///
    /// let recorded = Scenario::from_json(r#"{ "version": 1, "steps": [
    ///   { "at": 0, "placement": "details", "event": "customer_profile",
    ///     "data": { "id": "C1A2", "name": "Mary Brown", "source": "chats" } },
    ///   { "at": 9, "placement": "details", "command": "put_message", "data": "Hello Mary!" }
    /// ]}"#)?;
    /// let file = recorded.anonymized(OwnTexts::Kept).to_json();
    /// assert!(!file.contains("Mary") && file.contains("Hello") && file.contains("chats"));
    /// # Ok::<(), livechat_protocol::scenario::ScenarioError>(())
    /// ```
    #[must_use]
    pub fn anonymized(&self, own_texts: OwnTexts) -> Self {
        let mut anonymizer = Anonymizer::new(own_texts);
        for step in &*self.steps {
            replace(&mut anonymizer, step);
        }
        anonymizer.has_learned();
        let steps = self.steps.iter().map(|step| replace(&mut anonymizer, step)).collect();
        Self { name: anonymizer.sentence(&self.name), steps }
    }
}

fn replace(anonymizer: &mut Anonymizer, step: &Step) -> Step {
    let action = match &step.action {
        Action::Event(RawEvent { name, data }) => {
            Action::Event(RawEvent { name: name.clone(), data: anonymizer.data(data, Side::Host) })
        }
        Action::Frame(frame) => Action::Frame(anonymizer.data(frame, Side::Host)),
        Action::Http(HttpAnswer { request, status, body }) => Action::Http(HttpAnswer {
            request: request.clone(),
            status: *status,
            body: anonymizer.data(body, Side::Host),
        }),
        Action::Command(RawCommand { message, data }) => {
            Action::Command(RawCommand { message: message.clone(), data: anonymizer.data(data, Side::Extension) })
        }
        action @ (Action::Load { .. } | Action::Reconnect | Action::Faults(_)) => action.clone(),
    };
    Step { at: step.at, placement: step.placement, action }
}
