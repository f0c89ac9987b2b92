//! An event to send.

use livechat_protocol::rich_message::RichMessage;
use serde_json::Value;

use super::rich_message;
use crate::{
    http::json::{JsonObject, quoted},
    invalid_call::{InvalidCall, at_most},
    values::Visibility,
};

/// The longest text of a message, in bytes of UTF-8: the 16 KB of the documentation.
const LONGEST_TEXT: usize = 16 * 1024;

/// An event to send with [`SendEvent`](crate::SendEvent).
///
/// LiveChat shows it to everyone in the chat, unless it is [for agents only](Self::for_agents).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewEvent {
    kind: &'static str,
    /// The content specific to this type, as JSON text: events that an extension does not send add no code to it.
    content: Vec<(&'static str, String)>,
    invalid: Option<InvalidCall>,
    custom_id: Option<String>,
    visibility: Option<Visibility>,
    properties: Option<String>,
}

impl NewEvent {
    fn new(kind: &'static str, content: Vec<(&'static str, String)>) -> Self {
        Self { kind, content, invalid: None, custom_id: None, visibility: None, properties: None }
    }

    /// Text, of at most 16 KB.
    #[must_use]
    pub fn message(text: impl Into<String>) -> Self {
        let text = text.into();
        Self { invalid: check(&text).err(), ..Self::new("message", vec![("text", quoted(&text))]) }
    }

    /// A file that was uploaded with [`UploadFile`](crate::UploadFile). Its URL must be one of LiveChat's.
    #[must_use]
    pub fn file(url: impl AsRef<str>) -> Self {
        Self::new("file", vec![("url", quoted(url.as_ref()))])
    }

    /// An image that was uploaded with [`UploadFile`](crate::UploadFile), with a description.
    #[must_use]
    pub fn picture(url: impl AsRef<str>, alternative_text: impl AsRef<str>) -> Self {
        let content = vec![("url", quoted(url.as_ref())), ("alternative_text", quoted(alternative_text.as_ref()))];
        Self::new("file", content)
    }

    /// Cards or quick replies.
    ///
    /// The API accepts the same elements as the Agent App, with two exceptions: each button must have a type, and its
    /// value is text. A button without a type is sent as `message`, and a numeric value as its digits.
    #[must_use]
    pub fn rich_message(message: impl Into<RichMessage>) -> Self {
        match rich_message::content(&message.into()) {
            Ok(content) => Self::new("rich_message", content),
            Err(invalid) => Self { invalid: Some(invalid), ..Self::new("rich_message", Vec::new()) },
        }
    }

    /// An event that only your app understands. The content is an object; the Agent App does not show it.
    #[must_use]
    pub fn custom(content: impl Into<Value>) -> Self {
        let content = content.into();
        let invalid = InvalidCall::new("event.content", "has to be a JSON object");
        Self {
            invalid: if content.is_object() { None } else { Some(invalid) },
            ..Self::new("custom", vec![("content", content.to_string())])
        }
    }

    /// A message without an author, shown between the others. The type is one of LiveChat's, or a custom one.
    #[must_use]
    pub fn system_message(system_message_type: impl AsRef<str>, text: impl AsRef<str>) -> Self {
        let kind = system_message_type.as_ref();
        let content = vec![("system_message_type", quoted(kind)), ("text", quoted(text.as_ref()))];
        let invalid = InvalidCall::new("event.system_message_type", "is empty: it needs text");
        Self {
            invalid: if kind.trim().is_empty() { Some(invalid) } else { None },
            ..Self::new("system_message", content)
        }
    }

    /// Shows the event to agents only.
    #[must_use]
    pub fn for_agents(self) -> Self {
        self.with_visibility(Visibility::Agents)
    }

    /// Sets who sees the event.
    #[must_use]
    pub fn with_visibility(mut self, visibility: Visibility) -> Self {
        self.visibility = Some(visibility);
        self
    }

    /// Gives the event a custom id, which identifies it when it is received. LiveChat still accepts two events with
    /// the same id (seen).
    #[must_use]
    pub fn with_custom_id(mut self, id: impl Into<String>) -> Self {
        self.custom_id = Some(id.into());
        self
    }

    /// Sets its properties, by namespace and name: `{"<client id>": {"name": value}}`. Not for system messages.
    #[must_use]
    pub fn with_properties(mut self, properties: impl Into<Value>) -> Self {
        self.properties = Some(properties.into().to_string());
        self
    }

    pub(super) fn to_json(&self) -> Result<String, InvalidCall> {
        if let Some(invalid) = self.invalid {
            return Err(invalid);
        }
        if self.kind == "system_message" && self.properties.is_some() {
            return Err(InvalidCall::new("event.properties", "cannot be set on a system message"));
        }
        let mut event = JsonObject::new().text("type", self.kind);
        for (name, json) in &self.content {
            event = event.raw(name, json);
        }
        let event = event
            .maybe_text("custom_id", self.custom_id.as_deref())
            .maybe_text("visibility", self.visibility.as_ref().map(Visibility::as_str))
            .maybe_raw("properties", self.properties.as_deref());
        Ok(event.finish())
    }
}

fn check(text: &str) -> Result<(), InvalidCall> {
    if text.trim().is_empty() {
        return Err(InvalidCall::new("event.text", "is empty: it needs text"));
    }
    at_most("event.text", text.len(), LONGEST_TEXT, "is longer than 16 KB: split it into several messages")
}
