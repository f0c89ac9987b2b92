//! Navigation between views, and the Agent App's own address.

use livechat_protocol::{Pathname, PlacementKind};
use serde_json::{Map, Value, json};

use super::state::Model;
use crate::choices::View;

impl Model {
    pub(super) fn close(&mut self) {
        self.opened.remove(&self.choices.view);
        self.choices.ticket = None;
        if let Some(id) = self.choices.customer.take()
            && self.speaks(PlacementKind::Details)
        {
            self.push(PlacementKind::Details, "customer_profile_hidden", json!({ "id": id }));
        }
    }

    /// Opens a view with the customer or ticket that was open there last.
    pub(super) fn go(&mut self, view: View) {
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
        self.tell_what_is_open();
    }

    /// `navigate_from_fullscreen_widget`.
    ///
    /// UNVERIFIED (navigate-paths): no public source lists the paths of a real host, beyond those visible in its
    /// address.
    pub(super) fn navigate(&mut self, data: &Value) {
        let path = data.as_str().and_then(|path| Pathname::new(path).ok());
        let Some(path) = path else {
            let text = format!(
                "navigate_from_fullscreen_widget was ignored: {data} is not a path that begins with a single `/`."
            );
            return self.warn(text);
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
            _ => return self.note(format!("{path} is not simulated: the view stays.")),
        };
        if view.placement().is_some_and(|placement| self.frame(placement).is_none()) {
            return self.note(format!("There is no extension at {path}: the view stays."));
        }
        self.go(view);
        // The extension receives the query parameters of the path.
        let query = query.split('#').next().unwrap_or_default();
        if view.placement().is_some() && !query.is_empty() {
            self.page_changed(query.to_owned());
        }
    }

    pub(super) fn page_changed(&mut self, query: String) {
        let query = query.trim().trim_start_matches('?').to_owned();
        if query == self.choices.page {
            return;
        }
        self.choices.page = query;
        self.tell_page(PlacementKind::Fullscreen);
        self.tell_page(PlacementKind::Settings);
    }

    pub(super) fn tell_page(&mut self, placement: PlacementKind) {
        if self.speaks(placement) {
            let data = json!({ "queryParams": query_params(&self.choices.page) });
            self.push(placement, "page_data", data);
        }
    }
}

/// Converts a query string to the form of the event `page_data`: a string, or a list for a repeated name.
///
/// UNVERIFIED (page-data-repeated): no public source says how a real host represents a repeated name.
fn query_params(query: &str) -> Value {
    let query = query.strip_prefix('?').unwrap_or(query);
    let mut params = Map::new();
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        let value = Value::from(value);
        match params.entry(name).or_insert(Value::Null) {
            Value::Array(values) => values.push(value),
            missing @ Value::Null => *missing = value,
            single => *single = Value::Array(vec![single.take(), value]),
        }
    }
    Value::Object(params)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_parameter_that_comes_again_is_a_list() {
        let params = query_params("?a=1&b=x%20y&a=2&a=3&c&&=d");
        assert_eq!(params, json!({ "a": ["1", "2", "3"], "b": "x y", "c": "", "": "d" }));
        assert_eq!(query_params(""), json!({}));
        assert_eq!(query_params("a=&a=1"), json!({ "a": ["", "1"] }));
    }

    #[test]
    fn what_is_not_escaped_properly_stays() {
        assert_eq!(
            query_params("a=%E0%A4%A&b=100%&c=%zz%4%-1"),
            json!({ "a": "\u{fffd}%A", "b": "100%", "c": "%zz%4%-1" })
        );
    }
}
