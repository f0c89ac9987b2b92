//! The height of a page that a button opens inside the chat.

use crate::wire::{Decode, DecodeError, Encode, Payload, Reader, named};

/// How much of the chat the page of a [`Button::webview`](super::Button::webview) covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WebviewHeight {
    /// The least: `compact`.
    Compact,
    /// More of it: `tall`.
    Tall,
    /// The whole chat: `full`.
    Full,
}

named!(WebviewHeight, "webview height" { Compact = "compact", Tall = "tall", Full = "full" });

impl Encode for WebviewHeight {
    fn encode<P: Payload>(&self) -> P {
        P::text(self.as_str())
    }
}

impl Decode for WebviewHeight {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        Self::from_name(&from.text()?).ok_or_else(|| from.error("`compact`, `tall` or `full`"))
    }
}
