//! Applies messages to the model.

use std::time::Duration;

use livechat_protocol::{PlacementKind, Report, Theme};

use super::{effect::Effect, msg::Msg, parts::fake_livechat::FakeState, state::Model, turn::Turn};
use crate::{
    choices::{DRAWER, MESSAGE_BOX, PANEL},
    extension::placement_name,
    log::Item,
};

impl Model {
    /// Handles a message at this time.
    pub(crate) fn update(&mut self, now: Duration, msg: Msg) -> Vec<Effect> {
        self.turn = Turn::at(now);
        let chosen = self.choices.clone();
        match msg {
            Msg::ExtensionsChanged(extensions) => {
                self.set_extensions(extensions);
                if self.fake.state == FakeState::Unused {
                    self.seek_fake();
                }
            }
            Msg::ViewChosen(view) => self.go(view),
            Msg::CustomerOpened(id) => {
                self.choices.customer = Some(id.clone());
                self.opened.insert(self.choices.view, id);
                self.tell_what_is_open();
            }
            Msg::TicketOpened(id) => {
                self.choices.ticket = Some(id.clone());
                self.opened.insert(self.choices.view, id);
                self.tell_what_is_open();
            }
            Msg::Closed => self.close(),
            Msg::DraftChanged(text) => self.draft_changed(text),
            Msg::RichMessageRemoved => self.remove_rich_message(),
            Msg::SendRequested => self.send(),
            Msg::CustomerInputToggled => self.toggle_customer_input(),
            Msg::CustomerDraftChanged(text) => self.customer_draft_changed(text),
            Msg::CustomerSendRequested => self.send_as_customer(),
            Msg::ReplyChosen(text) => self.say_as_customer(&text),
            Msg::MessageBoxToggled => {
                self.choices.message_box = !self.choices.message_box;
                self.tell_open(PlacementKind::MessageBox);
            }
            Msg::TabChosen(tab) => self.choices.tab = tab,
            Msg::SectionClicked { id, open_app } => self.section_clicked(id, open_app),
            Msg::DriverChosen(driver) => {
                self.choices.driver = driver;
                self.load_frames();
            }
            Msg::AuthorizationChosen(authorization) => {
                self.choices.authorization = authorization;
                self.load_frame(PlacementKind::Details);
            }
            Msg::ThemeToggled => {
                self.choices.theme = match self.choices.theme {
                    Theme::Light => Theme::Dark,
                    Theme::Dark => Theme::Light,
                };
                for placement in PlacementKind::ALL {
                    self.tell_theme(placement);
                }
            }
            Msg::ReloadRequested => self.load_frames(),
            Msg::FrameReloadRequested(placement) => self.load_frame(placement),
            Msg::DrawerToggled(drawer) => {
                self.choices.drawer = if self.choices.drawer == Some(drawer) { None } else { Some(drawer) };
            }
            Msg::DrawerOpened(drawer) => self.choices.drawer = Some(drawer),
            Msg::DrawerResized(height) => self.choices.drawer_height = DRAWER.within(height),
            Msg::MessageBoxResized(height) => self.choices.message_box_height = MESSAGE_BOX.within(height),
            Msg::PanelResized(width) => self.choices.panel_width = PANEL.within(width),
            Msg::MessagesCleared => self.log.clear(),
            Msg::FilterChanged(filter) => {
                self.choices.filter = filter.clone();
                self.log.set_filter(filter);
            }
            Msg::PauseToggled => self.log.set_paused(!self.log.is_paused()),
            Msg::FaultsChanged(faults) => self.choose_faults(faults),
            Msg::OtherNameKnown(other_name) => self.other_name_known(other_name),
            Msg::SameOriginChosen(same_origin) => {
                self.choices.same_origin = same_origin;
                self.load_frames();
            }
            Msg::ReconnectRequested => {
                for placement in PlacementKind::ALL {
                    self.reconnect(placement);
                }
            }
            Msg::EventSent(placement, event) => self.push_event(placement, event),
            Msg::MessagePosted(placement, value) => self.post(placement, value),
            Msg::RecordingToggled => self.toggle_recording(),
            Msg::ScenarioMade => self.make_scenario(),
            Msg::ScenarioNamed(name) => self.name_scenario(name),
            Msg::ScenarioSaveRequested => self.save_scenario(),
            Msg::ScenarioRead { text, play } => self.read_scenario(text, play),
            Msg::PaceChosen(pace) => self.choose_pace(pace),
            Msg::ReplayRequested => self.begin_replay(),
            Msg::ReplayStepped => self.step_replay(),
            Msg::ReplayEnded => self.end_replay(),
            Msg::ActivityCleared => self.activity.clear(),
            Msg::PageChanged(query) => self.page_changed(query),
            Msg::ToastClosed(number) => self.toasts.close(number),
            Msg::PurchaseEnded(number, outcome) => self.purchase_ended(number, outcome),
            Msg::BillingCycleChosen(number, months) => self.billing_cycle_chosen(number, months),
            Msg::RedirectClosed => self.redirect = None,
            Msg::SupportClosed => self.support = false,
            Msg::FrameLoaded(placement) => self.frame_loaded(placement),
            Msg::Received { placement, origin, data } => self.receive(placement, origin, data),
            Msg::Reported { placement, report: Report::Refused { origin, reason } } => {
                self.log.push(self.turn.now, Item::Refused { placement, origin, reason });
            }
            Msg::Reported { placement, report: Report::Skipped { field } } => {
                self.warn(format!("The {} extension left out a field: {field}.", placement_name(placement)));
            }
            Msg::Reported { placement, report: Report::Panicked { text } } => {
                self.warn(format!("The {} extension panicked: {text}", placement_name(placement)));
            }
            Msg::ReceivedFromElsewhere { placement, origin } => {
                let whose = placement_name(placement);
                let text =
                    format!("Ignored a message from {origin}: the {whose} iframe has navigated to another origin.");
                self.warn(text);
            }
            Msg::PostFailed { placement, reason } => {
                let whose = placement_name(placement);
                self.warn(format!("The browser could not post the last message to the {whose} extension: {reason}"));
            }
            Msg::AuthorizeAnswered { attempt, result } => self.authorize_answered(attempt, result),
            Msg::FakeSought => self.seek_fake(),
            Msg::FakeSwitches(switches) => self.fake_answers(switches),
            Msg::FakeEvent { id, data } => self.fake_event(id, &data),
            Msg::FakeLost => self.fake_lost(),
            Msg::SwitchChosen(name, value) => self.choose_switch(name, value),
            Msg::FakeAsked(request) => self.turn.effects.push(Effect::AskFake(request)),
            Msg::FakeAnswered(request, result) => self.fake_answered(request, result),
            Msg::Elapsed => {
                self.fake_elapsed();
                for frame in self.frames.values_mut() {
                    frame.elapsed(self.turn.now);
                }
                self.toasts.elapsed(self.turn.now);
                self.authorization_elapsed();
            }
        }
        self.drain();
        if self.choices != chosen {
            self.turn.effects.push(Effect::SaveChoices);
        }
        std::mem::take(&mut self.turn.effects)
    }
}
