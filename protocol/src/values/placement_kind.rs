//! The places in the Agent App that an extension can run in.

use crate::wire::named;

/// A place in the Agent App where an extension can run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlacementKind {
    /// The details panel beside the chat, the sidebar.
    #[default]
    Details,
    /// Above the message input.
    MessageBox,
    /// A page of the extension's own.
    Fullscreen,
    /// The settings page of the app.
    Settings,
}

use PlacementKind::{Details, Fullscreen, MessageBox, Settings};

impl PlacementKind {
    /// All of them.
    pub const ALL: [Self; 4] = [Details, MessageBox, Fullscreen, Settings];

    /// The constructor for an extension in this placement, such as `Extension::message_box()`.
    #[must_use]
    pub const fn constructor(self) -> &'static str {
        match self {
            Self::Details => "Extension::details()",
            Self::MessageBox => "Extension::message_box()",
            Self::Fullscreen => "Extension::fullscreen()",
            Self::Settings => "Extension::settings()",
        }
    }
}

named!(PlacementKind, "placement" {
    Details = "details",
    MessageBox = "message-box",
    Fullscreen = "fullscreen",
    Settings = "settings",
});
