//! Everything the simulator knows, and how it changes. No browser: messages in, effects out.

mod activity;
mod authorization;
mod commands;
mod conversation;
mod extension_frame;
mod kept;
mod navigation;
mod purchases;
mod scenarios;
mod sections;
mod toasts;

use std::{borrow::Cow, collections::BTreeMap, rc::Rc, time::Duration};

use livechat_protocol::{
    Decode, Faults, HostOutput, PlacementKind, RawEvent, SafeUrl, Theme, decode, scenario::Action,
};
use serde_json::{Map, Value, json};

pub(crate) use self::{
    activity::{Activity, Tracked},
    conversation::Draft,
    extension_frame::{ExtensionFrame, FrameLoad, Progress},
    kept::Kept,
    purchases::Purchase,
    scenarios::{ReplayState, ReplayView, Scenarios},
    toasts::ShownToast,
};
use self::{
    authorization::Authorizing, conversation::Conversations, extension_frame::Loaded, purchases::Purchases,
    sections::Sections, toasts::Toasts,
};
use crate::{
    choices::{Choices, Tab, View},
    customers::{Customer, customers},
    effect::Effect,
    extension::{SimulatedExtension, words},
    frame_origin::{FrameOrigin, OtherName},
    log::{Item, Log},
    msg::Msg,
    size::{DRAWER, PANEL},
    tickets::{Ticket, tickets},
};

/// The state of the simulator.
pub(crate) struct Model {
    pub(crate) choices: Choices,
    pub(crate) customers: Rc<[Rc<Customer>]>,
    pub(crate) tickets: Rc<[Rc<Ticket>]>,
    pub(crate) log: Log,
    pub(crate) scenarios: Scenarios,
    pub(crate) activity: Activity,
    /// The number on the fullscreen extension's icon.
    pub(crate) badge: Option<u32>,
    /// What the reports are filtered by.
    pub(crate) reports_filters: Option<Rc<Map<String, Value>>>,
    /// Where the settings extension would send the window.
    pub(crate) redirect: Option<SafeUrl>,
    /// Whether the chat with the host's support is open.
    pub(crate) support: bool,
    /// The page's other loopback name.
    pub(crate) other_name: OtherName,
    extensions: Rc<[SimulatedExtension]>,
    frames: BTreeMap<PlacementKind, ExtensionFrame>,
    /// Who, or which ticket, was open last in each view.
    opened: BTreeMap<View, String>,
    authorizing: Authorizing,
    conversations: Conversations,
    sections: Sections,
    purchases: Purchases,
    toasts: Toasts,
}

impl Model {
    pub(crate) fn new(now: Duration, choices: Choices, extensions: Rc<[SimulatedExtension]>) -> Self {
        let mut model = Self {
            choices,
            customers: customers().into(),
            tickets: tickets().into(),
            log: Log::default(),
            scenarios: Scenarios::default(),
            activity: Activity::default(),
            badge: None,
            reports_filters: None,
            redirect: None,
            support: false,
            other_name: OtherName::default(),
            extensions: Rc::new([]),
            frames: BTreeMap::new(),
            opened: BTreeMap::new(),
            authorizing: Authorizing::default(),
            conversations: Conversations::default(),
            sections: Sections::default(),
            purchases: Purchases::default(),
            toasts: Toasts::default(),
        };
        // The address may name a customer, or a ticket, that there is not.
        model.choices.customer = model.open_customer().map(|customer| customer.profile.id.clone());
        model.choices.ticket = model.open_ticket().map(|ticket| ticket.info.id.clone());
        if let Some(id) = model.open_id().map(str::to_owned) {
            model.opened.insert(model.choices.view, id);
        }
        model.log.set_filter(model.choices.filter.clone());
        model.set_extensions(now, extensions);
        model
    }

    /// The extension that stands there.
    pub(crate) fn extension(&self, placement: PlacementKind) -> Option<&SimulatedExtension> {
        // The first counts.
        self.extensions.iter().find(|extension| extension.placement == placement)
    }

    /// Where there are extensions.
    pub(crate) fn placements(&self) -> Rc<[PlacementKind]> {
        self.frames.keys().copied().collect()
    }

    /// The frame of the extension that stands there.
    pub(crate) fn frame(&self, placement: PlacementKind) -> Option<&ExtensionFrame> {
        self.frames.get(&placement)
    }

    /// Where the extensions are loaded from.
    pub(crate) fn frame_origin(&self) -> FrameOrigin {
        FrameOrigin::new(self.choices.same_origin, &self.other_name)
    }

    /// The customer whose profile is open.
    pub(crate) fn open_customer(&self) -> Option<&Rc<Customer>> {
        let id = self.choices.customer.as_deref()?;
        self.customers.iter().find(|customer| customer.view == self.choices.view && customer.profile.id == id)
    }

    /// The ticket that is open.
    pub(crate) fn open_ticket(&self) -> Option<&Rc<Ticket>> {
        let id = self.choices.ticket.as_deref().filter(|_| self.choices.view == View::Tickets)?;
        self.tickets.iter().find(|ticket| ticket.info.id == id)
    }

    /// The sections as they are drawn at present.
    pub(crate) fn sections(&self) -> Rc<[livechat_protocol::section::Section]> {
        self.sections.drawn()
    }

    /// The toasts that are shown, the newest last.
    pub(crate) fn toasts(&self) -> &[ShownToast] {
        self.toasts.shown()
    }

    /// The purchase that the person is asked to confirm.
    pub(crate) fn purchase(&self) -> Option<&Rc<Purchase>> {
        self.purchases.asked()
    }

    /// When [`Msg::Elapsed`] is wanted.
    pub(crate) fn next_deadline(&self) -> Option<Duration> {
        let frames = self.frames.values().filter_map(ExtensionFrame::next_deadline);
        let others = [self.authorizing.deadline(), self.toasts.deadline(), self.scenarios.deadline()];
        frames.chain(others.into_iter().flatten()).min()
    }

    /// Takes in what happened.
    pub(crate) fn update(&mut self, now: Duration, msg: Msg) -> Vec<Effect> {
        let mut effects = Vec::new();
        let chosen = self.choices.clone();
        match msg {
            Msg::ExtensionsChanged(extensions) => self.set_extensions(now, extensions),
            Msg::ViewChosen(view) => self.go(now, view),
            Msg::CustomerOpened(id) => {
                self.choices.customer = Some(id.clone());
                self.opened.insert(self.choices.view, id);
                self.tell_what_is_open(now);
            }
            Msg::TicketOpened(id) => {
                self.choices.ticket = Some(id.clone());
                self.opened.insert(self.choices.view, id);
                self.tell_what_is_open(now);
            }
            Msg::Closed => self.close(now),
            Msg::DraftChanged(text) => self.draft_changed(now, text),
            Msg::RichMessageRemoved => self.remove_rich_message(),
            Msg::SendRequested => self.send(now),
            Msg::CustomerInputToggled => self.toggle_customer_input(),
            Msg::CustomerDraftChanged(text) => self.customer_draft_changed(text),
            Msg::CustomerSendRequested => self.send_as_customer(now),
            Msg::ReplyChosen(text) => self.say_as_customer(now, &text),
            Msg::MessageBoxToggled => {
                self.choices.message_box = !self.choices.message_box;
                self.tell_open(now, PlacementKind::MessageBox);
            }
            Msg::TabChosen(tab) => self.choices.tab = tab,
            Msg::SectionClicked { id, open_app } => self.section_clicked(now, id, open_app),
            Msg::DriverChosen(driver) => {
                self.choices.driver = driver;
                self.load_frames(now);
            }
            Msg::AuthorizationChosen(authorization) => {
                self.choices.authorization = authorization;
                self.load_frame(now, PlacementKind::Details);
            }
            Msg::ThemeToggled => {
                self.choices.theme = match self.choices.theme {
                    Theme::Light => Theme::Dark,
                    Theme::Dark => Theme::Light,
                };
                for placement in PlacementKind::ALL {
                    self.tell_theme(now, placement);
                }
            }
            Msg::ReloadRequested => self.load_frames(now),
            Msg::FrameReloadRequested(placement) => self.load_frame(now, placement),
            Msg::DrawerToggled(drawer) => {
                self.choices.drawer = if self.choices.drawer == Some(drawer) { None } else { Some(drawer) };
            }
            Msg::DrawerOpened(drawer) => self.choices.drawer = Some(drawer),
            Msg::DrawerResized(height) => self.choices.drawer_height = DRAWER.within(height),
            Msg::PanelResized(width) => self.choices.panel_width = PANEL.within(width),
            Msg::FramesCleared => self.log.clear(),
            Msg::FilterChanged(filter) => {
                self.choices.filter = filter.clone();
                self.log.set_filter(filter);
            }
            Msg::PauseToggled => self.log.set_paused(!self.log.is_paused()),
            Msg::FaultsChanged(faults) => self.choose_faults(now, faults),
            Msg::OtherNameKnown(other_name) => self.other_name_known(now, other_name),
            Msg::SameOriginChosen(same_origin) => {
                self.choices.same_origin = same_origin;
                self.load_frames(now);
            }
            Msg::ReconnectRequested => {
                for placement in PlacementKind::ALL {
                    self.reconnect(now, placement);
                }
            }
            Msg::EventSent(placement, event) => self.push_event(now, placement, event),
            Msg::MessagePosted(placement, value) => self.post(now, placement, value),
            Msg::RecordingToggled => self.toggle_recording(now),
            Msg::SessionKept => self.keep_session(now),
            Msg::ScenarioNamed(name) => self.name_scenario(name),
            Msg::ScenarioSaveRequested => self.save_scenario(&mut effects),
            Msg::ScenarioRead { text, play } => self.read_scenario(now, text, play),
            Msg::PaceChosen(pace) => {
                self.choices.pace = pace;
                self.pace_changed(now);
            }
            Msg::ReplayRequested => self.begin_replay(now),
            Msg::ReplayStepped => self.step_replay(),
            Msg::ReplayEnded => self.end_replay(now),
            Msg::ActivityCleared => self.activity.clear(),
            Msg::PageChanged(query) => self.page_changed(now, query),
            Msg::ToastClosed(number) => self.toasts.close(number),
            Msg::PurchaseEnded(number, outcome) => self.purchase_ended(now, number, outcome),
            Msg::BillingCycleChosen(number, months) => self.billing_cycle_chosen(now, number, months),
            Msg::RedirectClosed => self.redirect = None,
            Msg::SupportClosed => self.support = false,
            Msg::FrameLoaded(placement) => self.frame_loaded(now, placement),
            Msg::Received { placement, origin, data } => self.receive(now, placement, origin, data),
            Msg::Refused { placement, origin, reason } => {
                self.log.push(now, Item::Refused { placement, origin, reason });
            }
            Msg::Skipped { placement, field } => {
                self.log.warn(now, format!("The {} extension left out a field: {field}.", words(placement)));
            }
            Msg::ReceivedFromElsewhere { placement, origin } => {
                let whose = words(placement);
                let text = format!("Left aside a message from {origin}: the {whose} frame has gone to another origin.");
                self.log.warn(now, text);
            }
            Msg::PostFailed { placement, reason } => {
                let whose = words(placement);
                self.log
                    .warn(now, format!("The browser did not post the last frame for the {whose} extension: {reason}"));
            }
            Msg::AuthorizeAnswered { attempt, result } => self.authorize_answered(now, attempt, result),
            Msg::Elapsed => {
                for frame in self.frames.values_mut() {
                    frame.elapsed(now);
                }
                self.toasts.elapsed(now);
                self.authorization_elapsed(now);
            }
        }
        self.drain(now, &mut effects);
        if self.choices != chosen {
            effects.push(Effect::SaveChoices);
        }
        effects
    }

    /// Takes in which extensions there are. Those that are as before keep their frame.
    fn set_extensions(&mut self, now: Duration, extensions: Rc<[SimulatedExtension]>) {
        let before = std::mem::replace(&mut self.extensions, extensions);
        for placement in PlacementKind::ALL {
            let old = before.iter().find(|extension| extension.placement == placement).map(|old| &old.src);
            let new = self.extension(placement).map(|new| new.src.clone());
            if old == new.as_ref() {
                continue;
            }
            match new {
                None => {
                    self.frames.remove(&placement);
                }
                Some(_) => {
                    let Choices { driver, theme, faults, .. } = self.choices;
                    let frame = self.frames.entry(placement).and_modify(|frame| frame.load(driver, theme));
                    frame.or_insert_with(|| ExtensionFrame::new(placement, driver, theme, faults));
                    self.record_load(now, placement);
                }
            }
            self.forget(placement);
        }
        let details = self.extension(PlacementKind::Details);
        self.sections.declare(details.map(|details| details.sections.clone()).unwrap_or_default());
        if self.frame(PlacementKind::Details).is_none() {
            self.choices.tab = Tab::Customer;
        }
        // A view that is there for an extension is not there without it.
        if self.choices.view.placement().is_some_and(|placement| self.frame(placement).is_none()) {
            self.choices.view = View::default();
        }
    }

    /// Extensions are loaded only from now on, unless the person wants them from the simulator's own origin.
    fn other_name_known(&mut self, now: Duration, other_name: OtherName) {
        let problem = match &other_name {
            OtherName::Silent(origin) => format!("The browser can't load {origin}"),
            OtherName::Missing => "The simulator isn't open at a loopback name".to_owned(),
            OtherName::Pending | OtherName::Answers(_) => String::new(),
        };
        if !problem.is_empty() && !self.choices.same_origin {
            let consequence = "extensions have the simulator's own origin, and may do more than in the Agent App";
            self.log.warn(now, format!("{problem}: {consequence}."));
        }
        self.other_name = other_name;
    }

    /// Begins a new life of every frame.
    fn load_frames(&mut self, now: Duration) {
        self.scenarios.begin_anew();
        for placement in PlacementKind::ALL {
            self.load_frame(now, placement);
        }
    }

    /// Begins a new life of the frame, with a host that knows nothing of the one before.
    fn load_frame(&mut self, now: Duration, placement: PlacementKind) {
        let Some(frame) = self.frames.get_mut(&placement) else { return };
        frame.load(self.choices.driver, self.choices.theme);
        self.forget(placement);
        self.log.note(now, format!("Loading the {} extension anew.", words(placement)));
        self.record_load(now, placement);
    }

    fn record_load(&mut self, now: Duration, placement: PlacementKind) {
        let Some(frame) = self.frames.get(&placement) else { return };
        let (load, faults) = (frame.load, frame.faults());
        // Some count when the frame is loaded: so they come first.
        self.scenarios.record_faults(now, placement, faults);
        self.scenarios.record(now, placement, Action::Load { driver: load.driver, theme: load.theme });
    }

    fn frame_loaded(&mut self, now: Duration, placement: PlacementKind) {
        match self.frames.get_mut(&placement).map(|frame| frame.loaded(now)) {
            Some(Loaded::Begins) => self.forget(placement),
            Some(Loaded::ByItself) => {
                self.forget(placement);
                self.record_load(now, placement);
            }
            Some(Loaded::GoesOn) | None => {}
        }
    }

    /// Begins a new connection with the page that is there.
    fn reconnect(&mut self, now: Duration, placement: PlacementKind) {
        let Some(frame) = self.frames.get_mut(&placement) else { return };
        frame.reconnect(now);
        self.forget(placement);
        self.log.note(now, format!("Beginning a new connection with the {} extension.", words(placement)));
        self.scenarios.record(now, placement, Action::Reconnect);
    }

    /// The person chose what is wrong. What counts when a frame is loaded has the frames loaded anew.
    fn choose_faults(&mut self, now: Duration, faults: Faults) {
        let before = std::mem::replace(&mut self.choices.faults, faults);
        // A scenario brings its own.
        if self.scenarios.is_replaying() {
            return;
        }
        let placements: Vec<_> = self.frames.keys().copied().collect();
        let loads = |faults: Faults| (faults.wrong_origin, faults.slow_start);
        if loads(before) != loads(faults) {
            for frame in self.frames.values_mut() {
                frame.set_faults(faults);
            }
            self.load_frames(now);
        } else {
            for placement in placements {
                self.set_faults(now, placement, faults);
            }
        }
    }

    fn set_faults(&mut self, now: Duration, placement: PlacementKind, faults: Faults) {
        if let Some(frame) = self.frames.get_mut(&placement) {
            frame.set_faults(faults);
            self.scenarios.record_faults(now, placement, faults);
        }
    }

    /// Forgets what was due to an extension's last life.
    fn forget(&mut self, placement: PlacementKind) {
        self.purchases.forget(placement);
        match placement {
            PlacementKind::Details => {
                self.authorizing.stop();
                self.conversations.watched = false;
                self.sections.forget();
            }
            PlacementKind::Fullscreen => self.badge = None,
            PlacementKind::MessageBox | PlacementKind::Settings => {}
        }
    }

    /// Whether events can flow: the extension has rendered, and how authorization ended is told.
    fn speaks(&self, placement: PlacementKind) -> bool {
        let is_inited = self.frame(placement).is_some_and(|frame| frame.progress == Progress::Inited);
        is_inited && !(placement == PlacementKind::Details && self.authorizing.is_under_way())
    }

    fn receive(&mut self, now: Duration, placement: PlacementKind, origin: String, data: Result<Value, String>) {
        let Some(frame) = self.frames.get_mut(&placement) else { return };
        match data {
            Err(description) => {
                let whose = words(placement);
                let text = format!("The {whose} extension posted something that JSON cannot hold: {description}");
                self.log.warn(now, text);
            }
            Ok(value) => frame.posted(now, origin, value),
        }
    }

    /// Carries out what the hosts want, carries what is under way, and plays what is due, until there is nothing more.
    fn drain(&mut self, now: Duration, effects: &mut Vec<Effect>) {
        loop {
            if let Some((placement, output)) = self.poll_output(now) {
                self.carry_out(now, placement, output, effects);
            } else if !self.carry(now, effects) && !self.play(now) {
                return;
            }
        }
    }

    fn carry_out(
        &mut self,
        now: Duration,
        placement: PlacementKind,
        output: HostOutput<Value>,
        effects: &mut Vec<Effect>,
    ) {
        match output {
            HostOutput::Connected | HostOutput::GaveUp | HostOutput::Acknowledged { .. } => {
                if let Some(problem) = self.frames.get_mut(&placement).and_then(|frame| frame.settle(output)) {
                    self.log.warn(now, format!("The {} extension {problem}", words(placement)));
                }
            }
            HostOutput::Command(received) => self.obey(now, placement, received.command, effects),
            HostOutput::Ignored => self.log.remark("left aside"),
            // The frame has put it on its way.
            HostOutput::Post(_) => {}
        }
    }

    fn poll_output(&mut self, now: Duration) -> Option<(PlacementKind, HostOutput<Value>)> {
        self.frames.iter_mut().find_map(|(placement, frame)| Some((*placement, frame.poll_output(now)?)))
    }

    /// Hands over what has reached the end of its way. Returns whether there was anything.
    fn carry(&mut self, now: Duration, effects: &mut Vec<Effect>) -> bool {
        for (placement, frame) in &mut self.frames {
            if let Some(value) = frame.poll_post(now, &mut self.log) {
                effects.push(Effect::Post { placement: *placement, value });
                return true;
            }
            if frame.receive(now, &mut self.log) {
                return true;
            }
        }
        false
    }

    /// The extension has rendered: it is told what it has missed.
    fn inited(&mut self, now: Duration, placement: PlacementKind, effects: &mut Vec<Effect>) {
        let Some(frame) = self.frames.get_mut(&placement) else { return };
        frame.progress = Progress::Inited;
        // The scenario says what comes next.
        if self.scenarios.is_replaying() {
            return;
        }
        // Its URL says what was chosen when it was loaded.
        if frame.load.theme != self.choices.theme {
            self.tell_theme(now, placement);
        }
        match placement {
            PlacementKind::Details => self.authorize(now, effects),
            PlacementKind::MessageBox => self.tell_open(now, placement),
            PlacementKind::Fullscreen | PlacementKind::Settings => self.tell_page(now, placement),
        }
    }

    /// Tells the extensions whose profile, or which ticket, is open.
    fn tell_what_is_open(&mut self, now: Duration) {
        self.tell_open(now, PlacementKind::Details);
        self.tell_open(now, PlacementKind::MessageBox);
    }

    fn tell_open(&mut self, now: Duration, placement: PlacementKind) {
        let is_told = match placement {
            PlacementKind::Details => true,
            // While it is closed, nothing is open beside it.
            PlacementKind::MessageBox => self.choices.message_box,
            PlacementKind::Fullscreen | PlacementKind::Settings => false,
        };
        if !is_told || !self.speaks(placement) {
            return;
        }
        if let Some(customer) = self.open_customer() {
            let data = customer.event_data.clone();
            self.push(now, placement, "customer_profile", data);
        } else if placement == PlacementKind::Details
            && let Some(ticket) = self.open_ticket()
        {
            let data = ticket.event_data.clone();
            self.push(now, placement, "ticket_info", data);
        }
    }

    fn close(&mut self, now: Duration) {
        self.opened.remove(&self.choices.view);
        self.choices.ticket = None;
        if let Some(id) = self.choices.customer.take()
            && self.speaks(PlacementKind::Details)
        {
            self.push(now, PlacementKind::Details, "customer_profile_hidden", json!({ "id": id }));
        }
    }

    fn tell_theme(&mut self, now: Duration, placement: PlacementKind) {
        if self.frame(placement).is_some_and(|frame| frame.progress == Progress::Inited) {
            self.push(now, placement, "change_theme", json!({ "theme": self.choices.theme.name() }));
        }
    }

    /// Tells the extension something, unless a scenario says what it is told.
    fn push(&mut self, now: Duration, placement: PlacementKind, name: &'static str, data: Value) {
        if !self.scenarios.is_replaying() {
            self.push_event(now, placement, RawEvent { name: name.to_owned(), data });
        }
    }

    fn push_event(&mut self, now: Duration, placement: PlacementKind, event: RawEvent<Value>) {
        let Some(frame) = self.frames.get_mut(&placement) else { return };
        let RawEvent { name, data } = event.clone();
        if frame.push(Cow::Owned(name), data).is_ok() {
            self.scenarios.record(now, placement, Action::Event(event));
        } else {
            let (whose, name) = (words(placement), event.name);
            self.log.warn(now, format!("Not sent to the {whose} extension, because there is no connection: {name}"));
        }
    }

    /// Posts something as it is.
    fn post(&mut self, now: Duration, placement: PlacementKind, value: Value) {
        if let Some(frame) = self.frames.get_mut(&placement) {
            frame.post(now, value.clone());
            self.scenarios.record(now, placement, Action::Frame(value));
        }
    }

    /// Reads a command's data, and says why where they cannot be read.
    fn read<T: Decode>(&mut self, now: Duration, command: &str, data: &Value) -> Option<T> {
        match decode(data) {
            Ok(read) => Some(read),
            Err(error) => {
                self.log.warn(now, format!("{command} was left aside: {error}."));
                None
            }
        }
    }
}

#[cfg(test)]
mod tests;
