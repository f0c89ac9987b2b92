//! The state of the conversation with the host.

use super::policy::OriginRefusal;
use crate::{
    events::EventError,
    values::InvalidArgument,
    wire::{DecodeError, Driver, Origin, RemoteError, limits},
};

/// The state of the conversation with the host, and what went wrong in it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Connection {
    /// The state of the connection.
    pub state: ConnectionState,
    /// The number of connections so far. A host that was reloaded begins a new one, and has no memory of the previous
    /// one.
    pub number: u64,
    /// The number of refused messages. Messages from windows other than the parent count only if they imitate the
    /// host.
    pub refused: u64,
    /// The last refused message.
    pub last_refusal: Option<Refusal>,
    /// The number of event fields that could not be read and were left out. The other fields of those events are
    /// available.
    pub skipped: u64,
    /// The latest of these fields, oldest first; at most [`limits::SKIPPED_FIELDS`].
    pub last_skipped: Vec<EventError>,
    /// The number of messages that were dropped for lack of room, before the application had loaded or first
    /// rendered.
    pub dropped: u64,
    /// The number of failed commands.
    pub failed: u64,
    /// The last failed command, whether or not it was awaited.
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

/// The state of the connection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConnectionState {
    /// Waiting for the host.
    Connecting,
    /// Host and extension are communicating. With the plain driver, which has no handshake, it is enough that the
    /// browser reports an admitted parent window: such a host may send nothing for a long time.
    Connected {
        /// The host's origin, the only one that the extension posts to.
        origin: Origin,
        /// The wire format.
        driver: Driver,
    },
    /// There is no connection. One is still established if the host sends a message later.
    Failed(ConnectError),
    /// The page is not in an iframe: there is no host.
    NotInFrame,
}

/// Why there is no connection.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ConnectError {
    /// The host has not sent anything.
    #[error("the host did not answer within {seconds} s: open the extension inside the LiveChat Agent App")]
    TimedOut {
        /// How long the extension has waited, in whole seconds.
        seconds: u64,
    },
    /// Only pages that the extension does not accept have sent messages.
    #[error("the page around the extension is \"{origin}\", which {reason}")]
    Refused {
        /// The origin of the latest message.
        origin: String,
        /// Why it is not accepted.
        reason: OriginRefusal,
    },
}

/// A refused message: its origin and the reason.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("refused a message from \"{origin}\": {reason}")]
pub struct Refusal {
    /// The sender's origin as reported by the browser, cut to 256 characters.
    pub origin: String,
    /// Why it was refused.
    pub reason: RefusalReason,
}

/// Why a message was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RefusalReason {
    /// A script dispatched the event; the browser did not deliver it.
    #[error("the event was dispatched by a script")]
    Untrusted,
    /// A sibling, a child, a popup or the page itself sent it, in the form of a host's message.
    #[error("the sender is not the window around the extension")]
    NotParent,
    /// The sender's origin is not admitted.
    #[error("its origin {0}")]
    Origin(#[from] OriginRefusal),
    /// The browser could not read it: it contains something that does not exist on this side.
    #[error("the browser could not read it")]
    Unreadable,
    /// It is marked as a protocol message but has another shape.
    #[error("the message is malformed: {0}")]
    Frame(#[from] DecodeError),
    /// It belongs to a connection other than the current one.
    #[error("the message belongs to another connection")]
    OtherConnection,
    /// It is neither a protocol message nor an event for an extension.
    #[error("it is neither a protocol message nor a `livechat:` event")]
    NotForUs,
    /// It is a known event whose data cannot be read.
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
    /// Its data is invalid, so it was not sent.
    #[error(transparent)]
    Invalid(#[from] InvalidArgument),
    /// The host answered with an error.
    #[error("the host refused it: {0}")]
    Refused(#[from] RemoteError),
    /// The host did not answer in time. It may still have carried out the command.
    #[error("the host did not answer in time, but may have carried it out")]
    TimedOut,
    /// There was no connection in time; the command was not sent and will not be.
    #[error("there was no connection in time, so it was not sent")]
    NotConnected,
    /// The host began a new connection before it answered.
    #[error("the host reconnected before it answered: send it again if you still need it")]
    Interrupted,
    /// Too many commands are waiting.
    #[error("too many commands are waiting: await some before you send more")]
    QueueFull,
    /// The page is not in an iframe.
    #[error("the page is not in an iframe: open it inside the LiveChat Agent App")]
    NotInFrame,
    /// The extension was shut down before the host answered.
    #[error("the extension was shut down before the host answered")]
    Closed,
}
