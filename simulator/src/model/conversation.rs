//! Messages of agent and customer, and what the extensions contribute to them.

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
            // An emptied input no longer contains the extension's text.
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
            return self.warn("put_message was ignored: its data must be a string.");
        };
        if !self.change_draft(|draft| draft.text = appended(&draft.text, text)) {
            self.warn("put_message was ignored: no chat is open.");
        }
    }

    pub(super) fn put_messagebox_message(&mut self, data: &Value) {
        let Some(message) = self.read("put_messagebox_message", data) else { return };
        if self.open_customer().is_none() {
            return self.warn("put_messagebox_message was ignored: no chat is open.");
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

    /// Sent at once, without asking the agent.
    fn send_rich_message(&mut self, command: &str, message: RichMessage) {
        if self.open_customer().is_some() {
            self.say(Message::rich(Rc::new(message)));
        } else {
            self.warn(format!("{command} was ignored: no chat is open."));
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

    /// Adds a message to the open conversation.
    fn say(&mut self, message: Message) {
        if let Some(id) = self.open_id().map(str::to_owned) {
            self.say_to(&id, message, None);
        }
    }

    /// Adds a message to the conversation of this customer or ticket, and notifies an extension that watches the open
    /// chat. `event` is the message's id, if it has one.
    ///
    /// UNVERIFIED (other-chats): no public source says whether a host also reports messages in other chats.
    pub(super) fn say_to(&mut self, id: &str, message: Message, event: Option<String>) {
        self.conversations.count += 1;
        let source = match message.from {
            // UNVERIFIED (agent-author): no public source says what a host sends for the agent's own messages.
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

    /// Changes the message input, if there is one, and notifies the details extension if its text changes.
    fn change_draft(&mut self, change: impl FnOnce(&mut Draft)) -> bool {
        let Some(draft) = self.open_draft() else { return false };
        let before = draft.text.clone();
        change(draft);
        if draft.text != before {
            self.tell_draft();
        }
        true
    }

    /// UNVERIFIED (draft-events, draft-switch): no public source says when, and how often, a real host reports this.
    /// The simulator reports every change of the text, by anyone, but not the opening of another conversation.
    fn tell_draft(&mut self) {
        if self.speaks(Details) {
            let value = self.draft().text;
            self.push(Details, "message_box_text", json!({ "value": value }));
        }
    }
}

/// As in the Agent App: existing text stays, and a space separates it from the new text.
fn appended(draft: &str, text: &str) -> String {
    if draft.is_empty() || draft.ends_with(char::is_whitespace) {
        format!("{draft}{text}")
    } else {
        format!("{draft} {text}")
    }
}
