//! Plays one conversation twice: to the prelude with the state machine after it, and to the state machine alone.

#![allow(clippy::unwrap_used, reason = "Clippy lets a test unwrap, but not what several tests share")]

use livechat_protocol::{
    Connection, Driver, Envelope, Extension, ExtensionSettings, HostState, Kept, Launch, Output, Post, PutMessage,
};
use prelude_tests::{Message, Page, Place};
use serde_json::Value;
use std::time::Duration;

/// A posted message with its target origin.
pub(crate) type Posts = Vec<(String, Value)>;

/// The behavior that is visible from outside.
#[derive(Debug)]
pub(crate) struct Seen {
    pub(crate) state: HostState,
    pub(crate) connection: Connection,
    /// All posted messages.
    pub(crate) posts: Posts,
    /// The answers to the host's handshakes and calls, in order.
    pub(crate) answers: Posts,
    /// The commands and the calls that carry them, in order.
    pub(crate) commands: Posts,
}

/// One conversation.
#[derive(Clone, Debug, Default)]
pub(crate) struct Conversation {
    pub(crate) place: Place,
    pub(crate) is_plain: bool,
    /// The messages before the application takes over.
    pub(crate) early: Vec<Message>,
    /// After this many early messages, the page fails to start; the application may still take over later.
    pub(crate) fails_after: Option<usize>,
    /// The messages after the application has rendered.
    pub(crate) late: Vec<Message>,
    /// The texts that the app sends between its rendering and the late messages.
    pub(crate) texts: Vec<String>,
}

impl Conversation {
    /// A conversation of only early messages.
    pub(crate) fn of(early: impl IntoIterator<Item = Message>) -> Self {
        Self { early: early.into_iter().collect(), ..Self::default() }
    }

    pub(crate) fn settings(&self) -> ExtensionSettings {
        let mut settings = ExtensionSettings::default();
        settings.launch = Launch { plugin_id: Some("abc".to_owned()), ..Launch::default() };
        settings.launch.driver = if self.is_plain { Driver::Plain } else { Driver::Trusted };
        settings.parent_origin.clone_from(&self.place.ancestor);
        settings
    }

    /// The page after the early messages.
    pub(crate) fn page(&self) -> Page {
        let mut place = self.place.clone();
        if self.is_plain {
            place.search.push_str("&connection=plain");
        }
        let page = Page::new(&place);
        let fails_after = self.fails_after.map(|count| count.min(self.early.len()));
        for (index, message) in self.early.iter().enumerate() {
            if fails_after == Some(index) {
                page.fail();
            }
            page.deliver(message);
        }
        if fails_after == Some(self.early.len()) {
            page.fail();
        }
        page
    }

    /// Plays it to the prelude, then to the machine that takes over from it.
    pub(crate) fn with_prelude(&self) -> Seen {
        let page = self.page();
        let mut posts = page.posted();
        let left = page.take_over();
        let mut machine = Extension::<Value>::new(self.settings(), Duration::ZERO);
        for buffered in left.buffered {
            let kept = Kept { answered: buffered.answered };
            let Message { data, .. } = &buffered.message;
            machine.receive_kept(Duration::ZERO, buffered.message.envelope(), kept, || data.clone());
        }
        machine.taken_over(&left.take_over);
        self.finish(&mut machine, &mut posts);
        seen(machine, posts)
    }

    /// Plays it to a machine that runs from the beginning.
    pub(crate) fn without_prelude(&self) -> Seen {
        let mut machine = Extension::<Value>::new(self.settings(), Duration::ZERO);
        let mut posts = Vec::new();
        for message in &self.early {
            receive(&mut machine, message);
        }
        self.finish(&mut machine, &mut posts);
        seen(machine, posts)
    }

    fn finish(&self, machine: &mut Extension<Value>, posts: &mut Posts) {
        // The hooks of the first render request messages before the provider reports that it has rendered.
        machine.watch_messages(Duration::ZERO);
        machine.rendered(Duration::ZERO);
        for text in &self.texts {
            machine.send(Duration::ZERO, &PutMessage::new(text).unwrap());
        }
        for message in &self.late {
            receive(machine, message);
        }
        machine.catch_up();
        let outputs = std::iter::from_fn(|| machine.poll_output());
        posts.extend(outputs.filter_map(|output| match output {
            Output::Post(Post { target, frame, .. }) => Some((target.to_string(), frame)),
            _ => None,
        }));
    }
}

fn receive(machine: &mut Extension<Value>, message: &Message) {
    let envelope: Envelope<'_> = message.envelope();
    machine.receive(Duration::ZERO, envelope, || message.data.clone());
}

fn seen(machine: Extension<Value>, posts: Posts) -> Seen {
    let (answers, commands) = posts.iter().cloned().partition(|(_, frame)| frame["type"] == "response");
    Seen { state: machine.state().clone(), connection: machine.connection().clone(), posts, answers, commands }
}

/// The connection on which a command was sent, and its name.
pub(crate) fn named((target, frame): &(String, Value)) -> (String, String) {
    let command = if frame["type"] == "call" { &frame["data"]["args"][0] } else { frame };
    let link = format!("{target} {} {}", frame["owner"], frame["instance"]);
    (link, command["message"].as_str().unwrap_or_default().to_owned())
}
