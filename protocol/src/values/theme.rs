//! Light and dark.

use crate::wire::named;

/// The Agent App's theme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Theme {
    /// Dark text on a light page.
    #[default]
    Light,
    /// Light text on a dark page.
    Dark,
}

named!(Theme, "theme" { Light = "light", Dark = "dark" });
