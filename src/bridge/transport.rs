//! What a bridge talks by.

use std::time::Duration;

use livechat_protocol::Post;

use crate::platform::{self, HostValue};

/// The way to a host, and the clock that its connection goes by.
pub(crate) trait Transport {
    /// Takes a message towards the host.
    fn post(&self, post: Post<HostValue>);

    /// The time, which never goes back.
    fn now(&self) -> Duration {
        platform::now()
    }
}
