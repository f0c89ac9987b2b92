//! The state of the fake LiveChat.

use std::time::Duration;

use serde_json::{Map, Value};

use super::switches;

/// How long the fake may take to respond.
pub(crate) const PATIENCE: Duration = Duration::from_secs(3);

/// The fake's switches, by name.
pub(crate) type Switches = Map<String, Value>;

/// Whether the fake responds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum FakeState {
    /// Not needed: no extension signs in.
    #[default]
    Unused,
    /// It has not responded yet.
    Sought,
    Running,
    /// It does not respond.
    Silent,
}

/// The state of the fake LiveChat.
#[derive(Debug, Default)]
pub(crate) struct FakeLivechat {
    pub(crate) state: FakeState,
    /// Whether extensions sign in at the fake; `None` while the search is pending. This does not change once the fake
    /// has responded.
    pub(crate) is_used: Option<bool>,
    /// The deadline of the search.
    pub(crate) by: Option<Duration>,
    /// The id of the last received event.
    pub(crate) last_event: Option<String>,
    /// The fake's current switches.
    known: Switches,
    /// The user's changes that the fake has not applied yet.
    wanted: Option<Switches>,
    /// The switches that were sent, until the fake responds.
    sent: Option<Switches>,
    /// The result of the user's last request.
    pub(crate) word: Option<Result<String, String>>,
}

/// The fake as the panel shows it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct FakeView {
    pub(crate) state: FakeState,
    pub(crate) switches: Switches,
    pub(crate) word: Option<Result<String, String>>,
}

impl FakeLivechat {
    /// Begins the search.
    pub(crate) fn seek(&mut self, now: Duration) {
        self.state = FakeState::Sought;
        self.by = Some(now.saturating_add(PATIENCE));
        self.word = None;
    }

    /// The fake has responded with its switches.
    pub(crate) fn answers(&mut self, switches: Switches) {
        self.state = FakeState::Running;
        self.by = None;
        self.known = switches;
    }

    /// The fake does not respond.
    pub(crate) fn give_up(&mut self) {
        self.state = FakeState::Silent;
        self.by = None;
        (self.wanted, self.sent) = (None, None);
    }

    pub(crate) fn view(&self) -> FakeView {
        FakeView { state: self.state, switches: self.switches().clone(), word: self.word.clone() }
    }

    fn switches(&self) -> &Switches {
        self.wanted.as_ref().unwrap_or(&self.known)
    }

    /// The number of switches that differ from a well-behaved LiveChat.
    pub(crate) fn changed(&self) -> usize {
        if self.state == FakeState::Running { switches::changed(self.switches()) } else { 0 }
    }

    /// Changes a switch. Returns the request to send, unless one is in flight: two could be applied in either order.
    pub(crate) fn set(&mut self, name: &str, value: Value) -> Option<Switches> {
        let mut switches = self.switches().clone();
        switches.insert(name.to_owned(), value);
        self.wanted = Some(switches);
        self.next()
    }

    /// The fake has responded with its switches, or refused them. Returns the next request.
    pub(crate) fn has_set(&mut self, result: Result<Switches, String>) -> Option<Switches> {
        let sent = self.sent.take();
        match result {
            Ok(switches) => {
                self.known = switches;
                self.word = None;
                if self.wanted == sent {
                    self.wanted = None;
                }
                self.next()
            }
            Err(reason) => {
                self.wanted = None;
                self.word = Some(Err(reason));
                None
            }
        }
    }

    fn next(&mut self) -> Option<Switches> {
        if self.sent.is_none() {
            self.sent.clone_from(&self.wanted);
            return self.sent.clone();
        }
        None
    }
}
