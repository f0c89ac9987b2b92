//! The answer of a call that returns nothing.

use livechat_protocol::{Decode, DecodeError, Payload, Reader};

/// The answer of a call that returns nothing: an empty body, `{}`, or any other JSON.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NoContent;

impl Decode for NoContent {
    fn decode<P: Payload>(_: &Reader<'_, P>) -> Result<Self, DecodeError> {
        Ok(Self)
    }
}
