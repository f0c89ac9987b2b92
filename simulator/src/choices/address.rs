//! The choices as query parameters of the page.

use std::borrow::Cow;

use super::{
    authorization::Authorization,
    chosen::Choices,
    drawer::Drawer,
    faults::{faults_from_text, faults_to_text},
    pace::PaceChoice,
    size::{DRAWER, MESSAGE_BOX, PANEL},
    tab::Tab,
    view::View,
};
use crate::log::Show;

/// One parameter: how its choice is written and parsed.
struct Parameter {
    name: &'static str,
    /// Writes the choice. The address omits choices that equal the default.
    write: fn(&Choices) -> Cow<'_, str>,
    /// Parses the choice, or leaves it unchanged if the text is invalid.
    read: fn(&mut Choices, &str),
}

/// All parameters, in the order in which they are written.
const PARAMETERS: [Parameter; 20] = [
    Parameter {
        name: "view",
        write: |it| it.view.name().into(),
        read: |it, text| set(&mut it.view, named(View::ALL, View::name, text)),
    },
    Parameter {
        name: "layout",
        write: |it| if it.embedded { "embedded" } else { "" }.into(),
        read: |it, text| it.embedded = text == "embedded",
    },
    Parameter {
        name: "customer",
        write: |it| it.customer.as_deref().unwrap_or_default().into(),
        read: |it, text| it.customer = given(text),
    },
    Parameter {
        name: "ticket",
        write: |it| it.ticket.as_deref().unwrap_or_default().into(),
        read: |it, text| it.ticket = given(text),
    },
    Parameter {
        name: "tab",
        write: |it| it.tab.name().into(),
        read: |it, text| set(&mut it.tab, named(Tab::ALL, Tab::name, text)),
    },
    Parameter {
        name: "driver",
        write: |it| it.driver.as_str().into(),
        read: |it, text| set(&mut it.driver, text.parse().ok()),
    },
    Parameter {
        name: "theme",
        write: |it| it.theme.as_str().into(),
        read: |it, text| set(&mut it.theme, text.parse().ok()),
    },
    Parameter {
        name: "authorization",
        write: |it| it.authorization.name().into(),
        read: |it, text| set(&mut it.authorization, named(Authorization::ALL, Authorization::name, text)),
    },
    Parameter {
        name: "faults",
        write: |it| faults_to_text(it.faults).into(),
        read: |it, text| it.faults = faults_from_text(text),
    },
    Parameter {
        name: "origin",
        write: |it| if it.same_origin { "same" } else { "" }.into(),
        read: |it, text| it.same_origin = text == "same",
    },
    Parameter {
        name: "drawer",
        write: |it| it.drawer.map_or("folded", Drawer::name).into(),
        read: |it, text| match text {
            "folded" => it.drawer = None,
            name => set(&mut it.drawer, named(Drawer::ALL, Drawer::name, name).map(Some)),
        },
    },
    Parameter {
        name: "filter",
        write: |it| it.filter.text.as_str().into(),
        read: |it, text| text.clone_into(&mut it.filter.text),
    },
    Parameter {
        name: "show",
        write: |it| it.filter.show.name().into(),
        read: |it, text| set(&mut it.filter.show, named(Show::ALL, Show::name, text)),
    },
    Parameter {
        name: "messagebox",
        write: |it| if it.message_box { "open" } else { "" }.into(),
        read: |it, text| it.message_box = text == "open",
    },
    Parameter {
        name: "boxheight",
        write: |it| it.message_box_height.to_string().into(),
        read: |it, text| {
            set(&mut it.message_box_height, text.parse().ok().map(|height| MESSAGE_BOX.within(height)));
        },
    },
    Parameter {
        name: "width",
        write: |it| it.panel_width.to_string().into(),
        read: |it, text| set(&mut it.panel_width, text.parse().ok().map(|width| PANEL.within(width))),
    },
    Parameter {
        name: "height",
        write: |it| it.drawer_height.to_string().into(),
        read: |it, text| set(&mut it.drawer_height, text.parse().ok().map(|height| DRAWER.within(height))),
    },
    Parameter { name: "page", write: |it| it.page.as_str().into(), read: |it, text| text.clone_into(&mut it.page) },
    Parameter {
        name: "scenario",
        write: |it| it.scenario.as_deref().unwrap_or_default().into(),
        read: |it, text| it.scenario = given(text),
    },
    Parameter {
        name: "pace",
        write: |it| it.pace.name().into(),
        read: |it, text| set(&mut it.pace, named(PaceChoice::ALL, PaceChoice::name, text)),
    },
];

impl Choices {
    /// Parses a query string. Missing and invalid parameters get the default.
    pub(crate) fn from_query(query: &str) -> Self {
        let mut choices = Self::default();
        let given: Vec<_> = form_urlencoded::parse(without_mark(query).as_bytes()).collect();
        for Parameter { name, read, .. } in PARAMETERS {
            if let Some((_, text)) = given.iter().find(|(given, _)| given == name) {
                read(&mut choices, text);
            }
        }
        choices
    }

    /// Writes a query string. Parameters that are not the simulator's are retained verbatim.
    pub(crate) fn to_query(&self, present: &str) -> String {
        let default = Self::default();
        let is_others = |part: &&str| PARAMETERS.iter().all(|own| part.split('=').next() != Some(own.name));
        let others = without_mark(present).split('&').filter(|part| !part.is_empty()).filter(is_others);
        let own = PARAMETERS.iter().filter_map(|Parameter { name, write, .. }| {
            let text = write(self);
            (text != write(&default)).then(|| format!("{name}={}", encoded(&text)))
        });
        let parts: Vec<_> = others.map(str::to_owned).chain(own).collect();
        if parts.is_empty() { String::new() } else { format!("?{}", parts.join("&")) }
    }
}

fn without_mark(query: &str) -> &str {
    query.strip_prefix('?').unwrap_or(query)
}

fn encoded(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

fn set<T>(choice: &mut T, read: Option<T>) {
    if let Some(read) = read {
        *choice = read;
    }
}

/// Non-empty text.
fn given(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

/// Returns the choice with that name.
fn named<T: Copy, const N: usize>(all: [T; N], name: fn(T) -> &'static str, wanted: &str) -> Option<T> {
    all.into_iter().find(|choice| name(*choice) == wanted)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use livechat_protocol::{Driver, Faults, Theme};

    use super::*;
    use crate::log::Filter;

    fn everything_changed() -> Choices {
        Choices {
            view: View::Archives,
            embedded: true,
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
            message_box_height: 402,
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
        let names: Vec<_> =
            query.trim_start_matches('?').split('&').filter_map(|part| part.split('=').next()).collect();
        assert_eq!(names, PARAMETERS.map(|parameter| parameter.name));
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
        assert_eq!(Choices::from_query("?boxheight=1").message_box_height, MESSAGE_BOX.least);
        assert_eq!(Choices::from_query("?width=4294967295").panel_width, PANEL.most);
    }
}
