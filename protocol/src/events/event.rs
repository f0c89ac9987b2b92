//! Events: messages from the host to the extension.

use crate::{
    values::PlacementKind,
    wire::{Decode, DecodeError, Kind, Payload, Reader, decode, decode_noting},
};

/// The prefix of every event's name on the wire. Messages without it are not events.
pub const PREFIX: &str = "livechat:";

/// An undecoded event: its name and data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawEvent<P> {
    /// The name, without the `livechat:` prefix.
    pub name: String,
    /// The data; `null` where the host sent none.
    pub data: P,
}

/// A typed event.
///
/// For an event that this crate does not know, implement it and [`Decode`]:
///
/// ```
/// use livechat_protocol::{Decode, DecodeError, Event, Payload, RawEvent, Reader};
///
/// struct ShiftStarted {
///     agent: String,
/// }
///
/// impl Decode for ShiftStarted {
///     fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
///         Ok(Self { agent: from.required("agent")? })
///     }
/// }
///
/// impl Event for ShiftStarted {
///     const NAME: &'static str = "shift_started";
/// }
///
/// let event = RawEvent { name: "shift_started".into(), data: serde_json::json!({ "agent": "Ann" }) };
/// assert_eq!(event.read::<ShiftStarted>().expect("of this name")?.agent, "Ann");
/// # Ok::<(), livechat_protocol::EventError>(())
/// ```
pub trait Event: Decode {
    /// The event's name, without the `livechat:` prefix.
    const NAME: &'static str;
    /// Other names that hosts use for the same event, without the prefix.
    const ALIASES: &'static [&'static str] = &[];
    /// The placements that hosts send it to; all by default.
    const PLACEMENTS: &'static [PlacementKind] = &PlacementKind::ALL;
}

/// Whether hosts call the event `E` by this name.
fn is_named<E: Event>(name: &str) -> bool {
    name == E::NAME || E::ALIASES.contains(&name)
}

/// The part of an event that could not be read: all of it, or one field.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("event `{event}`: {error}")]
pub struct EventError {
    /// The event's name, without prefix.
    pub event: String,
    /// The field, what was expected and what was found.
    pub error: DecodeError,
}

impl<P: Payload> RawEvent<P> {
    /// Decodes `{event_name, event_data}`; `None` if that is not an event for an extension: the name must be a string
    /// that begins with [`PREFIX`] and continues after it.
    #[must_use]
    pub fn from_wire(value: &P) -> Option<Self> {
        let name = Reader::new(value.clone()).member("event_name").and_then(|name| name.text()).ok()?;
        let name = name.strip_prefix(PREFIX).filter(|name| !name.is_empty())?;
        Some(Self { name: name.to_owned(), data: value.member("event_data").unwrap_or_else(P::null) })
    }

    /// Encodes `{event_name, event_data}`; `null` data is left out.
    #[must_use]
    pub fn to_wire(&self) -> P {
        let mut members = vec![("event_name", P::text(&format!("{PREFIX}{}", self.name)))];
        if self.data.kind() != Kind::Nothing {
            members.push(("event_data", self.data.clone()));
        }
        P::object(members)
    }

    /// Decodes the data as the typed event `E`; `None` if this is another event.
    #[must_use]
    pub fn read<E: Event>(&self) -> Option<Result<E, EventError>> {
        is_named::<E>(&self.name)
            .then(|| decode(&self.data).map_err(|error| EventError { event: self.name.clone(), error }))
    }

    /// Decodes the data as the typed event `E`, and returns the skipped fields; `None` if this is another event.
    #[must_use]
    pub fn read_noting<E: Event>(&self) -> Option<(Result<E, EventError>, Vec<EventError>)> {
        is_named::<E>(&self.name).then(|| {
            let (read, skipped) = decode_noting(&self.data);
            let error_of = |error| EventError { event: self.name.clone(), error };
            (read.map_err(error_of), skipped.into_iter().map(error_of).collect())
        })
    }
}
