//! Both ends of the conversation, connected by an in-memory pipe, with a log of all outputs.

#![allow(clippy::unwrap_used, reason = "Clippy lets a test unwrap, but not what several tests share")]
#![allow(dead_code, reason = "each test binary uses its own part of the harness")]

pub(crate) mod cases;

use std::time::Duration;

use livechat_protocol::{
    CallId, CommandError, ConnectionState, Driver, Envelope, Extension, ExtensionSettings, Host, HostOutput, Origin,
    Output, Post, PushId, PutMessage, RawCommand, RawEvent, ReceivedCommand, Refusal, Slice,
};
use serde_json::{Value, json};

/// Where the Agent App is served from, in these tests.
pub(crate) const HOST: &str = "https://my.livechatinc.com";
/// Another origin that the default policy admits.
pub(crate) const OTHER_HOST: &str = "https://my.livechat.com";
/// Where the extension is served from.
pub(crate) const EXTENSION: &str = "https://extension.example";
/// The name of the host's end.
pub(crate) const OWNER: &str = "owner";

/// The connection with [`HOST`].
pub(crate) fn connected(driver: Driver) -> ConnectionState {
    let origin = Origin::parse(HOST).unwrap_or_else(|error| panic!("{HOST}: {error}"));
    ConnectionState::Connected { origin, driver }
}

/// A moment, in milliseconds since the start.
pub(crate) fn at(milliseconds: u64) -> Duration {
    Duration::from_millis(milliseconds)
}

/// A message that the browser delivered from the parent window.
pub(crate) fn from_parent(origin: &str) -> Envelope<'_> {
    Envelope { origin, from_parent: true, is_trusted: true }
}

/// The default settings with one thing changed.
pub(crate) fn settings(change: impl FnOnce(&mut ExtensionSettings)) -> ExtensionSettings {
    let mut settings = ExtensionSettings::default();
    change(&mut settings);
    settings
}

/// The settings for the plain driver.
pub(crate) fn plain() -> ExtensionSettings {
    settings(|settings| settings.launch.driver = Driver::Plain)
}

/// An event from the host.
pub(crate) fn event(name: &str, data: Value) -> RawEvent<Value> {
    RawEvent { name: name.to_owned(), data }
}

/// A message of the trusted driver.
pub(crate) fn frame(instance: i64, kind: &str, data: Value, request: Value) -> Value {
    json!({
        "@@livechat/postmessenger": true,
        "owner": OWNER,
        "instance": instance,
        "type": kind,
        "data": data,
        "request": request,
    })
}

/// A handshake from the host.
pub(crate) fn handshake(instance: i64) -> Value {
    frame(instance, "handshake", json!({}), Value::Null)
}

/// A successful response.
pub(crate) fn well(instance: i64, request: impl Into<Value>) -> Value {
    frame(instance, "response", json!({ "error": false }), request.into())
}

/// A message that carries an event.
pub(crate) fn event_frame(instance: i64, name: &str, data: Value) -> Value {
    let args = json!([event(name, data).to_wire()]);
    frame(instance, "call", json!({ "method": "handle", "args": args }), json!(0))
}

/// All current outputs of an extension.
pub(crate) fn outputs(extension: &mut Extension<Value>) -> Vec<Output<Value>> {
    std::iter::from_fn(|| extension.poll_output()).collect()
}

/// Its current posts, and whether each can wait. Other outputs are dropped.
pub(crate) fn posts(extension: &mut Extension<Value>) -> impl Iterator<Item = (Value, bool)> {
    outputs(extension).into_iter().filter_map(|output| match output {
        Output::Post(post) => Some((post.frame, post.can_wait)),
        _ => None,
    })
}

/// The command in a message that calls `handle`.
pub(crate) fn posted_command(frame: &Value) -> Option<&Value> {
    if frame["type"] == "call" { frame["data"]["args"].get(0) } else { frame.get("message").map(|_| frame) }
}

/// Host and extension, with a lossless pipe between them.
pub(crate) struct Conversation {
    pub(crate) extension: Extension<Value>,
    pub(crate) host: Host<Value>,
    pub(crate) now: Duration,
    /// The messages that the extension posted, with their targets.
    pub(crate) from_extension: Vec<(Origin, Value)>,
    /// The messages that the host posted.
    pub(crate) from_host: Vec<Value>,
    /// The extension's other outputs.
    pub(crate) extension_said: Vec<Output<Value>>,
    /// The host's other outputs.
    pub(crate) host_said: Vec<HostOutput<Value>>,
}

impl Conversation {
    /// Two ends before any message.
    pub(crate) fn new(settings: ExtensionSettings) -> Self {
        let mut conversation = Self {
            host: Host::new(settings.launch.driver, OWNER),
            extension: Extension::new(settings, Duration::ZERO),
            now: Duration::ZERO,
            from_extension: Vec::new(),
            from_host: Vec::new(),
            extension_said: Vec::new(),
            host_said: Vec::new(),
        };
        conversation.carry();
        conversation
    }

    /// Two connected ends of the trusted driver, with the app rendered.
    pub(crate) fn open() -> Self {
        let mut conversation = Self::new(ExtensionSettings::default());
        conversation.load();
        conversation.render();
        conversation
    }

    /// The same, with profiles read on demand, as in real extensions.
    pub(crate) fn postponing() -> Self {
        let mut conversation = Self::new(settings(|settings| settings.postpone_profiles = true));
        conversation.load();
        conversation.render();
        conversation
    }

    /// A component asks for the state.
    pub(crate) fn catch_up(&mut self) {
        self.extension.catch_up();
        self.carry();
    }

    /// The iframe has loaded.
    pub(crate) fn load(&mut self) {
        self.host.frame_loaded(self.now);
        self.carry();
    }

    /// The app has rendered.
    pub(crate) fn render(&mut self) {
        self.extension.rendered(self.now);
        self.carry();
    }

    /// The app sends a command.
    pub(crate) fn send(&mut self, command: impl Into<RawCommand<Value>>) -> CallId {
        let call = self.extension.send(self.now, command);
        self.carry();
        call
    }

    /// The app puts text into the message input.
    pub(crate) fn put(&mut self, text: &str) -> CallId {
        self.send(&PutMessage::new(text).unwrap())
    }

    /// The host pushes an event; it must be connected.
    pub(crate) fn push(&mut self, name: &str, data: Value) -> PushId {
        let push = self.host.push(&event(name, data));
        self.carry();
        push.unwrap_or_else(|error| panic!("{error}"))
    }

    /// A page in the parent's place posts this to the extension.
    pub(crate) fn deliver(&mut self, origin: &str, data: Value) {
        self.extension.receive(self.now, from_parent(origin), || data);
        self.carry();
    }

    /// Lets time pass, waking both ends at their deadlines.
    pub(crate) fn advance(&mut self, milliseconds: u64) {
        let end = self.now + at(milliseconds);
        loop {
            let next = self.extension.next_deadline().into_iter().chain(self.host.next_deadline()).min();
            let Some(next) = next.filter(|next| *next <= end) else { break };
            self.now = self.now.max(next);
            self.extension.elapsed(self.now);
            self.host.elapsed(self.now);
            self.carry();
            let still = self.extension.next_deadline().into_iter().chain(self.host.next_deadline()).min();
            assert!(still.is_none_or(|still| still > self.now), "a deadline that has passed is still there");
        }
        self.now = end;
    }

    /// Delivers the posts of both ends until there are none.
    pub(crate) fn carry(&mut self) {
        loop {
            let mut quiet = true;
            while let Some(output) = self.host.poll_output() {
                quiet = false;
                match output {
                    HostOutput::Post(frame) => {
                        self.from_host.push(frame.clone());
                        self.extension.receive(self.now, from_parent(HOST), || frame);
                    }
                    output => self.host_said.push(output),
                }
            }
            while let Some(output) = self.extension.poll_output() {
                quiet = false;
                match output {
                    Output::Post(Post { target, frame, .. }) => {
                        if target.to_string() == HOST {
                            self.host.receive(EXTENSION, &frame);
                        }
                        self.from_extension.push((target, frame));
                    }
                    output => self.extension_said.push(output),
                }
            }
            if quiet {
                return;
            }
        }
    }

    /// The state of the connection.
    pub(crate) fn connection(&self) -> &ConnectionState {
        &self.extension.connection().state
    }

    /// Whether the extension is connected.
    pub(crate) fn is_connected(&self) -> bool {
        matches!(self.connection(), ConnectionState::Connected { .. })
    }

    /// The commands that reached the host.
    pub(crate) fn received(&self) -> impl Iterator<Item = &ReceivedCommand<Value>> {
        self.host_said.iter().filter_map(|said| match said {
            HostOutput::Command(command) => Some(command),
            _ => None,
        })
    }

    /// The names of the commands that reached the host.
    pub(crate) fn received_names(&self) -> Vec<&str> {
        self.received().map(|received| &*received.command.message).collect()
    }

    /// The texts that reached the message input.
    pub(crate) fn received_texts(&self) -> Vec<&str> {
        self.received()
            .filter(|received| received.command.message == "put_message")
            .filter_map(|received| received.command.data.as_str())
            .collect()
    }

    /// The names of the commands that the extension posted, whether or not the host received them.
    pub(crate) fn posted_names(&self) -> Vec<&str> {
        self.from_extension.iter().filter_map(|(_, frame)| posted_command(frame)?["message"].as_str()).collect()
    }

    /// The origins that `plugin_inited` was posted to; nothing else was posted.
    pub(crate) fn inited_at(&self) -> Vec<String> {
        let is_inited =
            |frame: &Value| posted_command(frame).is_some_and(|command| command["message"] == "plugin_inited");
        assert!(self.from_extension.iter().all(|(_, frame)| is_inited(frame)), "{:?}", self.from_extension);
        self.from_extension.iter().map(|(target, _)| target.to_string()).collect()
    }

    /// The outcomes of a call.
    pub(crate) fn ends_of(&self, wanted: CallId) -> Vec<Result<(), CommandError>> {
        self.extension_said
            .iter()
            .filter_map(|said| match said {
                Output::Settled { call, result, .. } if *call == wanted => Some(result.clone()),
                _ => None,
            })
            .collect()
    }

    /// The messages that the extension refused.
    pub(crate) fn refusals(&self) -> Vec<&Refusal> {
        self.extension_said
            .iter()
            .filter_map(|said| match said {
                Output::Refused(refusal) => Some(refusal),
                _ => None,
            })
            .collect()
    }

    /// How often a slice changed.
    pub(crate) fn changes_of(&self, slice: Slice) -> usize {
        self.extension_said.iter().filter(|said| **said == Output::Changed(slice)).count()
    }

    /// The names of the events that reached the app.
    pub(crate) fn events(&self) -> Vec<&str> {
        self.extension_said
            .iter()
            .filter_map(|said| match said {
                Output::Event { event, .. } => Some(event.name.as_str()),
                _ => None,
            })
            .collect()
    }
}
