//! How the conversation with the host stands.

use super::policy::OriginRefusal;
use crate::{
    events::EventError,
    values::InvalidArgument,
    wire::{DecodeError, Driver, Origin, RemoteError, limits},
};

/// How the conversation with the host stands, and what went wrong in it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Connection {
    /// Whether host and extension have found each other.
    pub state: ConnectionState,
    /// How many connections there have been. A host that was loaded again begins a new one, and knows nothing of
    /// what it was told before.
    pub number: u64,
    /// How many messages were refused. Messages of other windows than the parent count only if they play the host.
    pub refused: u64,
    /// The last message that was refused.
    pub last_refusal: Option<Refusal>,
    /// How many fields of events could not be read and were left out. The other fields of their events arrived.
    pub skipped: u64,
    /// The latest of these fields, oldest first; at most [`limits::SKIPPED_FIELDS`].
    pub last_skipped: Vec<EventError>,
    /// How many messages were dropped because there was no room for them: before the application had loaded, or
    /// before it first rendered.
    pub dropped: u64,
    /// How many commands failed.
    pub failed: u64,
    /// The last command that failed, whether or not anybody awaited it.
    pub last_failure: Option<FailedCommand>,
}

impl Connection {
    pub(crate) fn new(state: ConnectionState) -> Self {
        Self {
            state,
            number: 0,
            refused: 0,
            last_refusal: None,
            skipped: 0,
            last_skipped: Vec::new(),
            dropped: 0,
            failed: 0,
            last_failure: None,
        }
    }

    pub(crate) fn note_skipped(&mut self, field: EventError) {
        self.skipped += 1;
        if self.last_skipped.len() == limits::SKIPPED_FIELDS {
            self.last_skipped.remove(0);
        }
        self.last_skipped.push(field);
    }
}

/// Whether host and extension have found each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConnectionState {
    /// Waiting for the host.
    Connecting,
    /// Host and extension talk to each other. With the plain driver, which has no handshake, it is enough that the
    /// browser names a parent window that is admitted: such a host may have nothing to say for long.
    Connected {
        /// The host's origin, to which alone the extension posts.
        origin: Origin,
        /// The wire format.
        driver: Driver,
    },
    /// There is no connection. It still comes about if the host speaks later.
    Failed(ConnectError),
    /// The page is not in a frame: there is no host to talk to.
    NotInFrame,
}

/// Why there is no connection.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ConnectError {
    /// The host has not spoken.
    #[error("the host did not answer within {seconds} s: open the extension inside the LiveChat Agent App")]
    TimedOut {
        /// How long was waited, in whole seconds.
        seconds: u64,
    },
    /// Only pages spoke that an extension does not talk to.
    #[error("the page around the extension is \"{origin}\", which {reason}")]
    Refused {
        /// The origin that spoke last.
        origin: String,
        /// Why it is not talked to.
        reason: OriginRefusal,
    },
}

/// A message that was refused: where from and why.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("refused a message from \"{origin}\": {reason}")]
pub struct Refusal {
    /// The sender's origin as the browser gave it, cut to 256 characters.
    pub origin: String,
    /// Why it was refused.
    pub reason: RefusalReason,
}

/// Why a message was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RefusalReason {
    /// A script made the event; the browser did not deliver it.
    #[error("the event was dispatched by a script")]
    Untrusted,
    /// A sibling, a child, a popup or the page itself sent it, in the form of a host's message.
    #[error("the sender is not the window around the extension")]
    NotParent,
    /// The sender's origin is not admitted.
    #[error("its origin {0}")]
    Origin(#[from] OriginRefusal),
    /// The browser could not read it: it holds what does not exist on this side.
    #[error("the browser could not read it")]
    Unreadable,
    /// It bears the mark of a frame and has another shape.
    #[error("the message is malformed: {0}")]
    Frame(#[from] DecodeError),
    /// It belongs to another connection than the present one.
    #[error("the message belongs to another connection")]
    OtherConnection,
    /// It is neither a frame nor an event for an extension.
    #[error("it is neither a protocol message nor a `livechat:` event")]
    NotForUs,
    /// It is a known event with data that cannot be read.
    #[error(transparent)]
    Event(#[from] EventError),
}

/// A command that failed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("command `{command}`: {error}")]
pub struct FailedCommand {
    /// The command's name.
    pub command: String,
    /// Why it failed.
    pub error: CommandError,
}

/// Why a command failed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CommandError {
    /// Its data are invalid: it was not sent.
    #[error(transparent)]
    Invalid(#[from] InvalidArgument),
    /// The host answered with an error.
    #[error("the host refused it: {0}")]
    Refused(#[from] RemoteError),
    /// The host did not answer in time. It may have carried the command out all the same.
    #[error("the host did not answer in time, but may have carried it out")]
    TimedOut,
    /// There was no connection in time; the command was not sent and will not be.
    #[error("there was no connection in time, so it was not sent")]
    NotConnected,
    /// The host began a new connection before it answered.
    #[error("the host reconnected before it answered: send it again if you still need it")]
    Interrupted,
    /// Too many commands wait already.
    #[error("too many commands are waiting: await some before you send more")]
    QueueFull,
    /// The page is not in a frame.
    #[error("the page is not in an iframe: open it inside the LiveChat Agent App")]
    NotInFrame,
    /// The extension was taken down before the host answered.
    #[error("the extension was shut down before the host answered")]
    Closed,
}
