//! One extension's frame, and the host's conversation with it.

use std::{borrow::Cow, collections::BTreeMap, time::Duration};

use livechat_protocol::{
    Delivery, Driver, Fate, Faults, HostOutput, Line, LineOutput, NotConnected, PlacementKind, PushId, RawEvent, Theme,
};
use serde_json::Value;

use crate::log::{Answer, Direction, FrameItem, FrameNames, Item, Log};

/// One life of the frame. Its URL says what was chosen when it was loaded, and stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct FrameLoad {
    /// Counts the frame's lives; each is an element of its own.
    pub(crate) number: u32,
    pub(crate) driver: Driver,
    pub(crate) theme: Theme,
    /// Whether a page at an origin of nobody's stands between simulator and extension.
    pub(crate) wrong_origin: bool,
    /// How long the application waits before it starts.
    pub(crate) slow_start: Duration,
    /// Whether it signs in at the fake LiveChat.
    pub(crate) at_fake: bool,
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

/// What the model has to do for a frame.
pub(crate) enum FrameOutput {
    /// Post this to the extension's window.
    Post(Value),
    /// Carry out what the host wants.
    Host(HostOutput<Value>),
}

/// What the load of a page means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Loaded {
    /// A conversation begins.
    Begins,
    /// Starts a new conversation: the page has reloaded itself.
    ByItself,
    /// The conversation has begun before.
    GoesOn,
}

/// A frame, and the line between its window and a host of its own.
pub(crate) struct ExtensionFrame {
    pub(crate) load: FrameLoad,
    pub(crate) progress: Progress,
    placement: PlacementKind,
    line: Line<Value>,
    names: FrameNames,
    /// Names of events that await their acknowledgement, so that a refusal can name them.
    pushed: BTreeMap<PushId, String>,
    /// Whether the page in it has loaded in this life.
    has_loaded: bool,
    /// Whether another page has followed it. That may be a sign-in page, or the extension's own again.
    has_gone: bool,
}

impl ExtensionFrame {
    pub(crate) fn new(placement: PlacementKind, driver: Driver, theme: Theme, faults: Faults) -> Self {
        Self::with_number(0, placement, driver, theme, faults)
    }

    fn with_number(number: u32, placement: PlacementKind, driver: Driver, theme: Theme, faults: Faults) -> Self {
        let Faults { wrong_origin, slow_start, .. } = faults;
        Self {
            load: FrameLoad { number, driver, theme, wrong_origin, slow_start, at_fake: false },
            progress: Progress::Waiting,
            placement,
            line: Line::new(driver, "simulator", faults),
            names: FrameNames::default(),
            pushed: BTreeMap::new(),
            has_loaded: false,
            has_gone: false,
        }
    }

    /// Begins a new life, with a host that knows nothing of the one before.
    pub(crate) fn load(&mut self, driver: Driver, theme: Theme) {
        *self = Self::with_number(self.load.number + 1, self.placement, driver, theme, self.faults());
    }

    pub(crate) fn faults(&self) -> Faults {
        self.line.faults()
    }

    /// Changes what is wrong from now on. What counts when the frame is loaded waits for that.
    pub(crate) fn set_faults(&mut self, faults: Faults) {
        self.line.set_faults(faults);
    }

    /// The page in it has loaded. Returns what that means for the conversation.
    pub(crate) fn loaded(&mut self, now: Duration) -> Loaded {
        let again = std::mem::replace(&mut self.has_loaded, true);
        self.has_gone |= again;
        // Without a handshake the extension may have spoken before its page had loaded.
        if self.load.driver == Driver::Plain && self.line.is_connected() {
            return Loaded::GoesOn;
        }
        self.reconnect(now);
        if again { Loaded::ByItself } else { Loaded::Begins }
    }

    /// Whether the page is out of sight until it has rendered. A page that the iframe has gone to by itself is not: the person may
    /// have to click in it, and it says nothing to the host.
    pub(crate) fn is_covered(&self) -> bool {
        self.progress != Progress::Inited && !self.has_gone
    }

    /// Begins a new connection.
    pub(crate) fn reconnect(&mut self, now: Duration) {
        if self.load.driver == Driver::Trusted {
            self.names = FrameNames::default();
            self.progress = Progress::Waiting;
        }
        self.line.frame_loaded(now);
    }

    /// Pushes an event to the extension.
    pub(crate) fn push(&mut self, event: &RawEvent<Value>) -> Result<(), NotConnected> {
        let push = self.line.push(event)?;
        // With the plain driver nothing is ever acknowledged.
        if self.load.driver == Driver::Trusted {
            self.pushed.insert(push, event.name.clone());
        }
        Ok(())
    }

    /// Posts something as it is.
    pub(crate) fn post(&mut self, now: Duration, value: Value) {
        self.line.send_to_extension(now, value);
    }

    /// Its window posted something.
    pub(crate) fn posted(&mut self, now: Duration, origin: String, value: Value) {
        self.line.send_to_host(now, origin, value);
    }

    /// What to do next, until `None`. Writes every message that has arrived, or should have, to the log.
    pub(crate) fn poll(&mut self, now: Duration, log: &mut Log) -> Option<FrameOutput> {
        loop {
            match self.line.poll(now)? {
                LineOutput::Host(output) => return Some(FrameOutput::Host(output)),
                LineOutput::ToHost(Delivery { message, sent, .. }) => {
                    self.log(now, sent, Direction::FromExtension, message, log);
                    // Without a handshake, the first message is what begins the connection.
                    if self.load.driver == Driver::Plain && !self.line.is_connected() {
                        self.line.frame_loaded(now);
                    }
                }
                LineOutput::ToExtension(Delivery { message, sent, fate }) => {
                    self.log(now, sent, Direction::ToExtension, message.clone(), log);
                    match fate {
                        Fate::Delivered => {}
                        Fate::Doubled => log.remark("doubled"),
                        Fate::Overtaken => log.remark("overtaken"),
                        Fate::Lost => {
                            log.remark("lost");
                            continue;
                        }
                    }
                    return Some(FrameOutput::Post(message));
                }
            }
        }
    }

    /// Takes in how connection and events fare. Returns what the extension did wrong, in words that follow its name.
    pub(crate) fn settle(&mut self, output: HostOutput<Value>) -> Option<String> {
        match output {
            HostOutput::Connected => {
                self.pushed.clear();
                None
            }
            HostOutput::GaveUp => {
                self.progress = Progress::GaveUp;
                Some("did not answer the handshake within 3 s of its page's load.".to_owned())
            }
            HostOutput::Acknowledged { push, result } => {
                let name = self.pushed.remove(&push).map_or(Cow::Borrowed("an event"), Cow::Owned);
                result.err().map(|error| format!("refused {name}: {error}"))
            }
            HostOutput::Post(_) | HostOutput::Command(_) | HostOutput::Ignored => None,
        }
    }

    pub(crate) fn next_deadline(&self) -> Option<Duration> {
        self.line.next_deadline()
    }

    pub(crate) fn elapsed(&mut self, now: Duration) {
        self.line.elapsed(now);
    }

    fn log(&mut self, now: Duration, sent: Duration, direction: Direction, value: Value, log: &mut Log) {
        let driver = self.load.driver;
        let named = self.names.name(driver, direction, &value, log.next_number(), sent);
        let (name, is_call) = (named.name, named.is_call);
        let item = FrameItem { placement: self.placement, direction, driver, name, is_call, value };
        log.push(now, Item::Frame(item));
        if let Some(answers) = named.answers {
            let after = now.saturating_sub(answers.sent);
            log.answered(answers.entry, Answer { after, is_error: answers.is_error });
        }
    }
}
