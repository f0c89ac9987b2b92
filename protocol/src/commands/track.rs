//! Events for the host's analytics.

use serde_json::{Map, Value};

use crate::{
    values::{InvalidArgument, invalid},
    wire::{Decode, DecodeError, Encode, Object, Payload, Reader, to_json},
};

/// Something that happened, for the host's analytics: the data of `track`.
///
/// ```
/// use livechat_protocol::TrackedEvent;
///
/// let event = TrackedEvent::new("greeting inserted")?.with_property("length", 32);
/// # Ok::<(), livechat_protocol::InvalidArgument>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct TrackedEvent {
    name: String,
    properties: Map<String, Value>,
}

impl TrackedEvent {
    /// Creates an event with this name, without properties.
    ///
    /// # Errors
    /// If the name is empty.
    pub fn new(name: impl Into<String>) -> Result<Self, InvalidArgument> {
        Ok(Self { name: invalid::text("track.event_name", name)?, properties: Map::new() })
    }

    /// Adds a property: any JSON value.
    #[must_use]
    pub fn with_property(mut self, name: impl Into<String>, value: impl Into<Value>) -> Self {
        self.properties.insert(name.into(), value.into());
        self
    }
}

impl Encode for TrackedEvent {
    fn encode<P: Payload>(&self) -> P {
        Object::new().with("event_name", &self.name).with("event_properties", &self.properties).build()
    }
}

impl Decode for TrackedEvent {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        let name = from.member("event_name")?;
        let event = Self::new(name.text()?).map_err(|_| name.error("text that is not empty"))?;
        let properties = from.member("event_properties")?;
        match to_json(properties.value())? {
            Value::Object(properties) => Ok(Self { properties, ..event }),
            Value::Null => Ok(event),
            _ => Err(properties.error("an object")),
        }
    }
}
