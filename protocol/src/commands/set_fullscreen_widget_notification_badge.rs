//! The badge on a fullscreen extension's icon.

use crate::{
    values::{InvalidArgument, Problem},
    wire::{Decode, DecodeError, Encode, Payload, Reader},
};

/// The number on a fullscreen extension's icon: how many items need the agent's attention.
///
/// ```
/// use livechat_protocol::NotificationBadge;
///
/// assert_eq!(NotificationBadge::new(3)?, NotificationBadge::from(3_u32));
/// let error = NotificationBadge::new(-1).unwrap_err();
/// assert_eq!(error.to_string(), "`badge` is -1: it has to be from 0 to 4294967295");
/// # Ok::<(), livechat_protocol::InvalidArgument>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NotificationBadge(u32);

impl NotificationBadge {
    /// Creates a badge with this number.
    ///
    /// # Errors
    /// If it is below zero, or larger than a `u32`.
    pub fn new(count: i64) -> Result<Self, InvalidArgument> {
        let range = "from 0 to 4294967295";
        let outside = |_| InvalidArgument::new("badge", Problem::OutOfRange { found: count.to_string(), range });
        u32::try_from(count).map(Self).map_err(outside)
    }

    /// The number.
    #[must_use]
    pub fn count(self) -> u32 {
        self.0
    }
}

impl From<u32> for NotificationBadge {
    fn from(count: u32) -> Self {
        Self(count)
    }
}

impl Encode for NotificationBadge {
    fn encode<P: Payload>(&self) -> P {
        self.0.encode()
    }
}

impl Decode for NotificationBadge {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        u32::decode(from).map(Self)
    }
}
