//! How the basic authorization flow ended.

use serde::Serialize;

use super::event::Event;
use crate::wire::{Decode, DecodeError, Id, Kind, Payload, Reader, deserialize_by_decode};

/// The extension's server gave the agent a session (older hosts).
///
/// UNVERIFIED: the form of the data has no public source. `{session_id}`, a bare text or number, and nothing are read;
/// an id in another form is skipped.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Authorize {
    /// The session's id, if the host passes it on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub session_id: Option<Id>,
}

/// The extension's server gave the agent no session (older hosts).
///
/// UNVERIFIED: the form of the data has no public source; none of it is read.
/// It stays reachable through the raw event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct AuthorizeError;

impl Decode for Authorize {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        let session_id = match from.kind() {
            Kind::Object => from.lenient("session_id"),
            _ => from.lenient_value(),
        };
        Ok(Self { session_id })
    }
}

impl Event for Authorize {
    const NAME: &'static str = "authorize";
}

impl Decode for AuthorizeError {
    fn decode<P: Payload>(_: &Reader<'_, P>) -> Result<Self, DecodeError> {
        Ok(Self)
    }
}

impl Event for AuthorizeError {
    const NAME: &'static str = "authorize_error";
}

deserialize_by_decode!(Authorize, AuthorizeError);
