//! What the extensions ask for.

use std::{rc::Rc, time::Duration};

use livechat_protocol::{Command, NotificationBadge, PlacementKind, RedirectTarget, SafeUrl, scenario::Action};
use serde_json::Value;

use super::Model;
use crate::{effect::Effect, extension::words};

impl Model {
    /// Does what a command says. One that the sender's placement does not have is left aside, and that is said.
    pub(super) fn obey(
        &mut self,
        now: Duration,
        placement: PlacementKind,
        command: Command<Value>,
        effects: &mut Vec<Effect>,
    ) {
        self.scenarios.sent(now, placement, &command.message, &command.data);
        self.scenarios.record(now, placement, Action::Command(command.clone()));
        let Command { message, data } = command;
        let is_refused = self.frame(placement).is_some_and(|frame| frame.faults().refusing);
        // Without that one there would be nothing to see.
        if is_refused && message != "plugin_inited" {
            return self.log.remark("refused");
        }
        if !placement.has_command(&message) {
            let text = format!("`{message}` is not a command of {} extensions: it was left aside.", words(placement));
            return self.log.warn(now, text);
        }
        match &*message {
            "plugin_inited" => self.inited(now, placement, effects),
            "plugin_loaded" => self.authorize(now, effects),
            "put_message" => self.put_message(now, &data),
            "watch_messages" => self.conversations.watched = true,
            "customer_details_section" => self.publish_section(now, &data),
            "put_messagebox_message" => self.put_messagebox_message(now, &data),
            "send_cards" => self.send_cards(now, &data),
            "send_quick_replies" => self.send_quick_replies(now, &data),
            "set_fullscreen_widget_notification_badge" => self.set_badge(now, &data),
            "navigate_from_fullscreen_widget" => self.navigate(now, &data),
            "set_reports_filters" => self.set_reports_filters(now, &data),
            "redirect" => self.set_redirect(now, &data),
            "track" => self.track(now, placement, &data),
            "update_properties" => self.update_properties(now, &data),
            "set_toast" => self.set_toast(now, &data),
            "open_chat_widget" => self.support = true,
            "register_transaction_pending" => self.transaction_pending(now, placement, &data),
            "register_transaction_success" => self.transaction_registered(now, placement, &data),
            "register_transaction_failure" => self.transaction_not_registered(now, placement, &data),
            _ => self.log.remark("not simulated"),
        }
    }

    fn set_badge(&mut self, now: Duration, data: &Value) {
        const COMMAND: &str = "set_fullscreen_widget_notification_badge";
        if data.is_null() {
            self.badge = None;
        } else if let Some(badge) = self.read::<NotificationBadge>(now, COMMAND, data) {
            self.badge = Some(badge.count());
        }
    }

    fn set_reports_filters(&mut self, now: Duration, data: &Value) {
        match data.as_object() {
            Some(filters) => self.reports_filters = Some(Rc::new(filters.clone())),
            None => self.log.warn(now, "set_reports_filters was left aside: its data have to be an object."),
        }
    }

    /// The window stays where it is: the person decides.
    fn set_redirect(&mut self, now: Duration, data: &Value) {
        let target = data.as_str().and_then(|url| RedirectTarget::new(url).ok());
        match target.and_then(|target| SafeUrl::parse(target.as_str()).ok()) {
            Some(target) => self.redirect = Some(target),
            None => {
                let text = format!("redirect was left aside: {data} is no `https:` or `http:` URL.");
                self.log.warn(now, text);
            }
        }
    }

    fn set_toast(&mut self, now: Duration, data: &Value) {
        if let Some(toast) = self.read(now, "set_toast", data) {
            self.toasts.show(now, toast);
        }
    }
}
