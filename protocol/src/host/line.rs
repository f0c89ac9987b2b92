//! A host, and the line between its window and the extension's.

use std::{borrow::Cow, time::Duration};

use super::{
    carrier::{Carrier, Delivery},
    faults::Faults,
    machine::{Answering, Host, NotConnected},
    output::{HostOutput, PushId},
};
use crate::{
    events::RawEvent,
    wire::{Driver, Payload, RemoteError},
};

/// The next output of a [`Line`].
#[derive(Clone, Debug, PartialEq)]
pub enum LineOutput<P> {
    /// A message from the host has reached the extension's window. Pass it on unless it is
    /// [`Fate::Lost`](super::Fate::Lost).
    ToExtension(Delivery<P>),
    /// A message from the extension has reached the host's window. The host has handled it.
    ToHost(Delivery<P>),
    /// An output of the host. Never [`HostOutput::Post`]: the line sends that itself.
    Host(HostOutput<P>),
}

/// A [`Host`] with a [`Carrier`] in each direction, and the [`Faults`] of all three. Without I/O, like its parts:
/// pass in what happened, and carry out the outputs of [`poll`](Self::poll).
///
/// ```
/// use std::time::Duration;
///
/// use livechat_protocol::{Driver, Faults, HostOutput, Line, LineOutput, RawEvent};
/// use serde_json::{Value, json};
///
/// let faults = Faults { latency: Duration::from_millis(300), ..Faults::default() };
/// let mut line = Line::new(Driver::Plain, "example", faults);
/// line.frame_loaded(Duration::ZERO);
/// line.push(&RawEvent { name: "change_theme".to_owned(), data: json!({ "theme": "dark" }) })?;
///
/// assert_eq!(line.poll(Duration::ZERO), Some(LineOutput::Host(HostOutput::Connected)));
/// assert_eq!(line.poll(Duration::ZERO), None);
/// assert_eq!(line.next_deadline(), Some(Duration::from_millis(300)));
/// assert!(matches!(line.poll(Duration::from_millis(300)), Some(LineOutput::ToExtension(_))));
/// # Ok::<(), livechat_protocol::NotConnected>(())
/// ```
pub struct Line<P> {
    host: Host<P>,
    /// The host's name, here and to the extension.
    owner: &'static str,
    faults: Faults,
    to_extension: Carrier<P>,
    /// With the origin that the message came from.
    to_host: Carrier<(Cow<'static, str>, P)>,
}

impl<P: Payload> Line<P> {
    /// Creates a line with a host that waits for its iframe to load. `owner` names the host, as in [`Host::new`].
    #[must_use]
    pub fn new(driver: Driver, owner: &'static str, faults: Faults) -> Self {
        let mut line = Self {
            host: Host::new(driver, owner),
            owner,
            faults: Faults::default(),
            to_extension: Carrier::default(),
            to_host: Carrier::default(),
        };
        line.set_faults(faults);
        line
    }

    /// The current faults.
    #[must_use]
    pub fn faults(&self) -> Faults {
        self.faults
    }

    /// Changes the faults from now on. Faults of the iframe's load are up to the caller.
    pub fn set_faults(&mut self, faults: Faults) {
        let before = std::mem::replace(&mut self.faults, faults);
        self.to_extension.set_faults(faults);
        // Messages to the host are only delayed: the other faults are the host's.
        self.to_host.set_faults(Faults { latency: faults.latency, ..Faults::default() });
        // A chosen answering stays until the faults change it.
        if faults.refusing != before.refusing {
            let refusal = RemoteError { message: format!("refused by the {}", self.owner), code: None };
            self.set_answering(if faults.refusing { Answering::Refuse(refusal) } else { Answering::Accept });
        }
    }

    /// Changes how the host answers commands from now on.
    pub fn set_answering(&mut self, answering: Answering) {
        self.host.set_answering(answering);
    }

    /// Whether the host can push events.
    #[must_use]
    pub fn is_connected(&self) -> bool {
        self.host.is_connected()
    }

    /// The iframe has loaded: the host begins a new connection.
    pub fn frame_loaded(&mut self, now: Duration) {
        self.host.frame_loaded(now);
    }

    /// Time has passed.
    pub fn elapsed(&mut self, now: Duration) {
        self.host.elapsed(now);
    }

    /// Pushes an event to the extension.
    ///
    /// # Errors
    /// If there is no connection.
    pub fn push(&mut self, event: &RawEvent<P>) -> Result<PushId, NotConnected> {
        self.host.push(event)
    }

    /// Sends a message to the extension unchanged, bypassing the host.
    pub fn send_to_extension(&mut self, now: Duration, message: P) {
        self.to_extension.send(now, message);
    }

    /// Sends a message from the extension's window to the host; `origin` is the extension's, as reported by the
    /// browser.
    pub fn send_to_host(&mut self, now: Duration, origin: impl Into<Cow<'static, str>>, message: P) {
        self.to_host.send(now, (origin.into(), message));
    }

    /// Returns the next output; `None` when there are no more for now. Call it after every other method that changes
    /// the line.
    pub fn poll(&mut self, now: Duration) -> Option<LineOutput<P>> {
        while let Some(output) = self.host.poll_output() {
            match output {
                HostOutput::Post(message) => self.to_extension.send(now, message),
                output => return Some(LineOutput::Host(output)),
            }
        }
        if let Some(delivery) = self.to_extension.poll(now) {
            return Some(LineOutput::ToExtension(delivery));
        }
        let Delivery { message: (origin, message), sent, fate } = self.to_host.poll(now)?;
        self.host.receive(&origin, &message);
        Some(LineOutput::ToHost(Delivery { message, sent, fate }))
    }

    /// When the next message arrives.
    #[must_use]
    pub fn next_arrival(&self) -> Option<Duration> {
        [self.to_extension.next_deadline(), self.to_host.next_deadline()].into_iter().flatten().min()
    }

    /// When to call [`elapsed`](Self::elapsed) and [`poll`](Self::poll) next.
    #[must_use]
    pub fn next_deadline(&self) -> Option<Duration> {
        [self.next_arrival(), self.host.next_deadline()].into_iter().flatten().min()
    }
}
