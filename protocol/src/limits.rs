//! How much of what the host sends is read. More than any real event has, and little enough
//! that a hostile page cannot make an extension slow or large.

/// The longest single text, in UTF-16 code units (bytes natively).
pub const TEXT: usize = 1 << 20;
/// The most items of one list, and the most members of one object whose names are not known.
pub const ITEMS: usize = 10_000;
/// The deepest nesting that [`crate::to_json`] follows.
pub const DEPTH: usize = 64;
/// The most values that [`crate::to_json`] copies.
pub const VALUES: usize = 100_000;
/// The most commands that wait for the connection.
pub const QUEUED_COMMANDS: usize = 256;
/// The most commands whose answer is awaited at once.
pub const PENDING_COMMANDS: usize = 4_096;
