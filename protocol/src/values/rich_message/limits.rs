//! The limits of the chat API.

/// The most elements of a rich message.
pub const ELEMENTS: usize = 10;
/// The most buttons of one element.
pub const BUTTONS: usize = 13;
