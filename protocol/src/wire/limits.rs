//! Limits on what is decoded from the host: more than any real event has, and little enough that a hostile page
//! cannot make an extension slow or large.

/// The longest single text, in UTF-16 code units (bytes natively).
pub const TEXT: usize = 1 << 20;
/// The most text in one host value, in the same unit.
pub const TEXTS: usize = 1 << 22;
/// The longest name of a member whose name is not known in advance, in UTF-16 code units.
pub const NAME: usize = 256;
/// The longest path to a field in an error, in characters; longer ones are cut.
pub const FIELD: usize = 1_024;
/// The most items of one list, and the most members of one object whose names are not known in advance.
pub const ITEMS: usize = 10_000;
/// The deepest nesting that is decoded.
pub const DEPTH: usize = 64;
/// The most values that are decoded from one host value, including nested ones.
pub const VALUES: usize = 100_000;
/// The most messages that are buffered until the application has loaded, and the most events until it first renders.
pub const EARLY_MESSAGES: usize = 256;
/// The most commands that wait for the connection.
pub const QUEUED_COMMANDS: usize = 256;
/// The most commands whose answer is awaited at once.
pub const PENDING_COMMANDS: usize = 4_096;
/// The most messages of watched chats that are stored for components that mount later. Listeners receive every
/// message.
pub const MESSAGES: usize = 200;
/// The most text of the stored messages, in bytes. The latest message is always stored.
pub const MESSAGES_TEXT: usize = 1 << 21;
/// The most threads whose private mode an extension remembers: the oldest are forgotten first.
pub const THREADS: usize = 1_000;
/// The most data about one thread's private mode, in bytes of JSON.
pub const THREAD: usize = 1 << 10;
/// The most skipped fields that are noted for one event, and the most that a [`Connection`](crate::Connection) lists.
pub const SKIPPED_FIELDS: usize = 32;
