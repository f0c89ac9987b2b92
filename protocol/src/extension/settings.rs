//! The settings of an extension's end.

use std::time::Duration;

use super::{launch::Launch, policy::OriginPolicy};
use crate::wire::Origin;

/// The settings of an [`Extension`](super::Extension).
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ExtensionSettings {
    /// The parameters of the extension's URL.
    pub launch: Launch,
    /// Which origins are accepted.
    pub policy: OriginPolicy,
    /// Whether there is a window around the page.
    pub in_frame: bool,
    /// The origin of the window around the page, if the browser reports it. The plain driver may post to it before
    /// the host has sent anything, if the policy admits it.
    pub parent_origin: Option<String>,
    /// Whether to wait for the host's authorization flow; `false` is the JavaScript API's `init({authorize: false})`.
    pub authorize: bool,
    /// How long to wait for a host before [`ConnectError::TimedOut`](crate::ConnectError::TimedOut) is reported. 5 s
    /// by default.
    pub connect_timeout: Duration,
    /// How long a command may take, from the call to the answer. 10 s by default.
    pub command_timeout: Duration,
    /// Whether customer profiles are decoded only when [`Extension::catch_up`](super::Extension::catch_up) requests
    /// them, so that of many in a row only the last costs anything. `false` by default: each is decoded when it
    /// arrives.
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
