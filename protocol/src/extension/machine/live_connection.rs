//! What lives as long as one connection.

use crate::wire::{Link, Origin};

/// What lives as long as one connection: a new one replaces all of it.
pub(super) struct LiveConnection<P> {
    /// The host's origin, the only one that is posted to.
    pub(super) origin: Origin,
    /// Names the connection in the frames of the trusted driver; the plain driver has no frames.
    pub(super) link: Option<Link>,
    /// The answer that all calls get, written for one of them.
    pub(super) acknowledgement: Option<P>,
    /// Whether `plugin_inited` has been sent.
    pub(super) inited: bool,
    /// Whether the host has been asked for the chats' messages.
    pub(super) watched: bool,
}

impl<P> LiveConnection<P> {
    /// A connection on which nothing has been said.
    pub(super) fn new(origin: Origin, link: Option<Link>) -> Self {
        Self { origin, link, acknowledgement: None, inited: false, watched: false }
    }
}
