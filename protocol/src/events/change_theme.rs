//! The event for another theme.

use serde::Serialize;

use super::change::{Change, replace};
use crate::{
    values::Theme,
    wire::{Decode, DecodeError, Payload, Reader, deserialize_by_decode},
};

/// The agent switched the Agent App between light and dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct ChangeTheme {
    /// The new theme.
    pub theme: Theme,
}

impl Decode for ChangeTheme {
    fn decode<P: Payload>(from: &Reader<'_, P>) -> Result<Self, DecodeError> {
        Ok(Self { theme: from.required("theme")? })
    }
}

impl Change for ChangeTheme {
    type Part = Theme;

    fn change(self, theme: &mut Theme) -> bool {
        replace(theme, self.theme)
    }
}

deserialize_by_decode!(ChangeTheme);
