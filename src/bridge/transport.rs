//! What a bridge talks by.

use std::time::Duration;

use livechat_protocol::Origin;

use crate::platform::{self, HostValue};

/// The way to a host, and the clock that its connection goes by.
pub(crate) trait Transport {
    /// Takes a message towards the host.
    fn post(&self, outgoing: Outgoing);

    /// The time, which never goes back.
    fn now(&self) -> Duration {
        platform::now()
    }
}

/// Something to post.
pub(crate) struct Outgoing {
    /// The only origin that may read it.
    pub(crate) target: Origin,
    pub(crate) frame: HostValue,
    /// Whether it may go out later, though before whatever may not.
    pub(crate) can_wait: bool,
}
