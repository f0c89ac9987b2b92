//! The extension's session with its own server, in the basic authorization flow.

use crate::wire::Id;

/// Where the basic authorization flow stands.
///
/// In that flow the host posts to `/authorize/` on the extension's origin, and tells the extension how it went.
/// UNVERIFIED: newer hosts may never do so; the session then stays [`Pending`](Self::Pending).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Session {
    /// The host has not said yet how the authorization went.
    #[default]
    Pending,
    /// The extension's server answered with a session.
    Authorized {
        /// The session's id, if the host passed it on.
        id: Option<Id>,
    },
    /// The extension's server refused the agent, or the host refused to ask it again. A request that only failed
    /// leaves the session pending; the failure is in the connection's `last_failure`.
    Refused,
    /// The extension authorizes on its own, as by Sign in with LiveChat; the host's flow is not waited for.
    HandledByApp,
}

impl Session {
    /// Replaces the session. Returns whether it was another one: an extension that authorizes on its own has none from
    /// the host.
    pub(crate) fn replace(&mut self, session: Self) -> bool {
        let changed = *self != Self::HandledByApp && *self != session;
        if changed {
            *self = session;
        }
        changed
    }

    /// The session's id, while there is one.
    #[must_use]
    pub fn id(&self) -> Option<&Id> {
        match self {
            Self::Authorized { id } => id.as_ref(),
            Self::Pending | Self::Refused | Self::HandledByApp => None,
        }
    }
}
