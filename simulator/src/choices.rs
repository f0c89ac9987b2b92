//! What the person has chosen, kept in the page's address so that a reload or a link keeps it.

use std::fmt::Write as _;

use livechat_protocol::{Driver, Theme};

/// A view of the Agent App that has customers in it.
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
}

impl View {
    pub(crate) const ALL: [Self; 3] = [Self::Chats, Self::Archives, Self::Visitors];

    /// The name in the address, which is also the profile's `source`.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Chats => "chats",
            Self::Archives => "archives",
            Self::Visitors => "visitors",
        }
    }

    /// The name on screen.
    pub(crate) const fn title(self) -> &'static str {
        match self {
            Self::Chats => "Chats",
            Self::Archives => "Archives",
            Self::Visitors => "Visitors",
        }
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

/// Everything that was chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Choices {
    pub(crate) view: View,
    /// The id of the customer whose profile is open.
    pub(crate) customer: Option<String>,
    pub(crate) driver: Driver,
    pub(crate) theme: Theme,
    pub(crate) authorization: Authorization,
    /// Whether the drawer with the frames is open.
    pub(crate) frames: bool,
}

impl Default for Choices {
    fn default() -> Self {
        Self {
            view: View::default(),
            customer: None,
            driver: Driver::default(),
            theme: Theme::default(),
            authorization: Authorization::default(),
            frames: true,
        }
    }
}

const NAMES: [&str; 6] = ["view", "customer", "driver", "theme", "authorization", "frames"];

impl Choices {
    /// Reads a query string; what it does not say, or says wrongly, is the default.
    pub(crate) fn from_query(query: &str) -> Self {
        let default = Self::default();
        let get = |wanted: &str| parameters(query).find(|(name, _)| *name == wanted).map(|(_, value)| value);
        Self {
            view: get("view")
                .and_then(|name| View::ALL.into_iter().find(|view| view.name() == name))
                .unwrap_or_default(),
            customer: get("customer").filter(|id| !id.is_empty()).map(str::to_owned),
            driver: match get("driver") {
                Some("plain") => Driver::Plain,
                _ => Driver::Trusted,
            },
            theme: get("theme").and_then(Theme::parse).unwrap_or_default(),
            authorization: get("authorization")
                .and_then(|name| Authorization::ALL.into_iter().find(|authorization| authorization.name() == name))
                .unwrap_or_default(),
            frames: get("frames").map_or(default.frames, |state| state != "folded"),
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
        for (name, value) in parameters(present).filter(|(name, _)| !NAMES.contains(name)) {
            add(name, value);
        }
        if self.view != default.view {
            add("view", self.view.name());
        }
        if let Some(customer) = &self.customer {
            add("customer", customer);
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
        if !self.frames {
            add("frames", "folded");
        }
        query
    }
}

/// The parameters as they stand there. The simulator's own values need no escaping, and others are left as they are.
fn parameters(query: &str) -> impl Iterator<Item = (&str, &str)> {
    let query = query.strip_prefix('?').unwrap_or(query);
    query.split('&').filter(|part| !part.is_empty()).map(|part| part.split_once('=').unwrap_or((part, "")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_survive_the_address() {
        let choices = Choices {
            view: View::Archives,
            customer: Some("C7".to_owned()),
            driver: Driver::Plain,
            theme: Theme::Dark,
            authorization: Authorization::None,
            frames: false,
        };
        assert_eq!(Choices::from_query(&choices.to_query("")), choices);
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
