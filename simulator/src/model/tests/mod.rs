//! The model against real extension endpoints, without a browser.

mod connection;
mod conversation;
mod fake_livechat;
mod faults;
mod payments;
mod placements;
mod saved_session;
mod scenarios;
mod sections;
#[cfg(not(target_family = "wasm"))]
mod switches;

use std::{collections::BTreeMap, rc::Rc, time::Duration};

use livechat_protocol::{
    CustomerProfileState, Driver, Envelope, Extension, ExtensionSettings, Faults, Launch, Output,
    PlacementKind::{self, Details, Fullscreen, MessageBox, Settings},
    Post, RawCommand, RawEvent, Report, Session, Theme,
};
use serde_json::{Value, json};

use super::*;
use crate::{
    choices::{Authorization, Choices, Tab, View},
    extension::SimulatedExtension,
    log::{Direction, FrameItem, Item},
};

const ORIGIN: &str = "https://my.livechatinc.com";

/// A model with an extension in each iframe, and a clock.
struct Page {
    model: Model,
    extensions: BTreeMap<PlacementKind, Extension<Value>>,
    now: Duration,
    /// Pending authorization requests.
    attempts: Vec<u32>,
    /// The events that each extension received, in order.
    told: Vec<(PlacementKind, RawEvent<Value>)>,
    /// Downloaded files.
    files: Vec<(String, String)>,
    /// Whether the fake's event stream is open, and its last event id.
    listening: Option<Option<String>>,
    /// Requests to the fake.
    asked: Vec<FakeRequest>,
}

impl Page {
    fn new(choices: Choices, placements: &[PlacementKind]) -> Self {
        let model = Model::new(Duration::ZERO, choices, simulated(placements));
        let extensions = placements.iter().map(|placement| (*placement, extension(&model, *placement))).collect();
        Self {
            model,
            extensions,
            now: Duration::ZERO,
            attempts: Vec::new(),
            told: Vec::new(),
            files: Vec::new(),
            listening: None,
            asked: Vec::new(),
        }
    }

    /// Only the details extension; its iframe loads and the app renders.
    fn loaded(choices: Choices) -> Self {
        let mut page = Self::new(choices, &[Details]);
        page.load(Details);
        page
    }

    /// All four extensions, without authorization.
    fn all() -> Self {
        let mut page = Self::new(without_authorization(), &PlacementKind::ALL);
        for placement in PlacementKind::ALL {
            page.load(placement);
        }
        page
    }

    fn load(&mut self, placement: PlacementKind) {
        self.extensions.insert(placement, extension(&self.model, placement));
        self.happen(Msg::FrameLoaded(placement));
        self.rendered(placement);
    }

    fn rendered(&mut self, placement: PlacementKind) {
        let now = self.now;
        self.extension(placement).rendered(now);
        self.carry();
    }

    fn extension(&mut self, placement: PlacementKind) -> &mut Extension<Value> {
        self.extensions.get_mut(&placement).unwrap()
    }

    fn happen(&mut self, msg: Msg) {
        for effect in self.model.update(self.now, msg) {
            match effect {
                Effect::Post { placement, value } => {
                    let envelope = Envelope { origin: ORIGIN, from_parent: true, is_trusted: true };
                    let now = self.now;
                    self.extension(placement).receive(now, envelope, || value);
                }
                Effect::Authorize { attempt } => self.attempts.push(attempt),
                Effect::SaveFile { name, text } => self.files.push((name, text)),
                Effect::ListenToFake { after } => self.listening = Some(after),
                Effect::StopListening => self.listening = None,
                Effect::AskFake(request) => self.asked.push(request),
                Effect::SaveChoices => {}
            }
        }
        self.carry();
    }

    fn carry(&mut self) {
        while let Some((placement, output)) =
            self.extensions.iter_mut().find_map(|(placement, extension)| Some((*placement, extension.poll_output()?)))
        {
            match output {
                Output::Post(Post { frame, .. }) => {
                    let origin = "https://extension.example".to_owned();
                    self.happen(Msg::Received { placement, origin, data: Ok(frame) });
                }
                Output::Event { event, .. } => self.told.push((placement, event)),
                _ => {}
            }
        }
    }

    fn command(&mut self, placement: PlacementKind, command: impl Into<RawCommand<Value>>) {
        let now = self.now;
        self.extension(placement).send(now, command);
        self.carry();
    }

    fn raw(&mut self, placement: PlacementKind, message: &'static str, data: Value) {
        self.command(placement, RawCommand::new(message, data));
    }

    fn open(&mut self, id: &str) {
        self.happen(Msg::CustomerOpened(id.to_owned()));
    }

    fn shown(&self, placement: PlacementKind) -> Option<String> {
        self.extensions[&placement].state().customer_profile.shown().map(|customer| customer.id.clone())
    }

    /// The data of the events with that name that the extension received.
    fn told(&self, placement: PlacementKind, name: &str) -> Vec<Value> {
        let is_it = |(to, event): &&(PlacementKind, RawEvent<Value>)| *to == placement && event.name == name;
        self.told.iter().filter(is_it).map(|(_, event)| event.data.clone()).collect()
    }

    /// The reported texts of the message input.
    fn told_texts(&self) -> Vec<String> {
        let texts = self.told(Details, "message_box_text");
        texts.iter().map(|data| data["value"].as_str().unwrap().to_owned()).collect()
    }

    /// The log's lines: names of messages and texts of notes.
    fn lines(&self) -> Vec<String> {
        self.model
            .log
            .entries()
            .map(|entry| match &entry.item {
                Item::Frame(FrameItem { direction: Direction::ToExtension, name, .. }) => format!("→ {name}"),
                Item::Frame(FrameItem { direction: Direction::FromExtension, name, .. }) => format!("← {name}"),
                Item::Refused { reason, .. } => format!("✕ {reason}"),
                Item::Note { text, .. } => text.clone(),
            })
            .collect()
    }

    /// The warnings with that prefix.
    fn warnings(&self, beginning: &str) -> Vec<String> {
        self.model
            .log
            .entries()
            .filter_map(|entry| match &entry.item {
                Item::Note { text, warning: true } if text.starts_with(beginning) => Some(text.clone()),
                _ => None,
            })
            .collect()
    }
}

fn simulated(placements: &[PlacementKind]) -> Rc<[SimulatedExtension]> {
    let of = |placement: &PlacementKind| SimulatedExtension {
        placement: *placement,
        src: format!("/{}", placement.as_str()).into(),
        sections: Vec::new(),
        authorize: true,
        signs_in: false,
    };
    placements.iter().map(of).collect()
}

fn extension(model: &Model, placement: PlacementKind) -> Extension<Value> {
    let load = model.frame(placement).unwrap().load;
    let mut settings = ExtensionSettings::default();
    settings.launch = Launch { plugin_id: None, driver: load.driver, theme: Some(load.theme) };
    settings.parent_origin = Some(ORIGIN.to_owned());
    Extension::new(settings, Duration::ZERO)
}

fn without_authorization() -> Choices {
    Choices { authorization: Authorization::None, ..Choices::default() }
}

fn plain() -> Choices {
    Choices { driver: Driver::Plain, ..without_authorization() }
}
