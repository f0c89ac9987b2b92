//! The state of one connection.

use crate::wire::{Link, Origin};

/// The state of one connection: a new connection replaces all of it.
pub(super) struct LiveConnection<P> {
    /// The host's origin, the only one that messages are posted to.
    pub(super) origin: Origin,
    /// Identifies the connection in messages of the trusted driver; the plain driver has none.
    pub(super) link: Option<Link>,
    /// The acknowledgement for all calls, encoded once.
    pub(super) acknowledgement: Option<P>,
    /// Whether `plugin_inited` has been sent.
    pub(super) inited: bool,
    /// Whether the host has been asked for the chats' messages.
    pub(super) watched: bool,
}

impl<P> LiveConnection<P> {
    /// A connection without any messages yet.
    pub(super) fn new(origin: Origin, link: Option<Link>) -> Self {
        Self { origin, link, acknowledgement: None, inited: false, watched: false }
    }
}
