//! All choices.

use livechat_protocol::{Driver, Faults, Theme};

use super::{
    authorization::Authorization,
    drawer::Drawer,
    pace::PaceChoice,
    size::{DRAWER, MESSAGE_BOX, PANEL},
    tab::Tab,
    view::View,
};
use crate::log::Filter;

/// All choices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Choices {
    pub(crate) view: View,
    /// Whether only the conversation and the extension are shown, for a simulator inside another page.
    pub(crate) embedded: bool,
    /// The id of the open customer.
    pub(crate) customer: Option<String>,
    /// The id of the open ticket.
    pub(crate) ticket: Option<String>,
    pub(crate) tab: Tab,
    pub(crate) driver: Driver,
    pub(crate) theme: Theme,
    pub(crate) authorization: Authorization,
    pub(crate) faults: Faults,
    /// Whether extensions load from the simulator's own origin although another loopback name is available.
    pub(crate) same_origin: bool,
    /// The open part of the drawer; `None` if the drawer is folded.
    pub(crate) drawer: Option<Drawer>,
    /// Which log entries are shown.
    pub(crate) filter: Filter,
    /// Whether the message box extension is open.
    pub(crate) message_box: bool,
    /// The height of the message box extension, in pixels.
    pub(crate) message_box_height: u32,
    /// The width of the extension in the details panel, in pixels.
    pub(crate) panel_width: u32,
    /// The height of the drawer, in pixels.
    pub(crate) drawer_height: u32,
    /// The Agent App's own query string, for the event `page_data`.
    pub(crate) page: String,
    /// The address of the scenario to play.
    pub(crate) scenario: Option<String>,
    pub(crate) pace: PaceChoice,
}

impl Default for Choices {
    fn default() -> Self {
        Self {
            view: View::default(),
            embedded: false,
            customer: None,
            ticket: None,
            tab: Tab::default(),
            driver: Driver::default(),
            theme: Theme::default(),
            authorization: Authorization::default(),
            faults: Faults::default(),
            same_origin: false,
            drawer: Some(Drawer::Messages),
            filter: Filter::default(),
            message_box: false,
            message_box_height: MESSAGE_BOX.default,
            panel_width: PANEL.default,
            drawer_height: DRAWER.default,
            page: String::new(),
            scenario: None,
            pace: PaceChoice::default(),
        }
    }
}
