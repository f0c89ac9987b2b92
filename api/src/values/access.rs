//! The groups that can see a chat.

use livechat_protocol::{Decode, DecodeError, Payload, Reader, deserialize_by_decode};
use serde::Serialize;

use crate::answer::{lenient_items, object};

/// The groups whose agents see a chat or thread. Group 0 is every agent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Access {
    /// The ids of the groups.
    pub group_ids: Vec<u32>,
}

impl Decode for Access {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        object(from)?;
        Ok(Self { group_ids: lenient_items(from, "group_ids") })
    }
}

deserialize_by_decode!(Access);
