//! The extension's end as a state machine without I/O.
//!
//! 1. Only messages that the browser delivered from the parent window, from an admitted origin, are accepted. Messages
//!    from other windows are ignored, and refused only if they have one of the wire formats, which imitates the host.
//! 2. Trusted driver: a handshake is answered immediately; the first answered one pins the host's origin. The same
//!    handshake again is answered again. A different one is a new connection that replaces the old one: calls in flight
//!    fail, the state remains. A connection that was replaced does not come back.
//! 3. Plain driver: the host is assumed to be at the parent's origin, as the browser reports it, and is pinned by its
//!    first `livechat:` event, even if the data cannot be read. The assumption is enough to count as connected: such a
//!    host may send nothing for a long time. If the browser does not report the parent's origin, `plugin_inited`, which
//!    contains no data, is posted to the Agent App's usual origins, since a host may wait for it; everything else waits.
//! 4. `plugin_inited` is sent once per connection, when the app has rendered, before any other command.
//! 5. Commands are queued in order until then, and are sent at most once.
//! 6. Every command ends: answered, refused, timed out, interrupted or never sent.
//! 7. Once a component uses the chats' messages, `watch_messages` is sent right after `plugin_inited`, on this
//!    connection and on every later one.

mod listeners;
mod live_connection;
mod posting;
mod postponing;
mod receiving;
mod reports;
mod sending;

use std::time::Duration;

use self::{live_connection::LiveConnection, postponing::Postponed, reports::Reports};
use super::{
    calls::Calls,
    connection::{CommandError, ConnectError, Connection, ConnectionState, Refusal, RefusalReason},
    envelope::TakeOver,
    output::Output,
    policy::OriginRefusal,
    settings::ExtensionSettings,
};
use crate::{
    events::{EventError, HostState, Slice, replace, state::Applied},
    values::{Session, payment::Transaction},
    wire::{Driver, Link, Payload},
};

/// The extension's end of the conversation.
///
/// It has no window, clock or timer. Its driver passes in what happened, together with the time since any fixed
/// moment, and carries out the outputs.
///
/// Every method that takes `&mut self` may add outputs and change the deadline. After each of them, the driver calls
/// [`poll_output`](Self::poll_output) until it returns `None`, and then [`next_deadline`](Self::next_deadline).
pub struct Extension<P> {
    settings: ExtensionSettings,
    connection: Connection,
    state: HostState,
    /// The current connection.
    live: Option<LiveConnection<P>>,
    /// Whether the host has sent a message, so that its origin is certain and fixed for the lifetime of the page.
    pinned: bool,
    /// Why the page around the extension was refused, while no other window has sent anything.
    parent_refused: Option<(String, OriginRefusal)>,
    rendered: bool,
    /// The origins that `plugin_inited` was sent to before the host was known, or before the application had loaded.
    inited_at: Vec<String>,
    /// Whether the chats' messages are wanted.
    watching: bool,
    calls: Calls<P>,
    postponed: Postponed<P>,
    reports: Reports,
    connect_by: Option<Duration>,
    outputs: Vec<Output<P>>,
}

impl<P: Payload> Extension<P> {
    /// Creates an extension that waits for the host.
    #[must_use]
    pub fn new(settings: ExtensionSettings, now: Duration) -> Self {
        let state = HostState {
            theme: settings.launch.theme.unwrap_or_default(),
            session: if settings.authorize { Session::Pending } else { Session::HandledByApp },
            ..HostState::default()
        };
        let mut extension = Self {
            connection: Connection::new(ConnectionState::Connecting),
            state,
            live: None,
            pinned: false,
            parent_refused: None,
            rendered: false,
            inited_at: Vec::new(),
            watching: false,
            calls: Calls::new(),
            postponed: Postponed::default(),
            reports: Reports::default(),
            connect_by: Some(now.saturating_add(settings.connect_timeout)),
            outputs: Vec::new(),
            settings,
        };
        if !extension.settings.in_frame {
            extension.connect_by = None;
            extension.connection.state = ConnectionState::NotInFrame;
        } else if extension.driver() == Driver::Plain
            && let Some(parent) = extension.settings.admitted_parent()
        {
            extension.connected(LiveConnection::new(parent, None));
        }
        extension
    }

    /// The state of the connection.
    #[must_use]
    pub fn connection(&self) -> &Connection {
        &self.connection
    }

    /// The latest of everything that the host sent, except postponed profiles.
    #[must_use]
    pub fn state(&self) -> &HostState {
        &self.state
    }

    /// Whether a profile is postponed.
    #[must_use]
    pub fn is_behind(&self) -> bool {
        self.postponed.is_some()
    }

    /// Decodes the postponed profile.
    pub fn catch_up(&mut self) {
        if let Some(event) = self.postponed.take() {
            // The change was announced when the event arrived, and the id was decoded then, so it is not refused.
            let Applied { skipped, .. } = self.state.apply(&event);
            self.note_skipped(skipped);
        }
    }

    /// Returns the next output; `None` when there are no more for now.
    pub fn poll_output(&mut self) -> Option<Output<P>> {
        (!self.outputs.is_empty()).then(|| self.outputs.remove(0))
    }

    /// When to call [`elapsed`](Self::elapsed) next.
    #[must_use]
    pub fn next_deadline(&self) -> Option<Duration> {
        self.connect_by.into_iter().chain(self.calls.next_deadline()).min()
    }

    /// All messages from before the application started have been handled by [`receive_kept`](Self::receive_kept).
    pub fn taken_over(&mut self, take_over: &TakeOver) {
        self.inited_at.clone_from(&take_over.inited_at);
        if let Some(live) = &mut self.live {
            live.inited |= self.inited_at.iter().any(|at| at == live.origin.as_str());
        }
        self.dropped(take_over.dropped);
    }

    /// Counts messages that were dropped for lack of room before the app first rendered.
    pub fn dropped(&mut self, count: u64) {
        self.connection.dropped += count;
        self.changed((count > 0).then_some(Slice::Connection));
    }

    /// The app has rendered: the host may remove its loader.
    pub fn rendered(&mut self, now: Duration) {
        self.rendered = true;
        if !self.stores_messages() {
            self.state.messages.clear();
        }
        self.open(now);
        self.notify_likely_hosts();
    }

    /// Time has passed. First pass in every message that arrived by then, so that an answer among them is in time.
    pub fn elapsed(&mut self, now: Duration) {
        if self.connect_by.is_some_and(|connect_by| connect_by <= now) {
            self.connect_by = None;
            self.connection.state = ConnectionState::Failed(match self.parent_refused.take() {
                Some((origin, reason)) => ConnectError::Refused { origin, reason },
                None => ConnectError::TimedOut { seconds: self.settings.connect_timeout.as_secs() },
            });
            self.changed(Some(Slice::Connection));
        }
        while let Some(expired) = self.calls.pop_expired(now) {
            self.settle(expired.call, expired.command, Err(expired.error));
        }
    }

    /// The extension shuts down: everything that is awaited ends now.
    pub fn close(&mut self) {
        self.abandon_pending(&CommandError::Closed);
        while let Some(queued) = self.calls.pop_queued() {
            self.settle(queued.call, queued.command.message.into_owned(), Err(CommandError::Closed));
        }
    }

    fn driver(&self) -> Driver {
        self.settings.launch.driver
    }

    /// Whether a component uses the chats' messages. Before the app has rendered, one still might.
    fn stores_messages(&self) -> bool {
        self.watching || !self.rendered
    }

    /// The identity of the current connection in messages of the trusted driver.
    fn link(&self) -> Option<&Link> {
        self.live.as_ref()?.link.as_ref()
    }

    /// Whether `plugin_inited` has been sent on the current connection, so that commands need not wait.
    fn is_inited(&self) -> bool {
        self.live.as_ref().is_some_and(|live| live.inited)
    }

    fn connected(&mut self, live: LiveConnection<P>) {
        let origin = live.origin.clone();
        self.live = Some(live);
        self.connection.number += 1;
        self.connect_by = None;
        self.parent_refused = None;
        self.connection.state = ConnectionState::Connected { origin, driver: self.driver() };
        self.changed(Some(Slice::Connection));
    }

    fn set_session(&mut self, session: Session) {
        let changed = self.state.session.replace(session);
        self.changed(changed.then_some(Slice::Session));
    }

    fn set_transaction(&mut self, transaction: Transaction) {
        let changed = replace(&mut self.state.transaction, transaction);
        self.changed(changed.then_some(Slice::Transaction));
    }

    fn note_skipped(&mut self, skipped: Vec<EventError>) {
        if !skipped.is_empty() {
            self.changed(Some(Slice::Connection));
        }
        for field in skipped {
            self.connection.note_skipped(field.clone());
            self.outputs.push(Output::Skipped(field));
        }
    }

    fn refuse(&mut self, origin: &str, reason: RefusalReason) {
        let refusal = Refusal { origin: shortened(origin), reason };
        self.connection.refused += 1;
        self.connection.last_refusal = Some(refusal.clone());
        self.outputs.push(Output::Refused(refusal));
        self.changed(Some(Slice::Connection));
    }

    fn changed(&mut self, slice: Option<Slice>) {
        self.outputs.extend(slice.map(Output::Changed));
    }
}

/// An origin for display, shortened because a hostile one may have any length.
fn shortened(origin: &str) -> String {
    origin.chars().take(256).collect()
}
