//! Outputs of an extension's end.

use super::connection::{CommandError, Refusal};
use crate::{
    events::{EventError, RawEvent, Slice},
    wire::Origin,
};

/// Identifies a command that was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CallId(pub(crate) u64);

/// A message for the host.
#[derive(Clone, Debug, PartialEq)]
pub struct Post<P> {
    /// The only origin that may read it.
    pub target: Origin,
    /// What to post.
    pub frame: P,
    /// Whether it may be posted later, together with others, but before any that cannot wait. Answers to events can
    /// wait: nothing depends on them.
    pub can_wait: bool,
}

/// What the driver of an [`Extension`](super::Extension) should do.
#[derive(Clone, Debug, PartialEq)]
pub enum Output<P> {
    /// Post this to the parent window.
    Post(Post<P>),
    /// An event arrived; the state already includes it.
    Event {
        /// The event.
        event: RawEvent<P>,
        /// Why the machine refused it. A driver that dispatches it later passes this to
        /// [`dispatching`](super::Extension::dispatching).
        refused: Option<EventError>,
    },
    /// This slice has changed.
    Changed(Slice),
    /// A command has ended. Every [`CallId`] gets exactly one of these.
    Settled {
        /// The command.
        call: CallId,
        /// The command's name.
        command: String,
        /// The outcome.
        result: Result<(), CommandError>,
    },
    /// A message was refused.
    Refused(Refusal),
    /// A field of an event could not be read and was left out.
    Skipped(EventError),
}
