//! Content for the message input, from a message-box extension.

use crate::{
    values::rich_message::RichMessage,
    wire::{Decode, DecodeError, Encode, Object, Payload, Reader},
};

/// Content for the message input, from a message-box extension: the data of `put_messagebox_message`.
#[derive(Clone, Debug, PartialEq)]
pub enum MessageBoxMessage {
    /// Text.
    Text(String),
    /// A rich message.
    Rich(RichMessage),
}

impl From<RichMessage> for MessageBoxMessage {
    fn from(message: RichMessage) -> Self {
        Self::Rich(message)
    }
}

impl Encode for MessageBoxMessage {
    fn encode<P: Payload>(&self) -> P {
        match self {
            Self::Text(text) => Object::new().with("type", "message").with("value", text),
            Self::Rich(message) => Object::new().with("type", "rich_message").with("payload", message),
        }
        .build()
    }
}

impl Decode for MessageBoxMessage {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        let kind = from.member("type")?;
        match kind.text()?.as_str() {
            // SDKs up to 1.6.3 call it `text`.
            "message" | "text" => from.required("value").map(Self::Text),
            "rich_message" => from.required("payload").map(Self::Rich),
            _ => Err(kind.error("`message` or `rich_message`")),
        }
    }
}
