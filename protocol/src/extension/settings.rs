//! What an extension's end is told at the start.

use std::time::Duration;

use super::{launch::Launch, policy::OriginPolicy};
use crate::wire::Origin;

/// What an [`Extension`](super::Extension) is told at the start.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ExtensionSettings {
    /// The parameters of the extension's URL.
    pub launch: Launch,
    /// Which origins are talked to.
    pub policy: OriginPolicy,
    /// Whether there is a window around the page at all.
    pub in_frame: bool,
    /// The origin of the window around the page, where the browser tells.
    /// The plain driver may post to it before the host has spoken, if the policy admits it.
    pub parent_origin: Option<String>,
    /// Whether the host's authorization flow is waited for; `false` is the JavaScript API's `init({authorize: false})`.
    pub authorize: bool,
    /// After how long without a host [`ConnectError::TimedOut`](crate::ConnectError::TimedOut) is reported. 5 s at first.
    pub connect_timeout: Duration,
    /// How long a command may take, from the call to the answer. 10 s at first.
    pub command_timeout: Duration,
    /// Whether customer profiles are read only when [`Extension::catch_up`](super::Extension::catch_up) asks for them,
    /// so that of many in a row the last alone costs anything. `false` at first: each is read when it comes.
    pub postpone_profiles: bool,
}

impl Default for ExtensionSettings {
    fn default() -> Self {
        Self {
            launch: Launch::default(),
            policy: OriginPolicy::default(),
            in_frame: true,
            parent_origin: None,
            authorize: true,
            connect_timeout: Duration::from_secs(5),
            command_timeout: Duration::from_secs(10),
            postpone_profiles: false,
        }
    }
}

impl ExtensionSettings {
    /// The parent's origin, if it is known and admitted.
    pub(super) fn admitted_parent(&self) -> Option<Origin> {
        self.parent_origin.as_deref().and_then(|origin| self.policy.admit(origin).ok())
    }
}
