//! A rich message that was sent.

use livechat_protocol::{
    Decode, DecodeError, Payload, Reader, deserialize_by_decode, private::Borrowed, rich_message::RichMessage,
};
use serde::Serialize;
use serde_json::{Value, json};

use super::head::EventHead;
use crate::answer::value;

/// A rich message that was sent.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct RichMessageEvent {
    /// The fields that all events have.
    #[serde(flatten)]
    pub head: EventHead,
    /// The template: `cards`, `quick_replies`, `sticker` or `ecommerce`.
    pub template_id: String,
    /// Its elements, as they are on the wire.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub elements: Option<Value>,
}

impl RichMessageEvent {
    /// The cards or quick replies. `None` for another template, and for buttons that only other tools create:
    /// LiveChat's own samples have buttons without a value.
    #[must_use]
    pub fn rich_message(&self) -> Option<RichMessage> {
        let message = json!({ "template_id": self.template_id, "elements": self.elements });
        livechat_protocol::decode(&Borrowed::new(&message)).ok()
    }
}

impl Decode for RichMessageEvent {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        Ok(Self {
            head: EventHead::decode(from)?,
            template_id: from.required("template_id")?,
            elements: value(from, "elements"),
        })
    }
}

deserialize_by_decode!(RichMessageEvent);
