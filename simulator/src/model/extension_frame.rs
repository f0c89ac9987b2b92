//! One extension's frame, and the host's end of the conversation with it.

use std::{borrow::Cow, collections::BTreeMap, time::Duration};

use livechat_protocol::{
    Answering, Carrier, Driver, Fate, Faults, Host, HostOutput, NotConnected, PlacementKind, PushId, RawEvent,
    RemoteError, Theme,
};
use serde_json::Value;

use crate::{
    frame_name::FrameNames,
    log::{Answer, Direction, FrameItem, Item, Log},
};

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

/// A frame, with a host of its own, and the way between them.
pub(crate) struct ExtensionFrame {
    pub(crate) load: FrameLoad,
    pub(crate) progress: Progress,
    placement: PlacementKind,
    faults: Faults,
    host: Host<Value>,
    to_extension: Carrier<Value>,
    /// With the origin that it came from.
    from_extension: Carrier<(String, Value)>,
    names: FrameNames,
    /// Names of events that await their acknowledgement, so that a refusal can name them.
    pushed: BTreeMap<PushId, Cow<'static, str>>,
    /// Whether the page in it has loaded in this life.
    has_loaded: bool,
}

impl ExtensionFrame {
    pub(super) fn new(placement: PlacementKind, driver: Driver, theme: Theme, faults: Faults) -> Self {
        Self::with_number(0, placement, driver, theme, faults)
    }

    fn with_number(number: u32, placement: PlacementKind, driver: Driver, theme: Theme, faults: Faults) -> Self {
        let Faults { wrong_origin, slow_start, .. } = faults;
        let mut frame = Self {
            load: FrameLoad { number, driver, theme, wrong_origin, slow_start },
            progress: Progress::Waiting,
            placement,
            faults,
            host: Host::new(driver, "simulator"),
            to_extension: Carrier::default(),
            from_extension: Carrier::default(),
            names: FrameNames::default(),
            pushed: BTreeMap::new(),
            has_loaded: false,
        };
        frame.set_faults(faults);
        frame
    }

    /// Begins a new life, with a host that knows nothing of the one before.
    pub(super) fn load(&mut self, driver: Driver, theme: Theme) {
        *self = Self::with_number(self.load.number + 1, self.placement, driver, theme, self.faults);
    }

    pub(super) fn faults(&self) -> Faults {
        self.faults
    }

    /// Changes what is wrong from now on. What counts when the frame is loaded waits for that.
    pub(super) fn set_faults(&mut self, faults: Faults) {
        self.faults = faults;
        self.to_extension.set_faults(faults);
        // On the way back, messages only take their time: the rest is the host's doing.
        self.from_extension.set_faults(Faults { latency: faults.latency, ..Faults::default() });
        let refusal = RemoteError { message: "refused by the simulator".to_owned(), code: None };
        self.host.set_answering(if faults.refusing { Answering::Refuse(refusal) } else { Answering::Accept });
    }

    /// The page in it has loaded. Returns what that means for the conversation.
    pub(super) fn loaded(&mut self, now: Duration) -> Loaded {
        let again = std::mem::replace(&mut self.has_loaded, true);
        // Without a handshake the extension may have spoken before its page had loaded.
        if self.load.driver == Driver::Plain && self.host.is_connected() {
            return Loaded::GoesOn;
        }
        self.reconnect(now);
        if again { Loaded::ByItself } else { Loaded::Begins }
    }

    /// Begins a new connection.
    pub(super) fn reconnect(&mut self, now: Duration) {
        if self.load.driver == Driver::Trusted {
            self.names = FrameNames::default();
            self.progress = Progress::Waiting;
        }
        self.host.frame_loaded(now);
    }

    /// Its window posted something.
    pub(super) fn posted(&mut self, now: Duration, origin: String, value: Value) {
        self.from_extension.send(now, (origin, value));
    }

    /// Passes on what has reached the host. Returns whether there was anything.
    pub(super) fn receive(&mut self, now: Duration, log: &mut Log) -> bool {
        let Some(delivery) = self.from_extension.poll(now) else { return false };
        let (origin, value) = delivery.message;
        self.log(now, delivery.sent, Direction::FromExtension, value.clone(), log);
        if self.load.driver == Driver::Plain && !self.host.is_connected() {
            self.host.frame_loaded(now);
        }
        self.host.receive(&origin, &value);
        true
    }

    /// What the host wants done. What it wants posted goes on its way.
    pub(super) fn poll_output(&mut self, now: Duration) -> Option<HostOutput<Value>> {
        loop {
            match self.host.poll_output()? {
                HostOutput::Post(value) => self.to_extension.send(now, value),
                output => return Some(output),
            }
        }
    }

    /// Posts something as it is.
    pub(super) fn post(&mut self, now: Duration, value: Value) {
        self.to_extension.send(now, value);
    }

    /// What has reached the extension's window.
    pub(super) fn poll_post(&mut self, now: Duration, log: &mut Log) -> Option<Value> {
        loop {
            let delivery = self.to_extension.poll(now)?;
            self.log(now, delivery.sent, Direction::ToExtension, delivery.message.clone(), log);
            match delivery.fate {
                Fate::Delivered => {}
                Fate::Doubled => log.remark("doubled"),
                Fate::Overtaken => log.remark("overtaken"),
                Fate::Lost => {
                    log.remark("lost");
                    continue;
                }
            }
            return Some(delivery.message);
        }
    }

    /// Takes in how connection and events fare. Returns what the extension did wrong, in words that follow its name.
    pub(super) fn settle(&mut self, output: HostOutput<Value>) -> Option<String> {
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
                let name = self.pushed.remove(&push).unwrap_or(Cow::Borrowed("an event"));
                result.err().map(|error| format!("refused {name}: {error}"))
            }
            HostOutput::Post(_) | HostOutput::Command(_) | HostOutput::Ignored => None,
        }
    }

    pub(super) fn next_deadline(&self) -> Option<Duration> {
        let ways = [self.to_extension.next_deadline(), self.from_extension.next_deadline()];
        ways.into_iter().flatten().chain(self.host.next_deadline()).min()
    }

    pub(super) fn elapsed(&mut self, now: Duration) {
        self.host.elapsed(now);
    }

    pub(super) fn push(&mut self, name: Cow<'static, str>, data: Value) -> Result<(), NotConnected> {
        let push = self.host.push(&RawEvent { name: name.clone().into_owned(), data })?;
        // By the plain driver nothing is ever acknowledged.
        if self.load.driver == Driver::Trusted {
            self.pushed.insert(push, name);
        }
        Ok(())
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

/// What the load of a page means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Loaded {
    /// A conversation begins.
    Begins,
    /// A conversation begins anew: the page has loaded itself again.
    ByItself,
    /// The conversation has begun before.
    GoesOn,
}
