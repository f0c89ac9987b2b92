//! The properties of a message besides its data.

/// What the browser reports about a message besides its data.
#[derive(Clone, Copy, Debug)]
pub struct Envelope<'a> {
    /// `event.origin`.
    pub origin: &'a str,
    /// Whether `event.source` is the parent window.
    pub from_parent: bool,
    /// `event.isTrusted`.
    pub is_trusted: bool,
}

/// How a message was handled before the application had loaded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// The handshake or call has been answered, and its connection was the current one at that time.
    pub answered: bool,
}

/// What was done before the application had loaded, apart from individual messages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TakeOver {
    /// The origins that `plugin_inited` was sent to on the current connection: none or one, or both of
    /// [`LIKELY_HOSTS`](crate::LIKELY_HOSTS).
    pub inited_at: Vec<String>,
    /// The number of messages that were dropped for lack of room.
    pub dropped: u64,
}
