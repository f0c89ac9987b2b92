//! Replaces personal data in a scenario by made-up ones.
//!
//! 1. A first pass learns the names, ids and places of all steps; the second replaces them, inside of texts too.
//! 2. The same value is replaced by the same made-up value everywhere. Made-up values come from a counter, not from the value,
//!    so nothing can be calculated back.
//! 3. Words of the protocol stay, and so do the names of members, but for those that are an id or an email address.
//! 4. The data are of any form. A number stays a number, a text a text, a list as long as it was.

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

/// What becomes of the texts that the extension sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OwnTexts {
    /// They are replaced, as all others are. An extension that puts its own words into a text sends something else when the
    /// scenario is played.
    #[default]
    Replaced,
    /// They stay, but for values that the host sent, addresses and long numbers, so that a played scenario can be compared.
    /// They may have data of the extension's own server.
    Kept,
}

impl Scenario {
    /// A copy with made-up names, addresses, texts and ids.
    ///
    /// The same value is replaced by the same made-up one everywhere, and a text, a number or an address is replaced by one
    /// of its kind and about its length. What an extension's logic depends on stays: types, event names, sources, statuses,
    /// priorities, themes, groups, countries, times, the names of members, and the ids of the extension's own buttons.
    ///
    /// It cannot know every form of personal data: look through a file before you pass it on.
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
