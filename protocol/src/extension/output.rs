//! What an extension's end wants done.

use super::connection::{CommandError, Refusal};
use crate::{
    events::{EventError, RawEvent, Slice},
    wire::Origin,
};

/// Names one command that was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CallId(pub(crate) u64);

/// A frame for the host.
#[derive(Clone, Debug, PartialEq)]
pub struct Post<P> {
    /// The only origin that may read it.
    pub target: Origin,
    /// What to post.
    pub frame: P,
    /// Whether it may be posted later, together with others of its kind, though before those that cannot wait. An answer
    /// to an event can: nothing waits for it.
    pub can_wait: bool,
}

/// What an [`Extension`](super::Extension) wants done by whoever drives it.
#[derive(Clone, Debug, PartialEq)]
pub enum Output<P> {
    /// Post this to the parent window.
    Post(Post<P>),
    /// An event came; it has been taken into the state already.
    Event {
        /// The event.
        event: RawEvent<P>,
        /// Why the machine refused it. A driver that dispatches it later passes this to
        /// [`dispatching`](super::Extension::dispatching).
        refused: Option<EventError>,
    },
    /// This slice has changed.
    Changed(Slice),
    /// A command has come to its end. Every [`CallId`] gets exactly one of these.
    Settled {
        /// Which one.
        call: CallId,
        /// The command's name.
        command: String,
        /// How it ended.
        result: Result<(), CommandError>,
    },
    /// A message was refused.
    Refused(Refusal),
    /// A field of an event could not be read and was left out.
    Skipped(EventError),
}
