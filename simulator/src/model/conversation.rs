//! What agent and customer say, and what the extensions have to do with it.

use std::rc::Rc;

use livechat_protocol::{
    MessageBoxMessage,
    PlacementKind::{Details, MessageBox},
    rich_message::RichMessage,
};
use serde_json::{Value, json};

use super::{
    parts::conversations::Draft,
    samples::{Author, Message},
    state::Model,
};

impl Model {
    pub(super) fn draft_changed(&mut self, text: String) {
        self.change_draft(|draft| {
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

    pub(super) fn put_message(&mut self, data: &Value) {
        let Some(text) = data.as_str() else {
            return self.warn("put_message carries no text: its data have to be a string.");
        };
        if !self.change_draft(|draft| draft.text = appended(&draft.text, text)) {
            self.warn("put_message found no open chat: its text was left aside.");
        }
    }

    pub(super) fn put_messagebox_message(&mut self, data: &Value) {
        let Some(message) = self.read("put_messagebox_message", data) else { return };
        if self.open_customer().is_none() {
            return self.warn("put_messagebox_message found no open chat: it was left aside.");
        }
        self.change_draft(|draft| {
            draft.from_message_box = true;
            match message {
                MessageBoxMessage::Text(text) => draft.text = text,
                MessageBoxMessage::Rich(rich) => draft.rich = Some(Rc::new(rich)),
            }
        });
    }

    pub(super) fn send(&mut self) {
        let Some(id) = self.open_id().map(str::to_owned) else { return };
        let Draft { text, rich, from_message_box } = self.draft();
        let text = text.trim();
        if text.is_empty() && rich.is_none() {
            return;
        }
        self.conversations.drafts.remove(&id);
        if let Some(rich) = rich {
            self.say(Message::rich(rich));
        }
        if !text.is_empty() {
            self.say(Message::text(Author::Agent, text));
        }
        if from_message_box && self.speaks(MessageBox) {
            self.push(MessageBox, "message_sent", Value::Null);
        }
        self.tell_draft();
    }

    pub(super) fn send_cards(&mut self, data: &Value) {
        if let Some(cards) = self.read("send_cards", data) {
            self.send_rich_message("send_cards", RichMessage::Cards(cards));
        }
    }

    pub(super) fn send_quick_replies(&mut self, data: &Value) {
        if let Some(replies) = self.read("send_quick_replies", data) {
            self.send_rich_message("send_quick_replies", RichMessage::QuickReplies(replies));
        }
    }

    /// At once: the agent is not asked.
    fn send_rich_message(&mut self, command: &str, message: RichMessage) {
        if self.open_customer().is_some() {
            self.say(Message::rich(Rc::new(message)));
        } else {
            self.warn(format!("{command} found no open chat: it was left aside."));
        }
    }

    pub(super) fn toggle_customer_input(&mut self) {
        self.conversations.customer_input = !self.conversations.customer_input;
    }

    pub(super) fn customer_draft_changed(&mut self, text: String) {
        self.conversations.customer_draft = text;
    }

    pub(super) fn send_as_customer(&mut self) {
        if self.open_id().is_some() {
            let text = std::mem::take(&mut self.conversations.customer_draft);
            self.say_as_customer(&text);
        }
    }

    pub(super) fn say_as_customer(&mut self, text: &str) {
        let text = text.trim();
        if !text.is_empty() {
            self.say(Message::text(Author::Customer, text));
        }
    }

    /// Adds a message to the conversation that is open.
    fn say(&mut self, message: Message) {
        if let Some(id) = self.open_id().map(str::to_owned) {
            self.say_to(&id, message, None);
        }
    }

    /// Adds a message to the conversation with this customer, or about this ticket, and tells an extension that wants to know of
    /// those in the open chat. `event` is the id of a message that has one.
    ///
    /// UNVERIFIED: whether a host tells of messages in other chats, too, has no public source.
    pub(super) fn say_to(&mut self, id: &str, message: Message, event: Option<String>) {
        self.conversations.count += 1;
        let source = match message.from {
            // UNVERIFIED: what a host sends for the agent's own messages has no public source.
            Author::Agent => "agent",
            // README of `@livechat/agent-app-widget-sdk` 3.0.1.
            Author::Customer => "visitor",
        };
        if self.conversations.watched
            && self.speaks(Details)
            && let Some(customer) = self.open_customer().filter(|customer| customer.profile.id == id)
        {
            let chat = &customer.profile.chat;
            let data = json!({
                "chat": chat.chat_id.as_ref().or(chat.id.as_ref()).map_or(id, String::as_str),
                "message": message.text,
                "message_id": event.unwrap_or_else(|| format!("message-{}", self.conversations.count)),
                "message_source": source,
            });
            self.push(Details, "message", data);
        }
        self.conversations.said.entry(id.to_owned()).or_default().push(message);
    }

    fn open_draft(&mut self) -> Option<&mut Draft> {
        let id = self.open_id()?.to_owned();
        Some(self.conversations.drafts.entry(id).or_default())
    }

    /// Changes the message input, if there is one, and tells the details extension of every change of its text.
    fn change_draft(&mut self, change: impl FnOnce(&mut Draft)) -> bool {
        let Some(draft) = self.open_draft() else { return false };
        let before = draft.text.clone();
        change(draft);
        if draft.text != before {
            self.tell_draft();
        }
        true
    }

    /// UNVERIFIED: when, and how often, a real host tells this has no public source. This one does it for every
    /// change of the text, whoever made it, and does not when another conversation is opened.
    fn tell_draft(&mut self) {
        if self.speaks(Details) {
            let value = self.draft().text;
            self.push(Details, "message_box_text", json!({ "value": value }));
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
