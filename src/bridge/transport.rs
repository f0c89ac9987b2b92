//! The transport of a bridge.

use std::time::Duration;

use livechat_protocol::Post;

use crate::platform::{self, HostValue};

/// The path to a host, and the clock for the connection.
pub(crate) trait Transport {
    /// Posts a message to the host.
    fn post(&self, post: Post<HostValue>);

    /// The time; it never goes backwards.
    fn now(&self) -> Duration {
        platform::now()
    }
}
