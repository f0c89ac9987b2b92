//! What the extensions ask for.

use std::rc::Rc;

use livechat_protocol::{Command, NotificationBadge, PlacementKind, RedirectTarget, SafeUrl, scenario::Action};
use serde_json::Value;

use super::state::Model;
use crate::extension::placement_name;

impl Model {
    /// Does what a command says. One that the sender's placement does not have is left aside, and that is said.
    pub(super) fn obey(&mut self, placement: PlacementKind, command: Command<Value>) {
        self.scenarios.sent(self.turn.now, placement, &command.message, &command.data);
        self.scenarios.record(self.turn.now, placement, Action::Command(command.clone()));
        let Command { message, data } = command;
        let is_refused = self.frame(placement).is_some_and(|frame| frame.faults().refusing);
        // Without that one there would be nothing to see.
        if is_refused && message != "plugin_inited" {
            return self.log.remark("refused");
        }
        if !placement.has_command(&message) {
            let text =
                format!("`{message}` is not a command of {} extensions: it was left aside.", placement_name(placement));
            return self.warn(text);
        }
        match &*message {
            "plugin_inited" => self.inited(placement),
            "plugin_loaded" => self.authorize(),
            "put_message" => self.put_message(&data),
            "watch_messages" => self.conversations.watched = true,
            "customer_details_section" => self.publish_section(&data),
            "put_messagebox_message" => self.put_messagebox_message(&data),
            "send_cards" => self.send_cards(&data),
            "send_quick_replies" => self.send_quick_replies(&data),
            "set_fullscreen_widget_notification_badge" => self.set_badge(&data),
            "navigate_from_fullscreen_widget" => self.navigate(&data),
            "set_reports_filters" => self.set_reports_filters(&data),
            "redirect" => self.set_redirect(&data),
            "track" => self.track(placement, &data),
            "update_properties" => self.update_properties(&data),
            "set_toast" => self.set_toast(&data),
            "open_chat_widget" => self.support = true,
            "register_transaction_pending" => self.transaction_pending(placement, &data),
            "register_transaction_success" => self.transaction_registered(placement, &data),
            "register_transaction_failure" => self.transaction_not_registered(placement, &data),
            _ => self.log.remark("not simulated"),
        }
    }

    fn set_badge(&mut self, data: &Value) {
        const COMMAND: &str = "set_fullscreen_widget_notification_badge";
        if data.is_null() {
            self.badge = None;
        } else if let Some(badge) = self.read::<NotificationBadge>(COMMAND, data) {
            self.badge = Some(badge.count());
        }
    }

    fn set_reports_filters(&mut self, data: &Value) {
        match data.as_object() {
            Some(filters) => self.reports_filters = Some(Rc::new(filters.clone())),
            None => self.warn("set_reports_filters was left aside: its data have to be an object."),
        }
    }

    /// The window stays where it is: the person decides.
    fn set_redirect(&mut self, data: &Value) {
        let target = data.as_str().and_then(|url| RedirectTarget::new(url).ok());
        match target.and_then(|target| SafeUrl::parse(target.as_str()).ok()) {
            Some(target) => self.redirect = Some(target),
            None => {
                let text = format!("redirect was left aside: {data} is no `https:` or `http:` URL.");
                self.warn(text);
            }
        }
    }

    fn set_toast(&mut self, data: &Value) {
        if let Some(toast) = self.read("set_toast", data) {
            self.toasts.show(self.turn.now, toast);
        }
    }
}
