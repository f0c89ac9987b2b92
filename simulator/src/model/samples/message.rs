//! Messages of a conversation.

use std::rc::Rc;

use livechat_protocol::rich_message::RichMessage;
use serde_json::Value;

/// The author of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Author {
    Customer,
    Agent,
}

/// A file that was sent through LiveChat's API.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub(crate) struct SharedFile {
    pub(crate) name: String,
    pub(crate) url: String,
    pub(crate) is_picture: bool,
}

/// A message of a conversation.
#[derive(Clone, Debug, PartialEq, serde::Deserialize)]
pub(crate) struct Message {
    pub(crate) from: Author,
    /// The text; for a rich message a one-line summary, for a file its name.
    pub(crate) text: String,
    /// What is shown instead of the text.
    #[serde(skip)]
    pub(crate) rich: Option<Rc<RichMessage>>,
    #[serde(skip)]
    pub(crate) file: Option<SharedFile>,
    /// Whether only agents see it.
    #[serde(skip)]
    pub(crate) is_private: bool,
}

impl Message {
    pub(crate) fn text(from: Author, text: impl Into<String>) -> Self {
        Self { from, text: text.into(), rich: None, file: None, is_private: false }
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
        Self { rich: Some(rich), ..Self::text(Author::Agent, text) }
    }

    /// A file. Here, only LiveChat's API sends files.
    pub(crate) fn file(file: SharedFile) -> Self {
        Self { text: file.name.clone(), file: Some(file), ..Self::text(Author::Agent, "") }
    }

    /// Returns the message of an event that was sent through LiveChat's API, or `None` for an event that conversations
    /// don't show.
    pub(crate) fn of_api(event: &Value) -> Option<Self> {
        let text = |member: &str| event.get(member).and_then(Value::as_str);
        let message = match text("type")? {
            "message" => Self::text(Author::Agent, text("text")?),
            "rich_message" => match livechat_protocol::decode(event) {
                Ok(rich) => Self::rich(Rc::new(rich)),
                Err(_) => {
                    Self::text(Author::Agent, format!("Rich message: {}", text("template_id").unwrap_or("unknown")))
                }
            },
            "file" => Self::file(SharedFile {
                name: text("name").unwrap_or("File").to_owned(),
                url: text("url")?.to_owned(),
                is_picture: text("content_type").is_some_and(|kind| kind.starts_with("image/")),
            }),
            _ => return None,
        };
        Some(Self { is_private: text("visibility") == Some("agents"), ..message })
    }
}
