//! One extension's frame, and the host's end of the conversation with it.

use std::{collections::BTreeMap, time::Duration};

use livechat_protocol::{Driver, Host, HostOutput, NotConnected, PlacementKind, PushId, RawEvent, Theme};
use serde_json::Value;

use crate::{
    frame_name::FrameNames,
    log::{Direction, Item, Log},
};

/// One life of the frame. Its URL says what was chosen when it was loaded, and stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct FrameLoad {
    /// Counts the frame's lives; each is an element of its own.
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

/// A frame, with a host of its own.
pub(crate) struct ExtensionFrame {
    pub(crate) load: FrameLoad,
    pub(crate) progress: Progress,
    placement: PlacementKind,
    host: Host<Value>,
    names: FrameNames,
    /// Names of events that await their acknowledgement, so that a refusal can name them.
    pushed: BTreeMap<PushId, &'static str>,
}

impl ExtensionFrame {
    pub(super) fn new(placement: PlacementKind, driver: Driver, theme: Theme) -> Self {
        Self::with_load(placement, FrameLoad { number: 0, driver, theme })
    }

    fn with_load(placement: PlacementKind, load: FrameLoad) -> Self {
        Self {
            load,
            progress: Progress::Waiting,
            placement,
            host: Host::new(load.driver, "simulator"),
            names: FrameNames::default(),
            pushed: BTreeMap::new(),
        }
    }

    /// Begins a new life, with a host that knows nothing of the one before.
    pub(super) fn load(&mut self, driver: Driver, theme: Theme) {
        *self = Self::with_load(self.placement, FrameLoad { number: self.load.number + 1, driver, theme });
    }

    /// The page in it has loaded. Returns whether that begins a conversation.
    pub(super) fn loaded(&mut self, now: Duration) -> bool {
        match self.load.driver {
            Driver::Trusted => {
                self.names = FrameNames::default();
                self.progress = Progress::Waiting;
            }
            // Without a handshake the extension may have spoken before its page had loaded.
            Driver::Plain if self.host.is_connected() => return false,
            Driver::Plain => {}
        }
        self.host.frame_loaded(now);
        true
    }

    /// Its window posted something.
    pub(super) fn receive(&mut self, now: Duration, origin: &str, value: &Value) {
        if self.load.driver == Driver::Plain && !self.host.is_connected() {
            self.host.frame_loaded(now);
        }
        self.host.receive(origin, value);
    }

    pub(super) fn poll_output(&mut self) -> Option<HostOutput<Value>> {
        self.host.poll_output()
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
                let name = self.pushed.remove(&push).unwrap_or("an event");
                result.err().map(|error| format!("refused {name}: {error}"))
            }
            HostOutput::Post(_) | HostOutput::Command(_) | HostOutput::Ignored => None,
        }
    }

    pub(super) fn next_deadline(&self) -> Option<Duration> {
        self.host.next_deadline()
    }

    pub(super) fn elapsed(&mut self, now: Duration) {
        self.host.elapsed(now);
    }

    pub(super) fn push(&mut self, name: &'static str, data: Value) -> Result<(), NotConnected> {
        let push = self.host.push(&RawEvent { name: name.to_owned(), data })?;
        // By the plain driver nothing is ever acknowledged.
        if self.load.driver == Driver::Trusted {
            self.pushed.insert(push, name);
        }
        Ok(())
    }

    pub(super) fn log(&mut self, now: Duration, direction: Direction, value: Value, log: &mut Log) {
        let driver = self.load.driver;
        let name = self.names.name(driver, direction, &value);
        log.push(now, Item::Frame { placement: self.placement, direction, driver, name, value });
    }
}
