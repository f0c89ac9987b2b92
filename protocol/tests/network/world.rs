//! The network, and what must hold at every step.

#![allow(clippy::unwrap_used, reason = "Clippy lets a test unwrap, but not what several tests share")]

use std::collections::{BTreeMap, BTreeSet};

use livechat_protocol::{
    CallId, ConnectionState, CustomerProfileState, Driver, Envelope, Extension, Faults, HostOutput, LIKELY_HOSTS, Line,
    LineOutput, Output, Post, PushId, PutMessage, limits,
};
use serde_json::{Value, json};

use crate::{
    harness::{self, EXTENSION, HOST, OTHER_HOST, event, event_frame, handshake, posted_command, well},
    steps::{Babble, Forgery, Sender, Step},
};

/// The connection of a message: its owner and instance, as text. The plain driver has only one.
fn link_of(frame: &Value) -> String {
    format!("{}#{}", frame["owner"], frame["instance"])
}

/// Both ends, the messages in flight outside the line, which has no faults here, and everything observed so far.
pub(crate) struct Network {
    pub(crate) extension: Extension<Value>,
    pub(crate) line: Line<Value>,
    now: u64,
    pub(crate) to_extension: Vec<Value>,
    pub(crate) to_host: Vec<Value>,
    /// The texts that the app has sent so far.
    pub(crate) texts: usize,
    /// How often each call that the app began has ended.
    pub(crate) ends: BTreeMap<CallId, u32>,
    /// Calls that have ended, including the machine's own.
    ended: BTreeSet<CallId>,
    /// The commands that the extension posted, connection by connection.
    posted: BTreeMap<String, Vec<String>>,
    /// The connections in the order in which the extension first called on them.
    links: Vec<String>,
    /// The texts that the extension posted, in order.
    posted_texts: Vec<usize>,
    /// How many copies of each text the network carried to the host.
    pub(crate) copies: BTreeMap<usize, u32>,
    pub(crate) received: BTreeMap<usize, u32>,
    shown: BTreeSet<u32>,
    pub(crate) acknowledged: Vec<PushId>,
}

impl Network {
    pub(crate) fn new(driver: Driver) -> Self {
        let settings = harness::settings(|settings| settings.launch.driver = driver);
        Self {
            extension: Extension::new(settings, harness::at(0)),
            line: Line::new(driver, harness::OWNER, Faults::default()),
            now: 0,
            to_extension: Vec::new(),
            to_host: Vec::new(),
            texts: 0,
            ends: BTreeMap::new(),
            ended: BTreeSet::new(),
            posted: BTreeMap::new(),
            links: Vec::new(),
            posted_texts: Vec::new(),
            copies: BTreeMap::new(),
            received: BTreeMap::new(),
            shown: BTreeSet::new(),
            acknowledged: Vec::new(),
        }
    }

    pub(crate) fn step(&mut self, step: Step) {
        let now = harness::at(self.now);
        match step {
            Step::Wait(milliseconds) => self.wait(milliseconds),
            Step::Load => self.line.frame_loaded(now),
            Step::Render => self.extension.rendered(now),
            Step::Send(count) => (0..count).for_each(|_| self.send()),
            Step::Refresh => {
                let call = self.extension.refresh_session(now);
                self.ends.insert(call, 0);
            }
            Step::Show(profile) => {
                self.show(profile);
            }
            Step::Answer(answering) => self.line.set_answering(answering),
            Step::Deliver(count) => (0..count).for_each(|_| self.deliver_next()),
            Step::HurryToExtension(place) => {
                if let Some(frame) = take(&mut self.to_extension, place) {
                    self.hand_to_extension(frame);
                }
            }
            Step::HurryToHost(place) => {
                if let Some(frame) = take(&mut self.to_host, place) {
                    self.hand_to_host(frame);
                }
            }
            Step::LoseToExtension(place) => drop(take(&mut self.to_extension, place)),
            Step::LoseToHost(place) => drop(take(&mut self.to_host, place)),
            Step::DoubleToExtension(place) => self.to_extension.extend(self.to_extension.get(place).cloned()),
            Step::DoubleToHost(place) => self.to_host.extend(self.to_host.get(place).cloned()),
            Step::Forge(sender, forgery) => self.forge(sender, forgery),
            Step::Babble(babble) => self.babble(babble),
        }
        self.drain();
    }

    fn send(&mut self) {
        let command = PutMessage::new(self.texts.to_string()).unwrap();
        self.texts += 1;
        let call = self.extension.send(harness::at(self.now), &command);
        assert_eq!(self.ends.insert(call, 0), None, "two calls of one name");
    }

    pub(crate) fn show(&mut self, profile: u32) -> Option<PushId> {
        let push = self.line.push(&event("customer_profile", json!({ "id": profile.to_string() }))).ok()?;
        self.shown.insert(profile);
        Some(push)
    }

    /// Time passes as with a real driver: each end is woken at its deadlines, and then at the end.
    pub(crate) fn wait(&mut self, milliseconds: u64) {
        let end = self.now + milliseconds;
        for _ in 0..100_000 {
            let next = self.extension.next_deadline().into_iter().chain(self.line.next_deadline()).min();
            let Some(next) = next.filter(|next| *next <= harness::at(end)) else {
                self.now = end;
                return;
            };
            self.now = self.now.max(u64::try_from(next.as_millis()).unwrap_or(u64::MAX));
            self.extension.elapsed(harness::at(self.now));
            self.line.elapsed(harness::at(self.now));
            self.drain();
        }
        panic!("a deadline that has passed is still there");
    }

    fn deliver_next(&mut self) {
        if let Some(frame) = take(&mut self.to_extension, 0) {
            self.hand_to_extension(frame);
        }
        if let Some(frame) = take(&mut self.to_host, 0) {
            self.hand_to_host(frame);
        }
    }

    pub(crate) fn deliver_all(&mut self) {
        while !self.to_extension.is_empty() || !self.to_host.is_empty() {
            self.deliver_next();
        }
    }

    pub(crate) fn hand_to_extension(&mut self, frame: Value) {
        self.extension.receive(harness::at(self.now), harness::from_parent(HOST), || frame);
        self.drain();
    }

    pub(crate) fn hand_to_host(&mut self, frame: Value) {
        if let Some(text) = posted_command(&frame).and_then(text_of) {
            *self.copies.entry(text).or_default() += 1;
        }
        self.line.send_to_host(harness::at(self.now), EXTENSION, frame);
        self.drain();
    }

    fn forge(&mut self, sender: Sender, forgery: Forgery) {
        let from = harness::from_parent;
        let envelope = match sender {
            Sender::Sibling => Envelope { from_parent: false, ..from(HOST) },
            Sender::Script => Envelope { is_trusted: false, ..from(HOST) },
            Sender::Attacker => from("https://attacker.example"),
            Sender::Insecure => from("http://my.livechatinc.com"),
            // Until the host has sent a message, this could be the host.
            Sender::OtherHost if !matches!(self.extension.connection().state, ConnectionState::Connected { .. }) => {
                return;
            }
            Sender::OtherHost => from(OTHER_HOST),
        };
        let forged = json!({ "id": "forged" });
        let instance = self.instance();
        let data = match forgery {
            Forgery::Handshake(ahead) => handshake(instance + ahead),
            Forgery::Profile => event_frame(instance, "customer_profile", forged),
            Forgery::PlainProfile => event("customer_profile", forged).to_wire(),
            Forgery::Answer(request) => well(instance, request),
        };
        let ended = self.ended.len();
        let refused = self.extension.connection().refused;
        self.extension.receive(harness::at(self.now), envelope, || data);
        self.drain();
        assert_eq!(self.extension.connection().refused, refused + 1);
        assert_eq!(self.ended.len(), ended, "a forged message has ended a call");
    }

    fn babble(&mut self, babble: Babble) {
        let forged = json!({ "id": "forged" });
        let instance = self.instance();
        let data = match babble {
            Babble::OtherLinkProfile => event_frame(instance + 1_000, "customer_profile", forged),
            Babble::OtherLinkAnswer(request) => well(instance + 1_000, request),
            Babble::Malformed => harness::frame(instance, "call", json!({ "method": 7 }), json!(0)),
            Babble::Nonsense => json!(["livechat:customer_profile", forged]),
            Babble::UnknownAnswer => well(instance, 1_000_000),
        };
        let ended = self.ended.len();
        self.hand_to_extension(data);
        assert_eq!(self.ended.len(), ended, "a message of no connection has ended a call");
    }

    /// The instance of the extension's last call, which is the one worth forging.
    fn instance(&self) -> i64 {
        self.links.last().and_then(|link| link.rsplit('#').next()?.parse().ok()).unwrap_or(0)
    }

    /// Carries out the outputs of both ends, and checks them.
    pub(crate) fn drain(&mut self) {
        while let Some(output) = self.extension.poll_output() {
            match output {
                Output::Post(Post { target, frame, .. }) => {
                    let target = target.to_string();
                    if target != HOST {
                        // The browser delivers it only to that origin, which is not the page around the extension.
                        let name = posted_command(&frame).map(|command| command["message"].clone());
                        assert_eq!(name, Some(json!("plugin_inited")), "posted to somebody else than the host");
                        assert!(LIKELY_HOSTS.contains(&&*target), "plugin_inited was posted to {target}");
                        continue;
                    }
                    self.look_at_post(&frame);
                    self.to_host.push(frame);
                }
                Output::Settled { call, .. } => {
                    assert!(self.ended.insert(call), "a call has ended twice");
                    if let Some(ends) = self.ends.get_mut(&call) {
                        *ends += 1;
                    }
                }
                Output::Event { .. } | Output::Changed(_) | Output::Refused(_) | Output::Skipped(_) => {}
            }
        }
        while let Some(output) = self.line.poll(harness::at(self.now)) {
            match output {
                LineOutput::ToExtension(delivery) => self.to_extension.push(delivery.message),
                LineOutput::Host(HostOutput::Command(received)) => {
                    if received.command.message == "put_message"
                        && let Some(text) = received.command.data.as_str().and_then(|text| text.parse().ok())
                    {
                        *self.received.entry(text).or_default() += 1;
                    }
                }
                LineOutput::Host(HostOutput::Acknowledged { push, result }) => {
                    assert_eq!(result, Ok(()));
                    assert!(!self.acknowledged.contains(&push), "a push is acknowledged twice");
                    self.acknowledged.push(push);
                }
                LineOutput::ToHost(_) | LineOutput::Host(_) => {}
            }
        }
        if let CustomerProfileState::Shown(profile) = &self.extension.state().customer_profile {
            let shown = profile.id.parse().is_ok_and(|id| self.shown.contains(&id));
            assert!(shown, "the profile {:?} was never shown by the host", profile.id);
        }
        let under_way = self.ends.len() - self.ends.values().filter(|ends| **ends > 0).count();
        assert!(under_way <= limits::QUEUED_COMMANDS + limits::PENDING_COMMANDS);
    }

    fn look_at_post(&mut self, frame: &Value) {
        let Some(command) = posted_command(frame) else { return };
        let link = link_of(frame);
        if self.links.last() != Some(&link) {
            assert!(!self.links.contains(&link), "the extension went back to the connection {link}");
            self.links.push(link.clone());
        }
        let names = self.posted.entry(link).or_default();
        let name = command["message"].as_str().unwrap_or_default().to_owned();
        // The first and only one of its connection.
        assert_eq!(name == "plugin_inited", names.is_empty(), "`{name}` after {names:?}");
        names.push(name);
        if let Some(text) = text_of(command) {
            assert!(self.posted_texts.last().is_none_or(|last| *last < text), "{text} is posted late, or again");
            self.posted_texts.push(text);
        }
    }
}

fn text_of(command: &Value) -> Option<usize> {
    (command["message"] == "put_message").then(|| command["data"].as_str()?.parse().ok()).flatten()
}

fn take(messages: &mut Vec<Value>, place: usize) -> Option<Value> {
    (place < messages.len()).then(|| messages.remove(place))
}
