//! Messages and drafts.

use std::{collections::BTreeMap, rc::Rc};

use livechat_protocol::rich_message::RichMessage;

use crate::model::samples::Message;

/// The content of the message input.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Draft {
    pub(crate) text: String,
    /// A rich message, which is sent before the text.
    pub(crate) rich: Option<Rc<RichMessage>>,
    /// Whether it contains text from the message box extension.
    pub(crate) from_message_box: bool,
}

/// All conversations, by the id of the customer or ticket.
#[derive(Debug, Default)]
pub(crate) struct Conversations {
    /// Whether the details extension watches messages.
    pub(crate) watched: bool,
    pub(crate) drafts: BTreeMap<String, Draft>,
    /// Whether the user also writes as the customer.
    pub(crate) customer_input: bool,
    pub(crate) customer_draft: String,
    /// The messages after the transcript.
    pub(crate) said: BTreeMap<String, Vec<Message>>,
    /// The number of messages so far, which numbers the next one.
    pub(crate) count: u64,
}
