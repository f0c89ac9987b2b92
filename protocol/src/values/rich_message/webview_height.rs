//! The height of a page that a button opens inside the chat.

use crate::wire::named;

/// How much of the chat the page of a [`Button::webview`](super::Button::webview) covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WebviewHeight {
    /// A small part: `compact`.
    Compact,
    /// A larger part: `tall`.
    Tall,
    /// The whole chat: `full`.
    Full,
}

named!(WebviewHeight, "webview height" { Compact = "compact", Tall = "tall", Full = "full" });
