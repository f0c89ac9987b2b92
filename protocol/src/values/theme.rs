//! Light and dark.

use serde::Serialize;

use crate::wire::{Decode, DecodeError, Payload, Reader, deserialize_by_decode, named};

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

named!(Theme, "theme" { Light = "light", Dark = "dark" });

impl Decode for Theme {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        Self::from_name(&from.text()?).ok_or_else(|| from.error("`light` or `dark`"))
    }
}

deserialize_by_decode!(Theme);
