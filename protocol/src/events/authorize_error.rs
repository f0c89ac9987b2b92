//! The event for a failed basic authorization.

use serde::Serialize;

use super::change::Change;
use crate::{
    values::Session,
    wire::{Decode, DecodeError, Payload, Reader, deserialize_by_decode},
};

/// The extension's server gave the agent no session (older hosts).
///
/// UNVERIFIED (authorize-error-data): the form of the data has no public source; it is not decoded, but available in
/// the raw event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct AuthorizeError;

impl Decode for AuthorizeError {
    fn decode<P: Payload>(_: &Reader<'_, P>) -> Result<Self, DecodeError> {
        Ok(Self)
    }
}

impl Change for AuthorizeError {
    type Part = Session;

    fn change(self, session: &mut Session) -> bool {
        session.replace(Session::Refused)
    }
}

deserialize_by_decode!(AuthorizeError);
