//! What the extensions ask for.

use std::{rc::Rc, time::Duration};

use livechat_protocol::{
    Command, CommandName, NotificationBadge, PlacementKind, PluginInited, RawCommand, RedirectTarget, SafeUrl,
    scenario::Action,
};
use serde_json::Value;

use super::Model;
use crate::{effect::Effect, extension::words};

impl Model {
    /// Does what a command says. One that the sender's placement does not have is left aside, and that is said.
    pub(super) fn obey(
        &mut self,
        now: Duration,
        placement: PlacementKind,
        command: RawCommand<Value>,
        effects: &mut Vec<Effect>,
    ) {
        self.scenarios.sent(now, placement, &command.message, &command.data);
        self.scenarios.record(now, placement, Action::Command(command.clone()));
        let RawCommand { message, data } = command;
        let is_refused = self.frame(placement).is_some_and(|frame| frame.faults().refusing);
        // Without that one there would be nothing to see.
        if is_refused && message != PluginInited::NAME {
            return self.log.remark("refused");
        }
        let Some(command) = CommandName::parse(&message) else { return self.log.remark("not simulated") };
        if !command.placements().contains(&placement) {
            let text = format!("`{message}` is not a command of {} extensions: it was left aside.", words(placement));
            return self.log.warn(now, text);
        }
        match command {
            CommandName::PluginInited => self.inited(now, placement, effects),
            CommandName::PluginLoaded => self.authorize(now, effects),
            CommandName::PutMessage => self.put_message(now, &data),
            CommandName::WatchMessages => self.conversations.watched = true,
            CommandName::CustomerDetailsSection => self.publish_section(now, &data),
            CommandName::PutMessageboxMessage => self.put_messagebox_message(now, &data),
            CommandName::SendCards => self.send_cards(now, &data),
            CommandName::SendQuickReplies => self.send_quick_replies(now, &data),
            CommandName::SetFullscreenWidgetNotificationBadge => self.set_badge(now, &data),
            CommandName::NavigateFromFullscreenWidget => self.navigate(now, &data),
            CommandName::SetReportsFilters => self.set_reports_filters(now, &data),
            CommandName::Redirect => self.set_redirect(now, &data),
            CommandName::Track => self.track(now, placement, &data),
            CommandName::UpdateProperties => self.update_properties(now, &data),
            CommandName::SetToast => self.set_toast(now, &data),
            CommandName::OpenChatWidget => self.support = true,
            CommandName::RegisterTransactionPending => self.transaction_pending(now, placement, &data),
            CommandName::RegisterTransactionSuccess => self.transaction_registered(now, placement, &data),
            CommandName::RegisterTransactionFailure => self.transaction_not_registered(now, placement, &data),
        }
    }

    fn set_badge(&mut self, now: Duration, data: &Value) {
        let name = Option::<NotificationBadge>::NAME;
        if let Some(badge) = self.read::<Option<NotificationBadge>>(now, name, data) {
            self.badge = badge.map(NotificationBadge::count);
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
