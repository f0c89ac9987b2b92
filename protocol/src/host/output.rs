//! Outputs of a host's end.

use crate::{commands::ReceivedCommand, wire::RemoteError};

/// Identifies an event that was pushed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PushId(pub(crate) i64);

/// What the driver of a [`Host`](super::Host) should do.
#[derive(Clone, Debug, PartialEq)]
pub enum HostOutput<P> {
    /// Post this to the iframe.
    Post(P),
    /// The extension answered the handshake.
    Connected,
    /// The extension did not answer within 3 s; the host does not try again until the iframe is reloaded.
    GaveUp,
    /// The extension sent a command.
    Command(ReceivedCommand<P>),
    /// The extension acknowledged an event, or refused it.
    Acknowledged {
        /// The event.
        push: PushId,
        /// The outcome.
        result: Result<(), RemoteError>,
    },
    /// A message was ignored: it does not belong to this conversation, or answers nothing that waits for an answer.
    Ignored,
}
