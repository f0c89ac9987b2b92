//! A message of a conversation.

use std::rc::Rc;

use livechat_protocol::rich_message::RichMessage;

/// Who wrote a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Author {
    Customer,
    Agent,
}

/// A message of a conversation.
#[derive(Clone, Debug, PartialEq, serde::Deserialize)]
pub(crate) struct Message {
    pub(crate) from: Author,
    /// The text; of a rich message what it says, in one line.
    pub(crate) text: String,
    /// What is drawn in place of the text.
    #[serde(skip)]
    pub(crate) rich: Option<Rc<RichMessage>>,
}

impl Message {
    pub(crate) fn text(from: Author, text: impl Into<String>) -> Self {
        Self { from, text: text.into(), rich: None }
    }

    /// A rich message. Only agents send them.
    pub(crate) fn rich(rich: Rc<RichMessage>) -> Self {
        let text = match &*rich {
            RichMessage::QuickReplies(replies) => replies.title().to_owned(),
            RichMessage::Cards(cards) => {
                let titles: Vec<&str> = cards.as_slice().iter().filter_map(|card| card.title()).collect();
                if titles.is_empty() { "Cards".to_owned() } else { titles.join(", ") }
            }
            _ => "Rich message".to_owned(),
        };
        Self { from: Author::Agent, text, rich: Some(rich) }
    }
}
