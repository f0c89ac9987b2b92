//! What the person has chosen, kept in the page's address so that a reload or a link keeps it.

use std::{fmt::Write as _, time::Duration};

use livechat_protocol::{Driver, Faults, PlacementKind, Theme, scenario::Pace};

use crate::{
    filter::{Filter, Show},
    query,
    size::{DRAWER, PANEL},
};

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
    #[cfg(test)]
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

/// One of the tabs of the details panel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Tab {
    /// What the host knows of the customer.
    Customer,
    /// The extension.
    #[default]
    Extension,
}

/// What is drawn at the foot of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Drawer {
    /// Every frame that went by.
    Frames,
    /// What is wrong with the host, and events of one's own.
    Faults,
    /// What is recorded and played.
    Scenario,
    /// What the extensions told of themselves.
    Activity,
}

impl Drawer {
    pub(crate) const ALL: [Self; 4] = [Self::Frames, Self::Faults, Self::Scenario, Self::Activity];

    /// The name in the address.
    const fn name(self) -> &'static str {
        match self {
            Self::Frames => "frames",
            Self::Faults => "faults",
            Self::Scenario => "scenario",
            Self::Activity => "activity",
        }
    }
}

/// How fast a scenario is played.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum PaceChoice {
    #[default]
    AsRecorded,
    Tenfold,
    Stepwise,
}

impl PaceChoice {
    pub(crate) const ALL: [Self; 3] = [Self::AsRecorded, Self::Tenfold, Self::Stepwise];

    /// The name in the address.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::AsRecorded => "1",
            Self::Tenfold => "10",
            Self::Stepwise => "step",
        }
    }

    /// The name on screen.
    pub(crate) const fn title(self) -> &'static str {
        match self {
            Self::AsRecorded => "1×",
            Self::Tenfold => "10×",
            Self::Stepwise => "Step by step",
        }
    }
}

impl From<PaceChoice> for Pace {
    fn from(choice: PaceChoice) -> Self {
        match choice {
            PaceChoice::AsRecorded => Self::Times(1),
            PaceChoice::Tenfold => Self::Times(10),
            PaceChoice::Stepwise => Self::Stepwise,
        }
    }
}

/// Everything that was chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Choices {
    pub(crate) view: View,
    /// The id of the customer whose profile is open.
    pub(crate) customer: Option<String>,
    /// The id of the ticket that is open.
    pub(crate) ticket: Option<String>,
    pub(crate) tab: Tab,
    pub(crate) driver: Driver,
    pub(crate) theme: Theme,
    pub(crate) authorization: Authorization,
    pub(crate) faults: Faults,
    /// Whether extensions are loaded from the simulator's own origin, although it has another name.
    pub(crate) same_origin: bool,
    /// What the drawer shows; nothing if it is folded.
    pub(crate) drawer: Option<Drawer>,
    /// Which entries of the log are shown.
    pub(crate) filter: Filter,
    /// Whether the message box extension is open.
    pub(crate) message_box: bool,
    /// The width of the extension in the details panel, in pixels.
    pub(crate) panel_width: u32,
    /// The height of the drawer, in pixels.
    pub(crate) drawer_height: u32,
    /// The Agent App's own query string, for the event `page_data`.
    pub(crate) page: String,
    /// The address of the scenario that is played.
    pub(crate) scenario: Option<String>,
    pub(crate) pace: PaceChoice,
}

impl Default for Choices {
    fn default() -> Self {
        Self {
            view: View::default(),
            customer: None,
            ticket: None,
            tab: Tab::default(),
            driver: Driver::default(),
            theme: Theme::default(),
            authorization: Authorization::default(),
            faults: Faults::default(),
            same_origin: false,
            drawer: Some(Drawer::Frames),
            filter: Filter::default(),
            message_box: false,
            panel_width: PANEL.default,
            drawer_height: DRAWER.default,
            page: String::new(),
            scenario: None,
            pace: PaceChoice::default(),
        }
    }
}

const NAMES: [&str; 18] = [
    "view",
    "customer",
    "ticket",
    "tab",
    "driver",
    "theme",
    "authorization",
    "faults",
    "origin",
    "drawer",
    "filter",
    "show",
    "messagebox",
    "width",
    "height",
    "page",
    "scenario",
    "pace",
];

impl Choices {
    /// Reads a query string; what it does not say, or says wrongly, is the default.
    pub(crate) fn from_query(query: &str) -> Self {
        let default = Self::default();
        let get = |wanted: &str| query::parts(query).find(|(name, _)| *name == wanted).map(|(_, value)| value);
        let text = |name: &str| get(name).map(query::decode).unwrap_or_default();
        let id = |name: &str| Some(text(name)).filter(|id| !id.is_empty());
        let number = |name: &str| get(name).and_then(|value| value.parse().ok());
        Self {
            view: named(View::ALL, View::name, get("view")),
            customer: id("customer"),
            ticket: id("ticket"),
            tab: if get("tab") == Some("customer") { Tab::Customer } else { Tab::Extension },
            driver: match get("driver") {
                Some("plain") => Driver::Plain,
                _ => Driver::Trusted,
            },
            theme: get("theme").and_then(Theme::parse).unwrap_or_default(),
            authorization: named(Authorization::ALL, Authorization::name, get("authorization")),
            faults: faults_from(&text("faults")),
            same_origin: get("origin") == Some("same"),
            drawer: match get("drawer") {
                Some("folded") => None,
                name => {
                    let drawer = Drawer::ALL.into_iter().find(|drawer| Some(drawer.name()) == name);
                    drawer.or(default.drawer)
                }
            },
            filter: Filter { text: text("filter"), show: named(Show::ALL, Show::name, get("show")) },
            message_box: get("messagebox") == Some("open"),
            panel_width: PANEL.within(number("width").unwrap_or(PANEL.default)),
            drawer_height: DRAWER.within(number("height").unwrap_or(DRAWER.default)),
            page: text("page"),
            scenario: id("scenario"),
            pace: named(PaceChoice::ALL, PaceChoice::name, get("pace")),
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
        // Others' parameters are left as they are.
        for (name, value) in query::parts(present).filter(|(name, _)| !NAMES.contains(name)) {
            add(name, value);
        }
        let mut add = |is_chosen: bool, name: &str, value: &str| {
            if is_chosen {
                add(name, &query::encode(value));
            }
        };
        let width = self.panel_width.to_string();
        let height = self.drawer_height.to_string();
        add(self.view != default.view, "view", self.view.name());
        add(self.customer.is_some(), "customer", self.customer.as_deref().unwrap_or_default());
        add(self.ticket.is_some(), "ticket", self.ticket.as_deref().unwrap_or_default());
        add(self.tab != default.tab, "tab", "customer");
        add(self.driver != default.driver, "driver", self.driver.name());
        add(self.theme != default.theme, "theme", self.theme.name());
        add(self.authorization != default.authorization, "authorization", self.authorization.name());
        add(self.faults != default.faults, "faults", &faults_to(self.faults));
        add(self.same_origin, "origin", "same");
        add(self.drawer != default.drawer, "drawer", self.drawer.map_or("folded", Drawer::name));
        add(!self.filter.text.is_empty(), "filter", &self.filter.text);
        add(self.filter.show != default.filter.show, "show", self.filter.show.name());
        add(self.message_box, "messagebox", "open");
        add(self.panel_width != default.panel_width, "width", &width);
        add(self.drawer_height != default.drawer_height, "height", &height);
        add(!self.page.is_empty(), "page", &self.page);
        add(self.scenario.is_some(), "scenario", self.scenario.as_deref().unwrap_or_default());
        add(self.pace != default.pace, "pace", self.pace.name());
        query
    }
}

/// The choice of that name; the default if there is none.
fn named<T: Copy + Default, const N: usize>(all: [T; N], name: fn(T) -> &'static str, wanted: Option<&str>) -> T {
    all.into_iter().find(|choice| Some(name(*choice)) == wanted).unwrap_or_default()
}

/// Faults as a list: `latency-300,silent`.
fn faults_to(faults: Faults) -> String {
    let Faults { latency, silent, doubled, reordered, refusing, wrong_origin, slow_start } = faults;
    let time = |name: &str, time: Duration| (!time.is_zero()).then(|| format!("{name}-{}", time.as_millis()));
    let flag = |name: &str, is_so: bool| is_so.then(|| name.to_owned());
    let all = [
        time("latency", latency),
        time("slow", slow_start),
        flag("silent", silent),
        flag("doubled", doubled),
        flag("reordered", reordered),
        flag("refusing", refusing),
        flag("origin", wrong_origin),
    ];
    all.into_iter().flatten().collect::<Vec<_>>().join(",")
}

fn faults_from(text: &str) -> Faults {
    let time = |name: &str| {
        let millis = text.split(',').find_map(|part| part.strip_prefix(name)?.strip_prefix('-')?.parse::<u16>().ok());
        Duration::from_millis(millis.unwrap_or_default().into())
    };
    let flag = |name: &str| text.split(',').any(|part| part == name);
    Faults {
        latency: time("latency"),
        silent: flag("silent"),
        doubled: flag("doubled"),
        reordered: flag("reordered"),
        refusing: flag("refusing"),
        wrong_origin: flag("origin"),
        slow_start: time("slow"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn everything_changed() -> Choices {
        Choices {
            view: View::Archives,
            customer: Some("C7 & co".to_owned()),
            ticket: Some("T7".to_owned()),
            tab: Tab::Customer,
            driver: Driver::Plain,
            theme: Theme::Dark,
            authorization: Authorization::None,
            faults: Faults {
                latency: Duration::from_millis(300),
                silent: true,
                doubled: true,
                reordered: true,
                refusing: true,
                wrong_origin: true,
                slow_start: Duration::from_millis(4_000),
            },
            same_origin: true,
            drawer: None,
            filter: Filter { text: "put_message é".to_owned(), show: Show::Problems },
            message_box: true,
            panel_width: 280,
            drawer_height: 401,
            page: "order=A-20418&who=Zoë+B".to_owned(),
            scenario: Some("/scenarios/late.json?x=1".to_owned()),
            pace: PaceChoice::Stepwise,
        }
    }

    #[test]
    fn choices_survive_the_address() {
        let choices = everything_changed();
        assert_eq!(Choices::from_query(&choices.to_query("")), choices);
        let views = View::ALL.map(|view| Choices { view, ..Choices::default() });
        let drawers = Drawer::ALL.map(|drawer| Choices { drawer: Some(drawer), ..Choices::default() });
        let paces = PaceChoice::ALL.map(|pace| Choices { pace, ..Choices::default() });
        for choices in views.into_iter().chain(drawers).chain(paces) {
            assert_eq!(Choices::from_query(&choices.to_query("")), choices);
        }
    }

    #[test]
    fn what_is_written_is_read() {
        let query = everything_changed().to_query("");
        for (name, _) in query::parts(&query) {
            assert!(NAMES.contains(&name), "{name}");
        }
        assert_eq!(query::parts(&query).count(), NAMES.len());
    }

    #[test]
    fn defaults_leave_the_address_clean_and_others_parameters_stay() {
        assert_eq!(Choices::default().to_query("?theme=dark"), "");
        assert_eq!(Choices::default().to_query("?mine=a%20b&view=archives"), "?mine=a%20b");
    }

    #[test]
    fn nonsense_is_the_default() {
        let nonsense =
            "?view=moon&&theme&driver=&authorization=%&faults=noise,latency--1,slow-99999999&width=wide&pace=0";
        assert_eq!(Choices::from_query(nonsense), Choices::default());
        assert_eq!(Choices::from_query("?width=1&height=1").panel_width, PANEL.least);
        assert_eq!(Choices::from_query("?width=4294967295").panel_width, PANEL.most);
    }
}
