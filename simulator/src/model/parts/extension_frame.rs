//! One extension's iframe, and the host's conversation with it.

use std::{borrow::Cow, collections::BTreeMap, time::Duration};

use livechat_protocol::{
    Delivery, Driver, Fate, Faults, HostOutput, Line, LineOutput, NotConnected, PlacementKind, PushId, RawEvent, Theme,
};
use serde_json::Value;

use crate::log::{Answer, Direction, FrameItem, FrameNames, Item, Log};

/// One load of the iframe. Its URL is fixed by the choices at that time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct FrameLoad {
    /// Counts the loads; each has its own element.
    pub(crate) number: u32,
    pub(crate) driver: Driver,
    pub(crate) theme: Theme,
    /// Whether a page at an opaque origin is between simulator and extension.
    pub(crate) wrong_origin: bool,
    /// How long the application waits before it starts.
    pub(crate) slow_start: Duration,
    /// Whether it signs in at the fake LiveChat.
    pub(crate) at_fake: bool,
}

/// The progress of the extension in the iframe.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Progress {
    /// It has not rendered yet.
    Waiting,
    /// It did not answer the handshake.
    GaveUp,
    /// It sent `plugin_inited`.
    Inited,
}

/// A task for the model.
pub(crate) enum FrameOutput {
    /// Post a message to the extension's window.
    Post(Value),
    /// Carry out the host's output.
    Host(HostOutput<Value>),
}

/// The meaning of a page load.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Loaded {
    /// A conversation begins.
    Begins,
    /// A new conversation begins: the page has reloaded itself.
    ByItself,
    /// The conversation has already begun.
    GoesOn,
}

/// An iframe, and the line between its window and its own host.
pub(crate) struct ExtensionFrame {
    pub(crate) load: FrameLoad,
    pub(crate) progress: Progress,
    placement: PlacementKind,
    line: Line<Value>,
    names: FrameNames,
    /// Names of events that await acknowledgment, so that a refusal can name them.
    pushed: BTreeMap<PushId, String>,
    /// Whether the current page load has finished.
    has_loaded: bool,
    /// Whether another page has followed: for example a sign-in page, or the extension again.
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

    /// Reloads the iframe, with a new host.
    pub(crate) fn load(&mut self, driver: Driver, theme: Theme) {
        *self = Self::with_number(self.load.number + 1, self.placement, driver, theme, self.faults());
    }

    pub(crate) fn faults(&self) -> Faults {
        self.line.faults()
    }

    /// Changes the faults. Those that take effect at load time wait for the next load.
    pub(crate) fn set_faults(&mut self, faults: Faults) {
        self.line.set_faults(faults);
    }

    /// The page has loaded. Returns what that means for the conversation.
    pub(crate) fn loaded(&mut self, now: Duration) -> Loaded {
        let again = std::mem::replace(&mut self.has_loaded, true);
        self.has_gone |= again;
        // Without a handshake the extension may send messages before its page has loaded.
        if self.load.driver == Driver::Plain && self.line.is_connected() {
            return Loaded::GoesOn;
        }
        self.reconnect(now);
        if again { Loaded::ByItself } else { Loaded::Begins }
    }

    /// Whether a cover hides the page until it has rendered. A page that the iframe has navigated to by itself is never
    /// covered: the user may have to click in it, and it sends nothing to the host.
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

    /// Sends an event to the extension.
    pub(crate) fn push(&mut self, event: &RawEvent<Value>) -> Result<(), NotConnected> {
        let push = self.line.push(event)?;
        // The plain driver acknowledges nothing.
        if self.load.driver == Driver::Trusted {
            self.pushed.insert(push, event.name.clone());
        }
        Ok(())
    }

    /// Posts a bare message.
    pub(crate) fn post(&mut self, now: Duration, value: Value) {
        self.line.send_to_extension(now, value);
    }

    /// The extension's window posted a message.
    pub(crate) fn posted(&mut self, now: Duration, origin: String, value: Value) {
        self.line.send_to_host(now, origin, value);
    }

    /// Returns the next task, if any. Logs every message that was delivered or lost.
    pub(crate) fn poll(&mut self, now: Duration, log: &mut Log) -> Option<FrameOutput> {
        loop {
            match self.line.poll(now)? {
                LineOutput::Host(output) => return Some(FrameOutput::Host(output)),
                LineOutput::ToHost(Delivery { message, sent, .. }) => {
                    self.log(now, sent, Direction::FromExtension, message, log);
                    // Without a handshake, the first message begins the connection.
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

    /// Collects acknowledgments of the connection and of events. Returns what the extension did wrong, as the rest of a
    /// sentence about it.
    pub(crate) fn settle(&mut self, output: HostOutput<Value>) -> Option<String> {
        match output {
            HostOutput::Connected => {
                self.pushed.clear();
                None
            }
            HostOutput::GaveUp => {
                self.progress = Progress::GaveUp;
                Some("did not answer the handshake within 3 s after its page loaded.".to_owned())
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
