//! What a host's end wants done.

use crate::{commands::ReceivedCommand, wire::RemoteError};

/// Names one event that was pushed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PushId(pub(crate) i64);

/// What a [`Host`](super::Host) wants done by whoever drives it.
#[derive(Clone, Debug, PartialEq)]
pub enum HostOutput<P> {
    /// Post this to the frame.
    Post(P),
    /// The extension answered the handshake.
    Connected,
    /// The extension did not answer within 3 s; the host does not try again until the frame is loaded again.
    GaveUp,
    /// The extension sent a command.
    Command(ReceivedCommand<P>),
    /// The extension acknowledged an event, or refused it.
    Acknowledged {
        /// Which event.
        push: PushId,
        /// How it was taken.
        result: Result<(), RemoteError>,
    },
    /// A message was left aside: it is not of this conversation, or answers nothing that waits for an answer.
    Ignored,
}
