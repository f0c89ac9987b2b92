//! From view to view, and the Agent App's own address.

use std::time::Duration;

use livechat_protocol::{Pathname, PlacementKind};
use serde_json::{Value, json};

use super::Model;
use crate::{choices::View, query};

impl Model {
    /// Goes to a view, where the customer, or the ticket, is open that was open there before.
    pub(super) fn go(&mut self, now: Duration, view: View) {
        let is_there = view.placement().is_none_or(|placement| self.frame(placement).is_some());
        if view == self.choices.view || !is_there {
            return;
        }
        self.choices.view = view;
        let opened = self.opened.get(&view).cloned();
        (self.choices.customer, self.choices.ticket) = match view {
            View::Tickets => (None, opened),
            _ => (opened, None),
        };
        self.tell_what_is_open(now);
    }

    /// `navigate_from_fullscreen_widget`.
    ///
    /// UNVERIFIED: which paths a real host has, beyond those that its own address shows, has no public source.
    pub(super) fn navigate(&mut self, now: Duration, data: &Value) {
        let path = data.as_str().and_then(|path| Pathname::new(path).ok());
        let Some(path) = path else {
            let text =
                format!("navigate_from_fullscreen_widget was left aside: {data} is no path that begins with one `/`.");
            return self.log.warn(now, text);
        };
        let path = path.as_str();
        let (place, query) = path.split_once('?').unwrap_or((path, ""));
        let view = match place.split(['/', '#']).nth(1).unwrap_or_default() {
            "chats" => View::Chats,
            "archives" => View::Archives,
            "customers" | "visitors" => View::Visitors,
            "tickets" => View::Tickets,
            "reports" => View::Reports,
            "apps" => View::Fullscreen,
            "settings" => View::Settings,
            _ => return self.log.note(now, format!("Nothing of {path} is simulated: the view stays.")),
        };
        if view.placement().is_some_and(|placement| self.frame(placement).is_none()) {
            return self.log.note(now, format!("There is no extension at {path}: the view stays."));
        }
        self.go(now, view);
        // The address's own parameters are what the extension there is told.
        let query = query.split('#').next().unwrap_or_default();
        if view.placement().is_some() && !query.is_empty() {
            self.page_changed(now, query.to_owned());
        }
    }

    pub(super) fn page_changed(&mut self, now: Duration, query: String) {
        let query = query.trim().trim_start_matches('?').to_owned();
        if query == self.choices.page {
            return;
        }
        self.choices.page = query;
        self.tell_page(now, PlacementKind::Fullscreen);
        self.tell_page(now, PlacementKind::Settings);
    }

    pub(super) fn tell_page(&mut self, now: Duration, placement: PlacementKind) {
        if self.speaks(placement) {
            let data = json!({ "queryParams": query::params(&self.choices.page) });
            self.push(now, placement, "page_data", data);
        }
    }
}
