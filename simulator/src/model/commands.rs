//! Carries out the extensions' commands.

use std::rc::Rc;

use livechat_protocol::{
    Command, CommandName, NotificationBadge, PlacementKind, PluginInited, RawCommand, RedirectTarget, SafeUrl,
    scenario::Action,
};
use serde_json::Value;

use super::state::Model;
use crate::extension::placement_name;

impl Model {
    /// Carries out a command. A command that the sender's placement doesn't support is ignored with a warning.
    pub(super) fn obey(&mut self, placement: PlacementKind, command: RawCommand<Value>) {
        self.scenarios.sent(self.turn.now, placement, &command.message, &command.data);
        self.scenarios.record(self.turn.now, placement, Action::Command(command.clone()));
        let RawCommand { message, data } = command;
        let is_refused = self.frame(placement).is_some_and(|frame| frame.faults().refusing);
        // `plugin_inited` is always accepted, or the extension would stay hidden.
        if is_refused && message != PluginInited::NAME {
            return self.log.remark("refused");
        }
        let Ok(command) = message.parse::<CommandName>() else { return self.log.remark("not simulated") };
        if !command.placements().contains(&placement) {
            let text =
                format!("`{message}` is not a command of {} extensions, and was ignored.", placement_name(placement));
            return self.warn(text);
        }
        match command {
            CommandName::PluginInited => self.inited(placement),
            CommandName::PluginLoaded => self.authorize(),
            CommandName::PutMessage => self.put_message(&data),
            CommandName::WatchMessages => self.conversations.watched = true,
            CommandName::CustomerDetailsSection => self.publish_section(&data),
            CommandName::PutMessageboxMessage => self.put_messagebox_message(&data),
            CommandName::SendCards => self.send_cards(&data),
            CommandName::SendQuickReplies => self.send_quick_replies(&data),
            CommandName::SetFullscreenWidgetNotificationBadge => self.set_badge(&data),
            CommandName::NavigateFromFullscreenWidget => self.navigate(&data),
            CommandName::SetReportsFilters => self.set_reports_filters(&data),
            CommandName::Redirect => self.set_redirect(&data),
            CommandName::Track => self.track(placement, &data),
            CommandName::UpdateProperties => self.update_properties(&data),
            CommandName::SetToast => self.set_toast(&data),
            CommandName::OpenChatWidget => self.support = true,
            CommandName::RegisterTransactionPending => self.transaction_pending(placement, &data),
            CommandName::RegisterTransactionSuccess => self.transaction_registered(placement, &data),
            CommandName::RegisterTransactionFailure => self.transaction_not_registered(placement, &data),
        }
    }

    fn set_badge(&mut self, data: &Value) {
        let name = Option::<NotificationBadge>::NAME;
        if let Some(badge) = self.read::<Option<NotificationBadge>>(name, data) {
            self.badge = badge.map(NotificationBadge::count);
        }
    }

    fn set_reports_filters(&mut self, data: &Value) {
        match data.as_object() {
            Some(filters) => self.reports_filters = Some(Rc::new(filters.clone())),
            None => self.warn("set_reports_filters was ignored: its data must be an object."),
        }
    }

    /// Shows the target instead of leaving the page: the user decides.
    fn set_redirect(&mut self, data: &Value) {
        let target = data.as_str().and_then(|url| RedirectTarget::new(url).ok());
        match target.and_then(|target| SafeUrl::parse(target.as_str()).ok()) {
            Some(target) => self.redirect = Some(target),
            None => {
                let text = format!("redirect was ignored: {data} is not an `https:` or `http:` URL.");
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
