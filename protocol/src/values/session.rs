//! The extension's session with its own server, in the basic authorization flow.

use crate::wire::Id;

/// The state of the basic authorization flow.
///
/// In that flow the host posts to `/authorize/` on the extension's origin, and reports the result to the extension.
/// UNVERIFIED (authorize-sent): newer hosts may never do so; the session then stays [`Pending`](Self::Pending).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Session {
    /// The host has not reported a result yet.
    #[default]
    Pending,
    /// The extension's server answered with a session.
    Authorized {
        /// The session's id, if the host passed it on.
        id: Option<Id>,
    },
    /// The extension's server refused the agent, or the host refused to ask it again. If a request merely failed, the
    /// session stays pending; the failure is in the connection's `last_failure`.
    Refused,
    /// The extension handles authorization itself, for example with Sign in with LiveChat; the host's flow is not
    /// waited for.
    HandledByApp,
}

impl Session {
    /// Replaces the session. Returns whether that changed it: an extension that handles authorization itself ignores
    /// the host's session.
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
