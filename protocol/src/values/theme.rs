//! Light and dark.

use serde::Serialize;

use crate::wire::{Decode, DecodeError, Payload, Reader, deserialize_by_decode};

/// The Agent App's theme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// Dark text on a light page.
    #[default]
    Light,
    /// Light text on a dark page.
    Dark,
}

impl Theme {
    /// The theme's name, as on the wire.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme of that name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        match name {
            "light" => Some(Self::Light),
            "dark" => Some(Self::Dark),
            _ => None,
        }
    }
}

impl Decode for Theme {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        Self::parse(&from.text()?).ok_or_else(|| from.error("`light` or `dark`"))
    }
}

deserialize_by_decode!(Theme);
