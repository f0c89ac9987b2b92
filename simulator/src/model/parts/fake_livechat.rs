//! What is known of the fake LiveChat.

use std::time::Duration;

use serde_json::{Map, Value};

use super::switches;

/// How long the fake may take to answer.
pub(crate) const PATIENCE: Duration = Duration::from_secs(3);

/// The fake's switches, by name.
pub(crate) type Switches = Map<String, Value>;

/// Whether the fake answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum FakeState {
    /// Nobody looks for it: no extension signs in.
    #[default]
    Unused,
    /// It has not answered yet.
    Sought,
    Running,
    /// It does not answer.
    Silent,
}

/// What is known of the fake LiveChat.
#[derive(Debug, Default)]
pub(crate) struct FakeLivechat {
    pub(crate) state: FakeState,
    /// Whether extensions sign in there; `None` until it has answered or not. Once it has, they stay there.
    pub(crate) is_used: Option<bool>,
    /// It is given up at that time.
    pub(crate) by: Option<Duration>,
    /// The id of the last event that was received.
    pub(crate) last_event: Option<String>,
    /// The switches as the fake has them.
    known: Switches,
    /// The switches as the person wants them, until the fake has them.
    wanted: Option<Switches>,
    /// Those that were sent, until the fake answers.
    sent: Option<Switches>,
    /// How the person's last request ended.
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
    /// Begins to look for it.
    pub(crate) fn seek(&mut self, now: Duration) {
        self.state = FakeState::Sought;
        self.by = Some(now.saturating_add(PATIENCE));
        self.word = None;
    }

    /// It has answered with its switches.
    pub(crate) fn answers(&mut self, switches: Switches) {
        self.state = FakeState::Running;
        self.by = None;
        self.known = switches;
    }

    /// It does not answer.
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

    /// How many switches are not as they are in a LiveChat that behaves.
    pub(crate) fn changed(&self) -> usize {
        if self.state == FakeState::Running { switches::changed(self.switches()) } else { 0 }
    }

    /// Changes a switch. Returns what to send, if nothing is on its way: the fake could take in two requests in either order.
    pub(crate) fn set(&mut self, name: &str, value: Value) -> Option<Switches> {
        let mut switches = self.switches().clone();
        switches.insert(name.to_owned(), value);
        self.wanted = Some(switches);
        self.next()
    }

    /// The fake has answered, with its switches or why it refused them. Returns what to send next.
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
