//! What agent and customer say, and what the extensions have to do with it.

use std::{collections::BTreeMap, rc::Rc, time::Duration};

use livechat_protocol::{
    MessageBoxMessage,
    PlacementKind::{Details, MessageBox},
    rich_message::RichMessage,
};
use serde_json::{Value, json};

use super::Model;
use crate::customers::{Author, Message};

/// What is in the message input.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Draft {
    pub(crate) text: String,
    /// A rich message, sent before the text.
    pub(crate) rich: Option<Rc<RichMessage>>,
    /// Whether the message box extension put something into it.
    pub(super) from_message_box: bool,
}

/// All conversations, by the id of the customer or of the ticket.
#[derive(Debug, Default)]
pub(super) struct Conversations {
    /// Whether the details extension wants to know of messages.
    pub(super) watched: bool,
    pub(super) drafts: BTreeMap<String, Draft>,
    /// Whether the person writes as the customer too.
    pub(super) customer_input: bool,
    pub(super) customer_draft: String,
    /// What was said after the transcript.
    pub(super) said: BTreeMap<String, Vec<Message>>,
    /// How many messages there have been; the next one's id.
    pub(super) count: u64,
}

impl Model {
    /// The id of the customer, or of the ticket, that is open.
    pub(crate) fn open_id(&self) -> Option<&str> {
        let customer = self.open_customer().map(|customer| &*customer.profile.id);
        customer.or_else(|| self.open_ticket().map(|ticket| &*ticket.info.id))
    }

    /// What is in the message input.
    pub(crate) fn draft(&self) -> Draft {
        self.open_id().and_then(|id| self.conversations.drafts.get(id)).cloned().unwrap_or_default()
    }

    /// What was said after the transcript.
    pub(crate) fn said(&self) -> &[Message] {
        self.open_id().and_then(|id| self.conversations.said.get(id)).map_or(&[], Vec::as_slice)
    }

    /// What the person types for the customer; nothing if that input is folded.
    pub(crate) fn customer_draft(&self) -> Option<&str> {
        self.conversations.customer_input.then_some(&*self.conversations.customer_draft)
    }

    pub(super) fn draft_changed(&mut self, now: Duration, text: String) {
        self.change_draft(now, |draft| {
            // Of an input that is emptied, nothing is the extension's any more.
            draft.from_message_box &= draft.rich.is_some() || !text.is_empty();
            draft.text = text;
        });
    }

    pub(super) fn remove_rich_message(&mut self) {
        if let Some(draft) = self.open_draft() {
            draft.rich = None;
            draft.from_message_box &= !draft.text.is_empty();
        }
    }

    pub(super) fn put_message(&mut self, now: Duration, data: &Value) {
        let Some(text) = data.as_str() else {
            return self.log.warn(now, "put_message carries no text: its data have to be a string.");
        };
        if !self.change_draft(now, |draft| draft.text = appended(&draft.text, text)) {
            self.log.warn(now, "put_message found no open chat: its text was left aside.");
        }
    }

    pub(super) fn put_messagebox_message(&mut self, now: Duration, data: &Value) {
        let Some(message) = self.read(now, "put_messagebox_message", data) else { return };
        if self.open_customer().is_none() {
            return self.log.warn(now, "put_messagebox_message found no open chat: it was left aside.");
        }
        self.change_draft(now, |draft| {
            draft.from_message_box = true;
            match message {
                MessageBoxMessage::Text(text) => draft.text = text,
                MessageBoxMessage::Rich(rich) => draft.rich = Some(Rc::new(rich)),
            }
        });
    }

    pub(super) fn send(&mut self, now: Duration) {
        let Some(id) = self.open_id().map(str::to_owned) else { return };
        let Draft { text, rich, from_message_box } = self.draft();
        let text = text.trim();
        if text.is_empty() && rich.is_none() {
            return;
        }
        self.conversations.drafts.remove(&id);
        if let Some(rich) = rich {
            self.say(now, Message::rich(rich));
        }
        if !text.is_empty() {
            self.say(now, Message::text(Author::Agent, text));
        }
        if from_message_box && self.speaks(MessageBox) {
            self.push(now, MessageBox, "message_sent", Value::Null);
        }
        self.tell_draft(now);
    }

    pub(super) fn send_cards(&mut self, now: Duration, data: &Value) {
        if let Some(cards) = self.read(now, "send_cards", data) {
            self.send_rich_message(now, "send_cards", RichMessage::Cards(cards));
        }
    }

    pub(super) fn send_quick_replies(&mut self, now: Duration, data: &Value) {
        if let Some(replies) = self.read(now, "send_quick_replies", data) {
            self.send_rich_message(now, "send_quick_replies", RichMessage::QuickReplies(replies));
        }
    }

    /// At once: the agent is not asked.
    fn send_rich_message(&mut self, now: Duration, command: &str, message: RichMessage) {
        if self.open_customer().is_some() {
            self.say(now, Message::rich(Rc::new(message)));
        } else {
            self.log.warn(now, format!("{command} found no open chat: it was left aside."));
        }
    }

    pub(super) fn toggle_customer_input(&mut self) {
        self.conversations.customer_input = !self.conversations.customer_input;
    }

    pub(super) fn customer_draft_changed(&mut self, text: String) {
        self.conversations.customer_draft = text;
    }

    pub(super) fn send_as_customer(&mut self, now: Duration) {
        if self.open_id().is_some() {
            let text = std::mem::take(&mut self.conversations.customer_draft);
            self.say_as_customer(now, &text);
        }
    }

    pub(super) fn say_as_customer(&mut self, now: Duration, text: &str) {
        let text = text.trim();
        if !text.is_empty() {
            self.say(now, Message::text(Author::Customer, text));
        }
    }

    /// Adds a message to the conversation that is open, and tells an extension that wants to know of those in chats.
    fn say(&mut self, now: Duration, message: Message) {
        let Some(id) = self.open_id().map(str::to_owned) else { return };
        self.conversations.count += 1;
        let source = match message.from {
            // UNVERIFIED: what a host sends for the agent's own messages has no public source.
            Author::Agent => "agent",
            // README of `@livechat/agent-app-widget-sdk` 3.0.1.
            Author::Customer => "visitor",
        };
        if self.conversations.watched
            && self.speaks(Details)
            && let Some(customer) = self.open_customer()
        {
            let chat = &customer.profile.chat;
            let data = json!({
                "chat": chat.chat_id.as_ref().or(chat.id.as_ref()).unwrap_or(&id),
                "message": message.text,
                "message_id": format!("message-{}", self.conversations.count),
                "message_source": source,
            });
            self.push(now, Details, "message", data);
        }
        self.conversations.said.entry(id).or_default().push(message);
    }

    fn open_draft(&mut self) -> Option<&mut Draft> {
        let id = self.open_id()?.to_owned();
        Some(self.conversations.drafts.entry(id).or_default())
    }

    /// Changes the message input, if there is one, and tells the details extension of every change of its text.
    fn change_draft(&mut self, now: Duration, change: impl FnOnce(&mut Draft)) -> bool {
        let Some(draft) = self.open_draft() else { return false };
        let before = draft.text.clone();
        change(draft);
        if draft.text != before {
            self.tell_draft(now);
        }
        true
    }

    /// UNVERIFIED: when, and how often, a real host tells this has no public source. This one does it for every
    /// change of the text, whoever made it, and does not when another conversation is opened.
    fn tell_draft(&mut self, now: Duration) {
        if self.speaks(Details) {
            let value = self.draft().text;
            self.push(now, Details, "message_box_text", json!({ "value": value }));
        }
    }
}

/// As the Agent App does: what is there stays, and a space parts it from what comes.
fn appended(draft: &str, text: &str) -> String {
    if draft.is_empty() || draft.ends_with(char::is_whitespace) {
        format!("{draft}{text}")
    } else {
        format!("{draft} {text}")
    }
}
