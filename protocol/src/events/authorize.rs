//! The event for a successful basic authorization.

use serde::Serialize;

use super::change::Change;
use crate::{
    values::Session,
    wire::{Decode, DecodeError, Id, Kind, Payload, Reader, deserialize_by_decode},
};

/// The extension's server gave the agent a session (older hosts).
///
/// UNVERIFIED (authorize-data): the form of the data has no public source. `{session_id}`, a bare text or number, and
/// nothing are accepted; an id in another form is skipped.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Authorize {
    /// The session's id, if the host passes it on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub session_id: Option<Id>,
}

impl Decode for Authorize {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        let session_id = match from.kind() {
            Kind::Object => from.lenient("session_id"),
            _ => from.lenient_value(),
        };
        Ok(Self { session_id })
    }
}

impl Change for Authorize {
    type Part = Session;

    fn change(self, session: &mut Session) -> bool {
        session.replace(Session::Authorized { id: self.session_id })
    }
}

deserialize_by_decode!(Authorize);
