//! The host's end as a state machine without I/O, after `@livechat/postmessage` with its default settings.
//!
//! 1. When the iframe has loaded, a handshake is sent, and again every 500 ms, six in all; after 3 s without an answer
//!    the host gives up.
//! 2. Each load of the iframe is a connection with its own `instance`; messages of another one are ignored.
//! 3. Calls of the extension are answered as they arrive.
//! 4. The plain driver has none of that: events and commands are posted as they are.

use std::{
    collections::{BTreeSet, VecDeque},
    time::Duration,
};

use super::output::{HostOutput, PushId};
use crate::{
    commands::ReceivedCommand,
    events::RawEvent,
    wire::{Body, Driver, Frame, Link, METHOD, Payload, RemoteError},
};

const RETRY: Duration = Duration::from_millis(500);
const HANDSHAKES: u32 = 6;

/// How a host answers the extension's calls.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Answering {
    /// Immediately, with success.
    #[default]
    Accept,
    /// Immediately, with an error.
    Refuse(RemoteError),
    /// Not at all.
    Silent,
}

/// There is no connection: nothing was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the extension is not connected: wait for `HostOutput::Connected`")]
pub struct NotConnected;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// The iframe has not loaded, or did not answer.
    Idle,
    /// Handshakes are being sent: the number so far, and the time of the next step.
    Handshaking { sent: u32, next: Duration },
    /// The extension answered.
    Connected,
}

/// The Agent App's end of the conversation.
///
/// Driven like [`Extension`](crate::Extension): pass in what happened, and carry out the outputs of
/// [`poll_output`](Self::poll_output). The driver passes in only messages from the iframe's own window.
pub struct Host<P> {
    driver: Driver,
    link: Link,
    stage: Stage,
    answering: Answering,
    next_request: i64,
    pending: BTreeSet<i64>,
    outputs: VecDeque<HostOutput<P>>,
}

impl<P: Payload> Host<P> {
    /// Creates a host that waits for its iframe to load. `owner` is its name, in place of the library's random one.
    #[must_use]
    pub fn new(driver: Driver, owner: impl Into<String>) -> Self {
        Self {
            driver,
            link: Link { owner: owner.into(), instance: -1 },
            stage: Stage::Idle,
            answering: Answering::default(),
            next_request: 0,
            pending: BTreeSet::new(),
            outputs: VecDeque::new(),
        }
    }

    /// Whether events can be pushed.
    #[must_use]
    pub fn is_connected(&self) -> bool {
        self.stage == Stage::Connected
    }

    /// Changes how calls are answered from now on.
    pub fn set_answering(&mut self, answering: Answering) {
        self.answering = answering;
    }

    /// Returns the next output; `None` when there are no more for now.
    pub fn poll_output(&mut self) -> Option<HostOutput<P>> {
        self.outputs.pop_front()
    }

    /// When to call [`elapsed`](Self::elapsed) next.
    #[must_use]
    pub fn next_deadline(&self) -> Option<Duration> {
        match self.stage {
            Stage::Handshaking { next, .. } => Some(next),
            Stage::Idle | Stage::Connected => None,
        }
    }

    /// The iframe has loaded, for the first time or again.
    pub fn frame_loaded(&mut self, now: Duration) {
        self.pending.clear();
        self.link.instance += 1;
        match self.driver {
            Driver::Trusted => self.shake_hands(now, 0),
            Driver::Plain => {
                self.stage = Stage::Connected;
                self.outputs.push_back(HostOutput::Connected);
            }
        }
    }

    /// Time has passed.
    pub fn elapsed(&mut self, now: Duration) {
        match self.stage {
            Stage::Handshaking { sent, next } if next <= now => {
                if sent < HANDSHAKES {
                    self.shake_hands(now, sent);
                } else {
                    self.stage = Stage::Idle;
                    self.outputs.push_back(HostOutput::GaveUp);
                }
            }
            _ => {}
        }
    }

    /// Pushes an event to the extension.
    ///
    /// # Errors
    /// If there is no connection.
    pub fn push(&mut self, event: &RawEvent<P>) -> Result<PushId, NotConnected> {
        if !self.is_connected() {
            return Err(NotConnected);
        }
        let request = self.next_request;
        self.next_request += 1;
        match self.driver {
            Driver::Plain => self.outputs.push_back(HostOutput::Post(event.to_wire())),
            Driver::Trusted => {
                self.pending.insert(request);
                let body = Body::Call { method: METHOD.into(), args: vec![event.to_wire()] };
                self.post(body, Some(request), None);
            }
        }
        Ok(PushId(request))
    }

    /// Handles a message from the iframe; `origin` is the iframe's, as reported by the browser.
    pub fn receive(&mut self, origin: &str, data: &P) {
        let understood = match self.driver {
            Driver::Plain => ReceivedCommand::from_wire(data).map(|command| self.take_in(command)),
            Driver::Trusted => match Frame::from_wire(data) {
                Some(Ok(frame)) if frame.link == self.link => self.receive_frame(origin, frame),
                _ => None,
            },
        };
        if understood.is_none() {
            self.outputs.push_back(HostOutput::Ignored);
        }
    }

    fn receive_frame(&mut self, origin: &str, frame: Frame<P>) -> Option<()> {
        match (frame.body, frame.request, self.stage) {
            (Body::Response(answer), None, Stage::Handshaking { .. }) => {
                answer.ok()?;
                self.stage = Stage::Connected;
                self.outputs.push_back(HostOutput::Connected);
                Some(())
            }
            (Body::Response(answer), Some(request), Stage::Connected) if self.pending.remove(&request) => {
                let result = answer.map(|_| ());
                self.outputs.push_back(HostOutput::Acknowledged { push: PushId(request), result });
                Some(())
            }
            (Body::Call { method, args }, request, Stage::Connected) if method == METHOD => {
                let command = ReceivedCommand::from_wire(args.first()?)?;
                let answer = match self.answering.clone() {
                    Answering::Accept => Some(Ok(None)),
                    Answering::Refuse(error) => Some(Err(error)),
                    Answering::Silent => None,
                };
                self.take_in(command);
                if let Some(answer) = answer {
                    self.post(Body::Response(answer), request, Some(origin.to_owned()));
                }
                Some(())
            }
            _ => None,
        }
    }

    fn take_in(&mut self, command: ReceivedCommand<P>) {
        self.outputs.push_back(HostOutput::Command(command));
    }

    fn shake_hands(&mut self, now: Duration, sent: u32) {
        self.stage = Stage::Handshaking { sent: sent + 1, next: now.saturating_add(RETRY) };
        self.post(Body::Handshake(P::object(Vec::new())), None, None);
    }

    fn post(&mut self, body: Body<P>, request: Option<i64>, origin: Option<String>) {
        let frame = Frame { link: self.link.clone(), body, request, origin };
        self.outputs.push_back(HostOutput::Post(frame.to_wire()));
    }
}
