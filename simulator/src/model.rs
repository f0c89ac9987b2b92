//! Everything the simulator knows, and how it changes. No browser: messages in, effects out.

use std::{collections::BTreeMap, rc::Rc, time::Duration};

use livechat_protocol::{Driver, Host, HostOutput, NotConnected, PushId, RawEvent, ReceivedCommand, Theme};
use serde_json::{Value, json};

use crate::{
    choices::{Authorization, Choices, View},
    customers::{Author, Customer, Message},
    effect::Effect,
    frame_name::FrameNames,
    log::{Direction, Item, Log},
    msg::{Msg, Tab},
};

/// How long the extension's server may take to answer.
const AUTHORIZE_TIMEOUT: Duration = Duration::from_secs(10);

/// One life of the frame. Its URL says what was chosen when it was loaded, and stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct FrameLoad {
    /// Counts the frames; each is an element of its own.
    pub(crate) number: u32,
    pub(crate) driver: Driver,
    pub(crate) theme: Theme,
}

/// How far the extension in the frame has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Progress {
    /// It has not rendered yet.
    Waiting,
    /// It did not answer the handshake.
    GaveUp,
    /// It said `plugin_inited`.
    Inited,
}

/// The state of the simulator.
pub(crate) struct Model {
    pub(crate) choices: Choices,
    pub(crate) customers: Rc<[Rc<Customer>]>,
    pub(crate) frame: FrameLoad,
    pub(crate) progress: Progress,
    pub(crate) tab: Tab,
    pub(crate) log: Log,
    /// Who was open last in each view.
    opened: BTreeMap<View, String>,
    /// What is in the message input, by customer.
    drafts: BTreeMap<String, String>,
    /// What the agent has sent, by customer.
    sent: BTreeMap<String, Vec<Message>>,
    host: Host<Value>,
    names: FrameNames,
    attempt: u32,
    /// Authorization is under way, and given up at that time.
    authorize_by: Option<Duration>,
    /// Names of events that await their acknowledgement, so that a refusal can name them.
    pushed: BTreeMap<PushId, &'static str>,
}

impl Model {
    pub(crate) fn new(choices: Choices, customers: Vec<Rc<Customer>>) -> Self {
        let frame = FrameLoad { number: 0, driver: choices.driver, theme: choices.theme };
        let mut model = Self {
            host: Host::new(frame.driver, "simulator"),
            choices,
            customers: customers.into(),
            frame,
            progress: Progress::Waiting,
            tab: Tab::default(),
            log: Log::default(),
            opened: BTreeMap::new(),
            drafts: BTreeMap::new(),
            sent: BTreeMap::new(),
            names: FrameNames::default(),
            attempt: 0,
            authorize_by: None,
            pushed: BTreeMap::new(),
        };
        // The address may name a customer that there is not.
        model.choices.customer = model.open_customer().map(|customer| customer.profile.id.clone());
        if let Some(id) = model.choices.customer.clone() {
            model.opened.insert(model.choices.view, id);
        }
        model
    }

    /// The customer whose profile is open.
    pub(crate) fn open_customer(&self) -> Option<&Rc<Customer>> {
        let id = self.choices.customer.as_deref()?;
        self.customers.iter().find(|customer| customer.view == self.choices.view && customer.profile.id == id)
    }

    /// What is in the message input.
    pub(crate) fn draft(&self) -> &str {
        self.choices.customer.as_ref().and_then(|id| self.drafts.get(id)).map_or("", String::as_str)
    }

    /// What the agent has sent to the customer, after the transcript.
    pub(crate) fn sent(&self, id: &str) -> &[Message] {
        self.sent.get(id).map_or(&[], Vec::as_slice)
    }

    /// When [`Msg::Elapsed`] is wanted.
    pub(crate) fn next_deadline(&self) -> Option<Duration> {
        self.host.next_deadline().into_iter().chain(self.authorize_by).min()
    }

    /// Takes in what happened.
    pub(crate) fn update(&mut self, now: Duration, msg: Msg) -> Vec<Effect> {
        let mut effects = Vec::new();
        let chosen = self.choices.clone();
        match msg {
            Msg::ViewChosen(view) => {
                if view != self.choices.view {
                    self.choices.view = view;
                    self.choices.customer = self.opened.get(&view).cloned();
                    self.push_profile(now);
                }
            }
            Msg::CustomerOpened(id) => {
                self.choices.customer = Some(id.clone());
                self.opened.insert(self.choices.view, id);
                self.push_profile(now);
            }
            Msg::ProfileClosed => {
                self.opened.remove(&self.choices.view);
                if let Some(id) = self.choices.customer.take()
                    && self.speaks()
                {
                    self.push(now, "customer_profile_hidden", json!({ "id": id }));
                }
            }
            Msg::DraftChanged(text) => self.set_draft(text),
            Msg::SendRequested => self.send(),
            Msg::TabChosen(tab) => self.tab = tab,
            Msg::DriverChosen(driver) => {
                self.choices.driver = driver;
                self.load_frame(now);
            }
            Msg::AuthorizationChosen(authorization) => {
                self.choices.authorization = authorization;
                self.load_frame(now);
            }
            Msg::ThemeToggled => {
                self.choices.theme = match self.choices.theme {
                    Theme::Light => Theme::Dark,
                    Theme::Dark => Theme::Light,
                };
                if self.progress == Progress::Inited {
                    self.push_theme(now);
                }
            }
            Msg::ReloadRequested => self.load_frame(now),
            Msg::FramesToggled => self.choices.frames = !self.choices.frames,
            Msg::FramesCleared => self.log.clear(),
            Msg::FrameLoaded => self.frame_loaded(now),
            Msg::Received { origin, data } => self.receive(now, &origin, data),
            Msg::ReceivedFromElsewhere { origin } => {
                self.warn(now, format!("Left aside a message from {origin}: the frame has gone to another origin."));
            }
            Msg::PostFailed(reason) => self.warn(now, format!("The browser did not post the last frame: {reason}")),
            Msg::AuthorizeAnswered { attempt, result } => {
                // An answer that nobody waits for any more is left aside.
                if attempt == self.attempt && self.authorize_by.is_some() {
                    self.authorized(now, result);
                }
            }
            Msg::Elapsed => {
                self.host.elapsed(now);
                if self.authorize_by.is_some_and(|by| by <= now) {
                    let seconds = AUTHORIZE_TIMEOUT.as_secs();
                    self.authorized(now, Err(format!("/authorize/ did not answer within {seconds} s.")));
                }
            }
        }
        self.drain(now, &mut effects);
        if self.choices != chosen {
            effects.push(Effect::SaveChoices);
        }
        effects
    }

    /// Whether events can flow: the extension has rendered, and how authorization ended is told.
    fn speaks(&self) -> bool {
        self.progress == Progress::Inited && self.authorize_by.is_none()
    }

    /// Begins a new life of the frame, with a host that knows nothing of the one before.
    fn load_frame(&mut self, now: Duration) {
        self.frame =
            FrameLoad { number: self.frame.number + 1, driver: self.choices.driver, theme: self.choices.theme };
        self.host = Host::new(self.frame.driver, "simulator");
        self.names = FrameNames::default();
        self.progress = Progress::Waiting;
        self.authorize_by = None;
        self.note(now, "Loading the extension anew.".to_owned());
    }

    fn frame_loaded(&mut self, now: Duration) {
        match self.frame.driver {
            Driver::Trusted => {
                self.names = FrameNames::default();
                self.progress = Progress::Waiting;
                self.authorize_by = None;
                self.host.frame_loaded(now);
            }
            // Without a handshake the extension may have spoken before its page had loaded.
            Driver::Plain if self.host.is_connected() => {}
            Driver::Plain => self.host.frame_loaded(now),
        }
    }

    fn receive(&mut self, now: Duration, origin: &str, data: Result<Value, String>) {
        match data {
            Err(description) => {
                self.warn(now, format!("The extension posted something that JSON cannot hold: {description}"));
            }
            Ok(value) => {
                if self.frame.driver == Driver::Plain && !self.host.is_connected() {
                    self.host.frame_loaded(now);
                }
                self.log_frame(now, Direction::FromExtension, value.clone());
                self.host.receive(origin, &value);
            }
        }
    }

    /// Carries out what the host wants, until it wants nothing more.
    fn drain(&mut self, now: Duration, effects: &mut Vec<Effect>) {
        while let Some(output) = self.host.poll_output() {
            match output {
                HostOutput::Post(value) => {
                    self.log_frame(now, Direction::ToExtension, value.clone());
                    effects.push(Effect::Post(value));
                }
                HostOutput::Connected => self.pushed.clear(),
                HostOutput::GaveUp => {
                    self.progress = Progress::GaveUp;
                    self.warn(now, "The extension did not answer the handshake within 3 s of its page's load.".into());
                }
                HostOutput::Command(received) => self.obey(now, received, effects),
                HostOutput::Acknowledged { push, result } => {
                    let name = self.pushed.remove(&push).unwrap_or("an event");
                    if let Err(error) = result {
                        self.warn(now, format!("The extension refused {name}: {error}"));
                    }
                }
                HostOutput::Ignored => self.log.remark("not understood"),
            }
        }
    }

    fn obey(&mut self, now: Duration, received: ReceivedCommand<Value>, effects: &mut Vec<Effect>) {
        let command = received.command;
        match &*command.message {
            "plugin_inited" => {
                self.progress = Progress::Inited;
                if self.frame.theme != self.choices.theme {
                    self.push_theme(now);
                }
                self.authorize(now, effects);
            }
            "plugin_loaded" => self.authorize(now, effects),
            "put_message" => self.put_message(now, &command.data),
            _ => self.log.remark("not simulated"),
        }
    }

    /// The authorization flow, and after it the profile that is open.
    fn authorize(&mut self, now: Duration, effects: &mut Vec<Effect>) {
        self.attempt += 1;
        self.authorize_by = None;
        match self.choices.authorization {
            Authorization::Accepted => {
                self.authorize_by = Some(now.saturating_add(AUTHORIZE_TIMEOUT));
                effects.push(Effect::Authorize { attempt: self.attempt });
            }
            Authorization::Refused => {
                self.push(now, "authorize_error", Value::Null);
                self.push_profile(now);
            }
            Authorization::None => self.push_profile(now),
        }
    }

    fn authorized(&mut self, now: Duration, result: Result<Value, String>) {
        self.authorize_by = None;
        match result {
            Ok(session_id) => self.push(now, "authorize", json!({ "session_id": session_id })),
            Err(reason) => {
                self.warn(now, format!("Authorization failed. {reason}"));
                self.push(now, "authorize_error", Value::Null);
            }
        }
        self.push_profile(now);
    }

    fn push_profile(&mut self, now: Duration) {
        if self.speaks()
            && let Some(customer) = self.open_customer()
        {
            let data = customer.event_data.clone();
            self.push(now, "customer_profile", data);
        }
    }

    fn push_theme(&mut self, now: Duration) {
        self.push(now, "change_theme", json!({ "theme": self.choices.theme.name() }));
    }

    fn push(&mut self, now: Duration, name: &'static str, data: Value) {
        match self.host.push(&RawEvent { name: name.to_owned(), data }) {
            Ok(push) if self.frame.driver == Driver::Trusted => {
                self.pushed.insert(push, name);
            }
            // By the plain driver nothing is ever acknowledged.
            Ok(_) => {}
            Err(NotConnected) => self.warn(now, format!("Not sent, because there is no connection: {name}")),
        }
    }

    fn put_message(&mut self, now: Duration, data: &Value) {
        let Some(text) = data.as_str() else {
            return self.warn(now, "put_message carries no text: its data have to be a string.".to_owned());
        };
        if self.open_customer().is_none() {
            return self.warn(now, "put_message found no open chat: its text was left aside.".to_owned());
        }
        let draft = appended(self.draft(), text);
        self.set_draft(draft);
    }

    fn set_draft(&mut self, text: String) {
        if let Some(id) = self.choices.customer.clone() {
            self.drafts.insert(id, text);
        }
    }

    fn send(&mut self) {
        let Some(id) = self.choices.customer.clone() else { return };
        let text = self.draft().trim().to_owned();
        if !text.is_empty() {
            self.drafts.remove(&id);
            self.sent.entry(id).or_default().push(Message { from: Author::Agent, text });
        }
    }

    fn log_frame(&mut self, now: Duration, direction: Direction, value: Value) {
        let driver = self.frame.driver;
        let name = self.names.name(driver, direction, &value);
        self.log.push(now, Item::Frame { direction, driver, name, value });
    }

    fn note(&mut self, now: Duration, text: String) {
        self.log.push(now, Item::Note { text, warning: false });
    }

    fn warn(&mut self, now: Duration, text: String) {
        self.log.push(now, Item::Note { text, warning: true });
    }
}

/// As the Agent App does: what is there stays, and a space parts it from what comes.
fn appended(draft: &str, text: &str) -> String {
    if draft.is_empty() || draft.ends_with(char::is_whitespace) {
        format!("{draft}{text}")
    } else {
        format!("{draft} {text}")
    }
}

#[cfg(test)]
mod tests;
