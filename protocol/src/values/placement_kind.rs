//! The places in the Agent App that an extension can stand in.

/// A place in the Agent App that an extension can stand in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlacementKind {
    /// The details panel beside the chat, the sidebar.
    #[default]
    Details,
    /// Above the message input.
    MessageBox,
    /// A page of its own.
    Fullscreen,
    /// The settings page of the app.
    Settings,
}

use PlacementKind::{Details, Fullscreen, MessageBox, Settings};

/// Which placements have a command, by the official SDKs. Commands that all placements have are not listed: `track`, and
/// those of payments, toasts, the support chat and properties. HelpDesk's details and fullscreen have these as well, by the
/// changelog of `@livechat/helpdesk-sdk` 1.5.0 in the repository `livechat/products-sdk`; the registry has 1.0.3.
const COMMANDS: [(&str, &[PlacementKind]); 11] = [
    ("plugin_loaded", &[Details]),
    ("put_message", &[Details]),
    ("watch_messages", &[Details]),
    ("customer_details_section", &[Details]),
    ("put_messagebox_message", &[MessageBox]),
    ("send_quick_replies", &[Details, MessageBox]),
    ("send_cards", &[Details, MessageBox]),
    ("set_fullscreen_widget_notification_badge", &[Fullscreen]),
    ("navigate_from_fullscreen_widget", &[Fullscreen]),
    ("set_reports_filters", &[Fullscreen]),
    ("redirect", &[Settings]),
];

impl PlacementKind {
    /// All of them.
    pub const ALL: [Self; 4] = [Details, MessageBox, Fullscreen, Settings];

    /// The name in code and in addresses, as `message-box`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Details => "details",
            Self::MessageBox => "message-box",
            Self::Fullscreen => "fullscreen",
            Self::Settings => "settings",
        }
    }

    /// The placement of that name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|placement| placement.name() == name)
    }

    /// What starts an extension there, as `Extension::message_box()`.
    #[must_use]
    pub const fn constructor(self) -> &'static str {
        match self {
            Self::Details => "Extension::details()",
            Self::MessageBox => "Extension::message_box()",
            Self::Fullscreen => "Extension::fullscreen()",
            Self::Settings => "Extension::settings()",
        }
    }

    /// Whether an extension there has this command, by its name on the wire. What is not known counts as had.
    #[must_use]
    pub fn has_command(self, command: &str) -> bool {
        COMMANDS.iter().find(|(name, _)| *name == command).is_none_or(|(_, placements)| placements.contains(&self))
    }
}
