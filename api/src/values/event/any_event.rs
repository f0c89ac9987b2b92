//! An event of any type.

use livechat_protocol::{Decode, DecodeError, Payload, Reader, deserialize_by_decode, to_json};
use serde::Serialize;
use serde_json::Value;

use super::{
    custom::CustomEvent, file::FileEvent, filled_form::FilledFormEvent, head::EventHead, message::MessageEvent,
    rich_message::RichMessageEvent, system::SystemEvent, system_message::SystemMessageEvent,
};

/// An event: something that was written in a thread, or that happened in it.
///
/// ```
/// use livechat_api::{Call, Event, GetChat};
///
/// let body = r#"{"id":"PJ0MRSHTDG","users":[],"thread":{"id":"K600PKZON8","active":true,"events":[
///     {"id":"1","type":"message","visibility":"all","author_id":"smith@example.com","text":"Hello"},
///     {"id":"2","type":"hologram","visibility":"all","depth":3}
/// ]}}"#;
/// let chat = GetChat::new("PJ0MRSHTDG").read(200, body)?;
/// for event in &chat.thread.expect("it is open").events {
///     match event {
///         Event::Message(message) => assert_eq!(message.text, "Hello"),
///         Event::Other(event) => assert_eq!(event["depth"], 3),
///         _ => {}
///     }
/// }
/// # Ok::<(), livechat_api::ApiError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Event {
    /// Text.
    Message(MessageEvent),
    /// A file.
    File(FileEvent),
    /// Cards, quick replies and similar messages.
    RichMessage(RichMessageEvent),
    /// The answers to a survey.
    FilledForm(FilledFormEvent),
    /// An event that only its app understands.
    Custom(CustomEvent),
    /// A message from LiveChat, for example that the chat was transferred.
    SystemMessage(SystemMessageEvent),
    /// Something that happened in another system, such as an order.
    System(SystemEvent),
    /// A deleted event whose content is withheld. Administrators still see the content: for them the event has its
    /// own type, with [`EventHead::deleted`].
    #[serde(untagged)]
    Deleted(DeletedEvent),
    /// An event of an unknown type or an unexpected shape, as it is on the wire. `null` if it is too large even for
    /// that.
    #[serde(untagged)]
    Other(Value),
}

/// A deleted event whose content is withheld.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct DeletedEvent {
    /// The fields that all events have.
    #[serde(flatten)]
    pub head: EventHead,
    /// The original type, such as `message`.
    #[serde(rename = "type")]
    pub kind: String,
}

impl Event {
    /// The fields that all events have; `None` for an unknown type.
    #[must_use]
    pub fn head(&self) -> Option<&EventHead> {
        match self {
            Self::Message(event) => Some(&event.head),
            Self::File(event) => Some(&event.head),
            Self::RichMessage(event) => Some(&event.head),
            Self::FilledForm(event) => Some(&event.head),
            Self::Custom(event) => Some(&event.head),
            Self::SystemMessage(event) => Some(&event.head),
            Self::System(event) => Some(&event.head),
            Self::Deleted(event) => Some(&event.head),
            Self::Other(_) => None,
        }
    }

    /// The event's id.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        match self {
            Self::Other(value) => value.get("id")?.as_str(),
            known => known.head().map(|head| head.id.as_str()),
        }
    }

    /// The id of the [`User`](crate::User) who caused it. LiveChat's own events have none.
    #[must_use]
    pub fn author_id(&self) -> Option<&str> {
        match self {
            Self::Other(value) => value.get("author_id")?.as_str(),
            known => known.head()?.author_id.as_deref(),
        }
    }

    /// The text of a message or of a system message.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Message(event) => Some(&event.text),
            Self::SystemMessage(event) => event.text.as_deref(),
            _ => None,
        }
    }

    /// The event as a type that this version knows.
    fn known<P: Payload>(kind: &str, from: &Reader<'_, P>) -> Option<Self> {
        match kind {
            "message" => MessageEvent::decode(from).ok().map(Self::Message),
            "file" => FileEvent::decode(from).ok().map(Self::File),
            "rich_message" => RichMessageEvent::decode(from).ok().map(Self::RichMessage),
            "filled_form" => FilledFormEvent::decode(from).ok().map(Self::FilledForm),
            "custom" => CustomEvent::decode(from).ok().map(Self::Custom),
            "system_message" => SystemMessageEvent::decode(from).ok().map(Self::SystemMessage),
            "system" => SystemEvent::decode(from).ok().map(Self::System),
            _ => None,
        }
    }
}

/// Never fails: an event that cannot be decoded becomes [`Event::Other`].
impl Decode for Event {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        let kind = from.lenient::<String>("type");
        let deleted = || {
            let head = EventHead::decode(from).ok().filter(|head| head.deleted)?;
            Some(Self::Deleted(DeletedEvent { head, kind: kind.clone()? }))
        };
        let known = kind.as_deref().and_then(|kind| Self::known(kind, from)).or_else(deleted);
        Ok(known.unwrap_or_else(|| Self::Other(to_json(from.value()).unwrap_or_default())))
    }
}

deserialize_by_decode!(Event);
