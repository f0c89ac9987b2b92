//! What is known of a message besides its data.

/// What the browser says of a message besides its data.
#[derive(Clone, Copy, Debug)]
pub struct Envelope<'a> {
    /// `event.origin`.
    pub origin: &'a str,
    /// Whether `event.source` is the parent window.
    pub from_parent: bool,
    /// `event.isTrusted`.
    pub is_trusted: bool,
}

/// What was done about a message before the application had loaded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// The handshake or call has been answered, and its connection was the present one at that time.
    pub answered: bool,
}

/// What was done before the application had loaded, besides each message.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TakeOver {
    /// The origin that `plugin_inited` was sent to on the present connection, if it was sent.
    pub inited_at: Option<String>,
    /// How many messages there was no room for.
    pub dropped: u64,
}
