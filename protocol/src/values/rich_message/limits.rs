//! The limits of the chat API.

/// The maximum number of elements in a rich message.
pub const ELEMENTS: usize = 10;
/// The maximum number of buttons in one element.
pub const BUTTONS: usize = 13;
