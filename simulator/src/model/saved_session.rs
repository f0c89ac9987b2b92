//! State that survives a page reload besides the choices, which are in the address.
//!
//! During development the page reloads whenever a file is saved, and nobody wants to type everything again.

use std::{collections::BTreeMap, rc::Rc, time::Duration};

use livechat_protocol::{Encode, rich_message::RichMessage, scenario::Scenario};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{
    parts::conversations::Draft,
    samples::{Author, Message, SharedFile},
    state::Model,
    turn::Turn,
};

/// Messages, drafts and the scenario.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct SavedSession {
    drafts: BTreeMap<String, SavedDraft>,
    said: BTreeMap<String, Vec<SavedMessage>>,
    count: u64,
    /// The draft as the customer; `None` if that input is folded.
    customer_draft: Option<String>,
    scenario: Option<String>,
    /// The id of the last event from the fake LiveChat: only later events are shown after the reload.
    fake_event: Option<String>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct SavedDraft {
    text: String,
    rich: Option<Value>,
    from_message_box: bool,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct SavedMessage {
    from: Author,
    text: String,
    rich: Option<Value>,
    file: Option<SharedFile>,
    is_private: bool,
}

impl Model {
    /// Returns the part of the session to store.
    pub(crate) fn saved_session(&self) -> SavedSession {
        let conversations = &self.conversations;
        let draft = |draft: &Draft| SavedDraft {
            text: draft.text.clone(),
            rich: draft.rich.as_ref().map(|rich| rich.encode()),
            from_message_box: draft.from_message_box,
        };
        let message = |message: &Message| SavedMessage {
            from: message.from,
            text: message.text.clone(),
            rich: message.rich.as_ref().map(|rich| rich.encode()),
            file: message.file.clone(),
            is_private: message.is_private,
        };
        SavedSession {
            drafts: conversations.drafts.iter().map(|(id, it)| (id.clone(), draft(it))).collect(),
            said: conversations
                .said
                .iter()
                .map(|(id, said)| (id.clone(), said.iter().map(message).collect()))
                .collect(),
            count: conversations.count,
            customer_draft: self.customer_draft().map(str::to_owned),
            scenario: self.scenarios.scenario().map(|scenario| scenario.to_json()),
            fake_event: self.fake.last_event.clone(),
        }
    }

    /// Restores a stored session.
    pub(crate) fn restore(&mut self, now: Duration, saved: SavedSession) {
        self.turn = Turn::at(now);
        let SavedSession { drafts, said, count, customer_draft, scenario, fake_event } = saved;
        let draft = |draft: SavedDraft| Draft {
            text: draft.text,
            rich: draft.rich.as_ref().and_then(rich),
            from_message_box: draft.from_message_box,
        };
        let message = |SavedMessage { from, text, rich, file, is_private }: SavedMessage| Message {
            from,
            text,
            rich: rich.as_ref().and_then(self::rich),
            file,
            is_private,
        };
        let conversations = &mut self.conversations;
        conversations.drafts = drafts.into_iter().map(|(id, it)| (id, draft(it))).collect();
        conversations.said = said.into_iter().map(|(id, said)| (id, said.into_iter().map(message).collect())).collect();
        conversations.count = count;
        self.fake.last_event = fake_event;
        conversations.customer_input = customer_draft.is_some();
        conversations.customer_draft = customer_draft.unwrap_or_default();
        if let Some(scenario) = scenario.and_then(|text| Scenario::from_json(&text).ok()) {
            self.set_scenario(scenario);
        }
    }
}

/// Restores sent rich messages; skips those of another version of the simulator.
fn rich(value: &Value) -> Option<Rc<RichMessage>> {
    livechat_protocol::decode(value).ok().map(Rc::new)
}
