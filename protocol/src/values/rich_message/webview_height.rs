//! The height of a page that a button opens inside the chat.

use crate::wire::{Decode, DecodeError, Encode, Payload, Reader};

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

impl WebviewHeight {
    /// The height's name on the wire.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Compact => "compact",
            Self::Tall => "tall",
            Self::Full => "full",
        }
    }
}

impl Encode for WebviewHeight {
    fn encode<P: Payload>(&self) -> P {
        P::text(self.name())
    }
}

impl Decode for WebviewHeight {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        match from.text()?.as_str() {
            "compact" => Ok(Self::Compact),
            "tall" => Ok(Self::Tall),
            "full" => Ok(Self::Full),
            _ => Err(from.error("`compact`, `tall` or `full`")),
        }
    }
}
