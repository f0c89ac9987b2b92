//! The views of the Agent App.

use livechat_protocol::PlacementKind;

/// A view of the Agent App.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum View {
    /// Open chats.
    #[default]
    Chats,
    /// Closed chats.
    Archives,
    /// Visitors of the website.
    Visitors,
    /// HelpDesk tickets.
    Tickets,
    /// The host's reports.
    Reports,
    /// The fullscreen extension.
    Fullscreen,
    /// The settings extension.
    Settings,
}

impl View {
    pub(crate) const ALL: [Self; 7] =
        [Self::Chats, Self::Archives, Self::Visitors, Self::Tickets, Self::Reports, Self::Fullscreen, Self::Settings];
    /// The views that list customers.
    #[cfg(test)]
    pub(crate) const OF_CUSTOMERS: [Self; 3] = [Self::Chats, Self::Archives, Self::Visitors];

    /// The name in the address; for views with customers also the profile's `source`.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Chats => "chats",
            Self::Archives => "archives",
            Self::Visitors => "visitors",
            Self::Tickets => "tickets",
            Self::Reports => "reports",
            Self::Fullscreen => "fullscreen",
            Self::Settings => "settings",
        }
    }

    /// The name on screen.
    pub(crate) const fn title(self) -> &'static str {
        match self {
            Self::Chats => "Chats",
            Self::Archives => "Archives",
            Self::Visitors => "Visitors",
            Self::Tickets => "Tickets",
            Self::Reports => "Reports",
            Self::Fullscreen => "Apps",
            Self::Settings => "Settings",
        }
    }

    /// The extension that this view exists for.
    pub(crate) const fn placement(self) -> Option<PlacementKind> {
        match self {
            Self::Fullscreen => Some(PlacementKind::Fullscreen),
            Self::Settings => Some(PlacementKind::Settings),
            Self::Chats | Self::Archives | Self::Visitors | Self::Tickets | Self::Reports => None,
        }
    }

    /// Whether the view has a list, a conversation and the details panel, rather than a single page.
    pub(crate) const fn has_conversations(self) -> bool {
        matches!(self, Self::Chats | Self::Archives | Self::Visitors | Self::Tickets)
    }
}
