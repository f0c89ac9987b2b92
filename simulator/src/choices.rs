//! What the person has chosen, kept in the page's address so that a reload or a link keeps it.

use std::fmt::Write as _;

use livechat_protocol::{Driver, PlacementKind, Theme};

use crate::query;

/// A view of the Agent App.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum View {
    /// Chats under way.
    #[default]
    Chats,
    /// Chats that have ended.
    Archives,
    /// People on the web site.
    Visitors,
    /// HelpDesk's tickets.
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
    /// Those that have customers in them.
    pub(crate) const OF_CUSTOMERS: [Self; 3] = [Self::Chats, Self::Archives, Self::Visitors];

    /// The name in the address; of those with customers it is also the profile's `source`.
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

    /// Which extension it is there for.
    pub(crate) const fn placement(self) -> Option<PlacementKind> {
        match self {
            Self::Fullscreen => Some(PlacementKind::Fullscreen),
            Self::Settings => Some(PlacementKind::Settings),
            Self::Chats | Self::Archives | Self::Visitors | Self::Tickets | Self::Reports => None,
        }
    }

    /// Whether it has a list, a conversation and the details panel, or else is a page of its own.
    pub(crate) const fn has_conversations(self) -> bool {
        matches!(self, Self::Chats | Self::Archives | Self::Visitors | Self::Tickets)
    }
}

/// How the authorization flow ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Authorization {
    /// As the extension's server answers.
    #[default]
    Accepted,
    /// `authorize_error`, without asking anybody.
    Refused,
    /// No event at all.
    None,
}

impl Authorization {
    pub(crate) const ALL: [Self; 3] = [Self::Accepted, Self::Refused, Self::None];

    /// The name in the address.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Refused => "refused",
            Self::None => "none",
        }
    }

    /// The name on screen.
    pub(crate) const fn title(self) -> &'static str {
        match self {
            Self::Accepted => "Accepted",
            Self::Refused => "Refused",
            Self::None => "None",
        }
    }
}

/// What is drawn at the foot of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Drawer {
    /// Every frame that went by.
    Frames,
    /// What the extensions told of themselves.
    Activity,
}

/// Everything that was chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Choices {
    pub(crate) view: View,
    /// The id of the customer whose profile is open.
    pub(crate) customer: Option<String>,
    /// The id of the ticket that is open.
    pub(crate) ticket: Option<String>,
    pub(crate) driver: Driver,
    pub(crate) theme: Theme,
    pub(crate) authorization: Authorization,
    /// What the drawer shows; nothing if it is folded.
    pub(crate) drawer: Option<Drawer>,
    /// Whether the message box extension is open.
    pub(crate) message_box: bool,
    /// The Agent App's own query string, for the event `page_data`.
    pub(crate) page: String,
}

impl Default for Choices {
    fn default() -> Self {
        Self {
            view: View::default(),
            customer: None,
            ticket: None,
            driver: Driver::default(),
            theme: Theme::default(),
            authorization: Authorization::default(),
            drawer: Some(Drawer::Frames),
            message_box: false,
            page: String::new(),
        }
    }
}

const NAMES: [&str; 9] =
    ["view", "customer", "ticket", "driver", "theme", "authorization", "frames", "messagebox", "page"];

impl Choices {
    /// Reads a query string; what it does not say, or says wrongly, is the default.
    pub(crate) fn from_query(query: &str) -> Self {
        let default = Self::default();
        let get = |wanted: &str| query::parts(query).find(|(name, _)| *name == wanted).map(|(_, value)| value);
        let id = |name: &str| get(name).filter(|id| !id.is_empty()).map(str::to_owned);
        Self {
            view: get("view")
                .and_then(|name| View::ALL.into_iter().find(|view| view.name() == name))
                .unwrap_or_default(),
            customer: id("customer"),
            ticket: id("ticket"),
            driver: match get("driver") {
                Some("plain") => Driver::Plain,
                _ => Driver::Trusted,
            },
            theme: get("theme").and_then(Theme::parse).unwrap_or_default(),
            authorization: get("authorization")
                .and_then(|name| Authorization::ALL.into_iter().find(|authorization| authorization.name() == name))
                .unwrap_or_default(),
            drawer: match get("frames") {
                Some("folded") => None,
                Some("activity") => Some(Drawer::Activity),
                _ => default.drawer,
            },
            message_box: get("messagebox") == Some("open"),
            page: get("page").map(query::decode).unwrap_or_default(),
        }
    }

    /// Writes a query string that keeps the parameters that are not the simulator's; defaults are left out.
    pub(crate) fn to_query(&self, present: &str) -> String {
        let default = Self::default();
        let mut query = String::new();
        let mut add = |name: &str, value: &str| {
            let mark = if query.is_empty() { '?' } else { '&' };
            // Writing to a string does not fail.
            let _ = write!(query, "{mark}{name}={value}");
        };
        // Others' parameters are left as they are; of the simulator's own values, one alone needs escaping.
        for (name, value) in query::parts(present).filter(|(name, _)| !NAMES.contains(name)) {
            add(name, value);
        }
        if self.view != default.view {
            add("view", self.view.name());
        }
        if let Some(customer) = &self.customer {
            add("customer", customer);
        }
        if let Some(ticket) = &self.ticket {
            add("ticket", ticket);
        }
        if self.driver != default.driver {
            add("driver", self.driver.name());
        }
        if self.theme != default.theme {
            add("theme", self.theme.name());
        }
        if self.authorization != default.authorization {
            add("authorization", self.authorization.name());
        }
        match self.drawer {
            None => add("frames", "folded"),
            Some(Drawer::Activity) => add("frames", "activity"),
            Some(Drawer::Frames) => {}
        }
        if self.message_box {
            add("messagebox", "open");
        }
        if !self.page.is_empty() {
            add("page", &query::encode(&self.page));
        }
        query
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_survive_the_address() {
        let choices = Choices {
            view: View::Archives,
            customer: Some("C7".to_owned()),
            ticket: Some("T7".to_owned()),
            driver: Driver::Plain,
            theme: Theme::Dark,
            authorization: Authorization::None,
            drawer: None,
            message_box: true,
            page: "order=A-20418&who=Zoë+B".to_owned(),
        };
        assert_eq!(Choices::from_query(&choices.to_query("")), choices);
        for view in View::ALL {
            let choices = Choices { view, drawer: Some(Drawer::Activity), ..Choices::default() };
            assert_eq!(Choices::from_query(&choices.to_query("")), choices);
        }
    }

    #[test]
    fn defaults_leave_the_address_clean_and_others_parameters_stay() {
        assert_eq!(Choices::default().to_query("?theme=dark"), "");
        assert_eq!(Choices::default().to_query("?mine=a%20b&view=archives"), "?mine=a%20b");
    }

    #[test]
    fn nonsense_is_the_default() {
        assert_eq!(Choices::from_query("?view=moon&&theme&driver=&authorization=%"), Choices::default());
    }
}
