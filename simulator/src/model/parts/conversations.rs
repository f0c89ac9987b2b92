//! What was said and typed.

use std::{collections::BTreeMap, rc::Rc};

use livechat_protocol::rich_message::RichMessage;

use crate::model::samples::Message;

/// What is in the message input.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Draft {
    pub(crate) text: String,
    /// A rich message, sent before the text.
    pub(crate) rich: Option<Rc<RichMessage>>,
    /// Whether the message box extension put something into it.
    pub(crate) from_message_box: bool,
}

/// All conversations, by the id of the customer or of the ticket.
#[derive(Debug, Default)]
pub(crate) struct Conversations {
    /// Whether the details extension wants to know of messages.
    pub(crate) watched: bool,
    pub(crate) drafts: BTreeMap<String, Draft>,
    /// Whether the person writes as the customer too.
    pub(crate) customer_input: bool,
    pub(crate) customer_draft: String,
    /// What was said after the transcript.
    pub(crate) said: BTreeMap<String, Vec<Message>>,
    /// How many messages there have been; the next one's id.
    pub(crate) count: u64,
}
