//! The extension's end as a state machine without I/O.
//!
//! 1. Only what the browser delivered from the parent window, from an admitted origin, is heard.
//! 2. Trusted driver: a handshake is answered at once; the first one that is pins the host's origin.
//!    The same handshake again is answered again. Another one is a new connection that replaces the old:
//!    calls under way fail, the state stays. One that the present connection has replaced does not come back.
//! 3. Plain driver: the host is guessed by the browser's word for the parent's origin, and pinned by its first
//!    `livechat:` event, whether or not its data can be read. It counts as connected by the guess: such a host may have nothing to say for long.
//! 4. `plugin_inited` goes out once a connection, when the app has rendered, before any other command.
//! 5. Commands wait in order until then, and are sent at most once.
//! 6. Every command ends: answered, refused, timed out, interrupted or never sent.
//! 7. A postponed profile is read when somebody asks or another event comes. A newer profile replaces it unread, so the
//!    fields of the replaced one are never looked at. A profile that does not say whose it is is never postponed: it is
//!    refused at once, and nobody is shown.
//! 8. Once somebody wants the chats' messages, `watch_messages` goes out right after `plugin_inited`, on this
//!    connection and on every later one.

use std::{collections::VecDeque, time::Duration};

use super::{
    calls::{Calls, Queued},
    connection::{CommandError, ConnectError, Connection, ConnectionState, FailedCommand, Refusal, RefusalReason},
    output::{CallId, Output},
    policy::OriginRefusal,
    settings::ExtensionSettings,
};
use crate::{
    commands::{
        Command, PluginInited, PluginLoaded, RawCommand, RegisterTransactionPending, RegisterTransactionSuccess,
        WatchMessages,
    },
    events::{CustomerProfile, Event, EventError, EventName, HostState, RawEvent, Slice, replace, state::Applied},
    values::{
        Session,
        payment::{Charge, PaymentMetadata, Transaction},
    },
    wire::{Body, Driver, Frame, Link, METHOD, Origin, Payload, Reader, RemoteError},
};

/// What the browser says of a message besides its data.
#[derive(Clone, Copy, Debug)]
pub struct Envelope<'a> {
    /// `event.origin`.
    pub origin: &'a str,
    /// Whether `event.source` is the parent window.
    pub from_parent: bool,
    /// `event.isTrusted`.
    pub is_trusted: bool,
}

/// What was done about a message before the application had loaded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// The handshake or call has been answered, and its connection was the present one at that time.
    pub answered: bool,
}

/// What was done before the application had loaded, besides each message.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TakeOver {
    /// The origin that `plugin_inited` was sent to on the present connection, if it was sent.
    pub inited_at: Option<String>,
    /// How many messages there was no room for.
    pub dropped: u64,
}

/// The extension's end of the conversation.
///
/// It owns no window, clock or timer: whoever drives it passes in what happened together with the time
/// (since any fixed moment), and then carries out what [`poll_output`](Self::poll_output) gives until it gives `None`.
pub struct Extension<P> {
    settings: ExtensionSettings,
    connection: Connection,
    state: HostState,
    /// The origin that is posted to.
    host: Option<Origin>,
    /// Whether the host has spoken, so that `host` is no guess any more and stays for the life of the page.
    pinned: bool,
    /// The present connection of the trusted driver.
    link: Option<Link>,
    /// The answer that all calls on the present connection get, written for one of them.
    acknowledgement: Option<P>,
    /// What the page around us was refused for, while nobody else has spoken.
    parent_refused: Option<(String, OriginRefusal)>,
    rendered: bool,
    /// Whether `plugin_inited` has gone out on the present connection.
    inited: bool,
    /// The origin that `plugin_inited` was sent to before the application had loaded.
    inited_at: Option<String>,
    /// Whether the chats' messages are wanted.
    watching: bool,
    /// Whether the host has been asked for them on the present connection.
    watched: bool,
    calls: Calls<P>,
    /// The latest profile, while nobody has asked for it.
    postponed: Option<RawEvent<P>>,
    /// The skipped fields that listeners reported of the latest event.
    reported: Vec<EventError>,
    /// Why the latest event was refused, by the machine and by listeners.
    unread: Vec<EventError>,
    connect_by: Option<Duration>,
    outputs: VecDeque<Output<P>>,
}

impl<P: Payload> Extension<P> {
    /// Starts waiting for the host.
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
            host: None,
            pinned: false,
            link: None,
            acknowledgement: None,
            parent_refused: None,
            rendered: false,
            inited: false,
            inited_at: None,
            watching: false,
            watched: false,
            calls: Calls::new(),
            postponed: None,
            reported: Vec::new(),
            unread: Vec::new(),
            connect_by: Some(now.saturating_add(settings.connect_timeout)),
            outputs: VecDeque::new(),
            settings,
        };
        if !extension.settings.in_frame {
            extension.connect_by = None;
            extension.connection.state = ConnectionState::NotInFrame;
        } else if extension.driver() == Driver::Plain
            && let Some(parent) = extension.settings.admitted_parent()
        {
            extension.connected_to(parent);
        }
        extension
    }

    /// How the conversation stands.
    #[must_use]
    pub fn connection(&self) -> &Connection {
        &self.connection
    }

    /// The latest of everything the host said, but for profiles that are postponed.
    #[must_use]
    pub fn state(&self) -> &HostState {
        &self.state
    }

    /// Whether a profile is postponed.
    #[must_use]
    pub fn is_behind(&self) -> bool {
        self.postponed.is_some()
    }

    /// Reads the postponed profile.
    pub fn catch_up(&mut self) {
        if let Some(event) = self.postponed.take() {
            // The change was announced when the event came, and its identity was read then, so it is not refused.
            let Applied { skipped, .. } = self.state.apply(&event);
            self.note_skipped(skipped);
        }
    }

    /// What to do next, until `None`.
    pub fn poll_output(&mut self) -> Option<Output<P>> {
        self.outputs.pop_front()
    }

    /// When [`elapsed`](Self::elapsed) wants to be called.
    #[must_use]
    pub fn next_deadline(&self) -> Option<Duration> {
        self.connect_by.into_iter().chain(self.calls.next_deadline()).min()
    }

    /// Takes in a message. The data are only asked for once the sender is admitted.
    pub fn receive(&mut self, now: Duration, envelope: Envelope<'_>, data: impl FnOnce() -> P) {
        self.receive_kept(now, envelope, Kept::default(), data);
    }

    /// Takes in a message that came before the application did, and that somebody else has dealt with in part.
    pub fn receive_kept(&mut self, now: Duration, envelope: Envelope<'_>, kept: Kept, data: impl FnOnce() -> P) {
        if !self.settings.in_frame {
            return;
        }
        let taken = self.admit(envelope).and_then(|origin| match self.driver() {
            Driver::Trusted => self.receive_frame(now, origin, data(), kept),
            Driver::Plain => self.receive_event(now, origin, data()),
        });
        if let Err(reason) = taken {
            self.refuse(envelope.origin, reason);
        }
    }

    /// All that came before the application did has been taken in by [`receive_kept`](Self::receive_kept).
    pub fn taken_over(&mut self, take_over: &TakeOver) {
        self.inited_at.clone_from(&take_over.inited_at);
        let host = self.host.as_ref().map(Origin::as_str);
        self.inited |= host.is_some() && host == self.inited_at.as_deref();
        self.dropped(take_over.dropped);
    }

    /// Counts messages that there was no room for before the app first rendered.
    pub fn dropped(&mut self, count: u64) {
        self.connection.dropped += count;
        self.changed((count > 0).then_some(Slice::Connection));
    }

    /// Takes in a message that the browser could not read, its `messageerror`.
    pub fn receive_unreadable(&mut self, envelope: Envelope<'_>) {
        if !self.settings.in_frame {
            return;
        }
        let reason = self.admit(envelope).err().unwrap_or(RefusalReason::Unreadable);
        self.refuse(envelope.origin, reason);
    }

    /// The app has rendered: the host's loader may give way to it.
    pub fn rendered(&mut self, now: Duration) {
        self.rendered = true;
        if !self.stores_messages() {
            self.state.messages.clear();
        }
        self.open(now);
    }

    /// Sends a command, now or when there is a connection.
    pub fn send(&mut self, now: Duration, command: impl Into<RawCommand<P>>) -> CallId {
        self.send_raw(now, command.into())
    }

    fn send_raw(&mut self, now: Duration, command: RawCommand<P>) -> CallId {
        let call = self.calls.next_id();
        let deadline = now.saturating_add(self.settings.command_timeout);
        if !self.settings.in_frame {
            self.settle(call, command.message.into_owned(), Err(CommandError::NotInFrame));
        } else if self.inited {
            self.transmit(call, &command, deadline);
        } else {
            let name = command.message.clone();
            if let Err(error) = self.calls.queue(Queued { call, command, deadline }) {
                self.settle(call, name.into_owned(), Err(error));
            }
        }
        call
    }

    /// Drops the session's id at once and asks the host for a new one, which arrives by event.
    pub fn refresh_session(&mut self, now: Duration) -> CallId {
        self.set_session(Session::Pending);
        self.send(now, &PluginLoaded)
    }

    /// Somebody wants the chats' messages: asks the host for them, now and on every later connection.
    pub fn watch_messages(&mut self, now: Duration) {
        self.watching = true;
        self.open(now);
    }

    /// Has the host ask the customer to pay. As the SDK does, it tells of the payment and then of the charge.
    /// Where there is no room for both commands, neither is sent: half a transaction could not be taken back.
    pub fn start_transaction(&mut self, now: Duration, charge: &Charge, metadata: &PaymentMetadata) -> CallId {
        self.set_transaction(Transaction::Pending);
        if self.settings.in_frame && !self.calls.has_room_for(2, self.inited) {
            let call = self.calls.next_id();
            self.settle(call, RegisterTransactionPending::NAME.to_owned(), Err(CommandError::QueueFull));
            return call;
        }
        self.send(now, &RegisterTransactionPending::new(charge, metadata.clone()));
        self.send(now, &RegisterTransactionSuccess::new(charge.clone()))
    }

    /// A listener left out fields of an event of a type of its own. The events of this crate are the machine's to read,
    /// so their fields are not noted again, nor are those that another listener has reported of the same event.
    pub fn fields_skipped(&mut self, skipped: Vec<EventError>) {
        for field in skipped {
            let is_read = EventName::parse(&field.event).is_some_and(EventName::is_read);
            if !is_read && !self.reported.contains(&field) {
                self.reported.push(field.clone());
                self.note_skipped(vec![field]);
            }
        }
    }

    /// A listener could not read an event of its type. An event that was refused for the same reason already, by the
    /// machine or by another listener, is not refused again. The next event is, even for the same reason.
    pub fn event_unread(&mut self, error: EventError) {
        if !self.unread.contains(&error) {
            self.unread.push(error.clone());
            let origin = self.host.as_ref().map(Origin::to_string).unwrap_or_default();
            self.refuse(&origin, error.into());
        }
    }

    /// An event that was received before is about to be dispatched to the listeners only now: what they report next is
    /// about this one, which the machine then refused for this reason.
    pub fn dispatching(&mut self, refused: Option<EventError>) {
        self.reported.clear();
        self.unread = refused.into_iter().collect();
    }

    /// Time has passed. Pass in first every message that arrived by then: an answer among them is in time.
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

    /// The extension is taken down: whatever is awaited ends now.
    pub fn close(&mut self) {
        self.abandon_pending(&CommandError::Closed);
        while let Some(queued) = self.calls.pop_queued() {
            self.settle(queued.call, queued.command.message.into_owned(), Err(CommandError::Closed));
        }
    }

    fn driver(&self) -> Driver {
        self.settings.launch.driver
    }

    fn admit(&mut self, envelope: Envelope<'_>) -> Result<Origin, RefusalReason> {
        if !envelope.is_trusted {
            return Err(RefusalReason::Untrusted);
        }
        if !envelope.from_parent {
            return Err(RefusalReason::NotParent);
        }
        let pinned = self.host.as_ref().filter(|_| self.pinned);
        if let Some(host) = pinned.filter(|host| host.as_str() == envelope.origin) {
            // It has been judged, and an origin has one spelling.
            return Ok(host.clone());
        }
        match (self.settings.policy.admit(envelope.origin), pinned) {
            (Ok(_), Some(_)) => Err(OriginRefusal::NotPinned.into()),
            (Ok(origin), _) => Ok(origin),
            (Err(reason), _) => {
                self.parent_refused = Some((shortened(envelope.origin), reason));
                Err(reason.into())
            }
        }
    }

    fn receive_event(&mut self, now: Duration, origin: Origin, data: P) -> Result<(), RefusalReason> {
        let event = RawEvent::from_wire(&data).ok_or(RefusalReason::NotForUs)?;
        let taken = self.take_in(event);
        if !self.pinned {
            self.pinned = true;
            if self.host.as_ref() != Some(&origin) {
                // There was no guess, or a wrong one, to which `plugin_inited` went in vain.
                self.inited = self.inited_at.as_deref() == Some(origin.as_str());
                self.connected_to(origin);
                self.open(now);
            }
        }
        taken
    }

    fn receive_frame(&mut self, now: Duration, origin: Origin, data: P, kept: Kept) -> Result<(), RefusalReason> {
        let frame = Frame::from_wire(&data).ok_or(RefusalReason::NotForUs)??;
        match frame.body {
            // The library counts its connections upwards: nobody listens any more on an older one. One that has been
            // answered was the newest at that time; what it was newer than may have been dropped.
            Body::Handshake(_)
                if !kept.answered && self.link.as_ref().is_some_and(|link| link.supersedes(&frame.link)) =>
            {
                Err(RefusalReason::OtherConnection)
            }
            Body::Handshake(_) => {
                self.shake_hands(now, origin, frame.link, frame.request, kept);
                Ok(())
            }
            _ if self.link.as_ref() != Some(&frame.link) => Err(RefusalReason::OtherConnection),
            Body::Call { method, args } => self.answer_call(&method, &args, frame.link, frame.request, kept),
            Body::Response(answer) => {
                let pending = frame.request.and_then(|request| self.calls.answered(request));
                if let Some(pending) = pending {
                    self.settle(pending.call, pending.command, answer.map(|_| ()).map_err(CommandError::Refused));
                }
                Ok(())
            }
            Body::Other => Ok(()),
        }
    }

    fn shake_hands(&mut self, now: Duration, origin: Origin, link: Link, request: Option<i64>, kept: Kept) {
        let is_new = self.link.as_ref() != Some(&link);
        if is_new {
            self.abandon_pending(&CommandError::Interrupted);
            self.link = Some(link.clone());
            self.acknowledgement = None;
            self.pinned = true;
            self.inited = false;
            self.connected_to(origin);
        }
        if !kept.answered {
            self.respond(link, request, Ok(Some(P::object(Vec::new()))));
        }
        if is_new {
            self.open(now);
        }
    }

    fn answer_call(
        &mut self,
        method: &str,
        args: &[P],
        link: Link,
        request: Option<i64>,
        kept: Kept,
    ) -> Result<(), RefusalReason> {
        let event = args.first().and_then(RawEvent::from_wire);
        let known = method == METHOD;
        let taken = match event {
            Some(event) if known => self.take_in(event),
            _ => Err(RefusalReason::NotForUs),
        };
        // Last: whoever shows the event comes first.
        if kept.answered {
            return taken;
        }
        if known {
            self.acknowledge(link, request);
        } else {
            let error = RemoteError { message: "no such method".to_owned(), code: None };
            self.respond(link, request, Err(error));
        }
        taken
    }

    fn take_in(&mut self, event: RawEvent<P>) -> Result<(), RefusalReason> {
        self.reported.clear();
        self.unread.clear();
        if self.may_postpone(&event) {
            self.postponed = Some(event.clone());
            self.outputs.push_back(Output::Event { event, refused: None });
            self.changed(Some(Slice::CustomerProfile));
            return Ok(());
        }
        self.catch_up();
        let Applied { mut changed, refused, skipped } = self.state.apply(&event);
        if changed == Some(Slice::Messages) && !self.stores_messages() {
            self.state.messages.clear();
            changed = None;
        }
        self.outputs.push_back(Output::Event { event, refused: refused.clone() });
        self.changed(changed);
        self.note_skipped(skipped);
        self.unread.extend(refused.clone());
        refused.map_or(Ok(()), |error| Err(error.into()))
    }

    /// Whether a component wants the chats' messages. Before the app has rendered, one still may.
    fn stores_messages(&self) -> bool {
        self.watching || !self.rendered
    }

    /// A profile that does not say whose it is hides the one before it at once.
    fn may_postpone(&self, event: &RawEvent<P>) -> bool {
        self.settings.postpone_profiles
            && event.name == CustomerProfile::NAME
            && Reader::new(event.data.clone()).identity("id").is_ok()
    }

    fn note_skipped(&mut self, skipped: Vec<EventError>) {
        if !skipped.is_empty() {
            self.changed(Some(Slice::Connection));
        }
        for field in skipped {
            self.connection.note_skipped(field.clone());
            self.outputs.push_back(Output::Skipped(field));
        }
    }

    /// Answers a call that has no result. Only the request's number differs from one to the next, and to copy the frame
    /// takes five calls out of wasm, where to write it takes fifteen.
    fn acknowledge(&mut self, link: Link, request: Option<i64>) {
        let answer = match &self.acknowledgement {
            Some(acknowledgement) => Frame::renumbered(acknowledgement, request),
            None => self.response(link, request, Ok(None)),
        };
        self.acknowledgement.get_or_insert_with(|| answer.clone());
        self.post_in_time(answer, true);
    }

    fn respond(&mut self, link: Link, request: Option<i64>, answer: Result<Option<P>, RemoteError>) {
        let response = self.response(link, request, answer);
        self.post(response);
    }

    fn response(&self, link: Link, request: Option<i64>, answer: Result<Option<P>, RemoteError>) -> P {
        // The library adds `origin` to what it receives and answers with the same object.
        let origin = self.host.as_ref().map(Origin::to_string);
        Frame { link, body: Body::Response(answer), request, origin }.to_wire()
    }

    fn connected_to(&mut self, origin: Origin) {
        self.host = Some(origin.clone());
        self.watched = false;
        self.connection.number += 1;
        self.connect_by = None;
        self.parent_refused = None;
        self.connection.state = ConnectionState::Connected { origin, driver: self.driver() };
        self.changed(Some(Slice::Connection));
    }

    /// Once connected and rendered: says so, then sends what has waited.
    fn open(&mut self, now: Duration) {
        if !self.rendered || self.host.is_none() {
            return;
        }
        if !self.inited {
            self.inited = true;
            self.transmit_own(now, &RawCommand::from(&PluginInited));
        }
        if self.watching && !self.watched {
            self.watched = true;
            self.transmit_own(now, &RawCommand::from(&WatchMessages));
        }
        // Not those under way: their answers may have arrived and not been taken in yet.
        while let Some(expired) = self.calls.pop_expired_queued(now) {
            self.settle(expired.call, expired.command, Err(expired.error));
        }
        while let Some(Queued { call, command, deadline }) = self.calls.pop_queued() {
            self.transmit(call, &command, deadline);
        }
    }

    /// Sends a command that nobody asked for and nobody awaits.
    fn transmit_own(&mut self, now: Duration, command: &RawCommand<P>) {
        let deadline = now.saturating_add(self.settings.command_timeout);
        let call = self.calls.next_id();
        self.transmit(call, command, deadline);
    }

    fn transmit(&mut self, call: CallId, command: &RawCommand<P>, deadline: Duration) {
        let wire = command.to_wire(self.settings.launch.plugin_id.as_deref());
        let Some(link) = self.link.clone() else {
            // The plain driver has no answers: what was posted is done.
            self.post(wire);
            self.settle(call, command.message.clone().into_owned(), Ok(()));
            return;
        };
        match self.calls.begin(call, &command.message, deadline) {
            Ok(request) => {
                let body = Body::Call { method: METHOD.into(), args: vec![wire] };
                self.post(Frame { link, body, request: Some(request), origin: None }.to_wire());
            }
            Err(error) => self.settle(call, command.message.clone().into_owned(), Err(error)),
        }
    }

    fn post(&mut self, frame: P) {
        self.post_in_time(frame, false);
    }

    /// Nothing is ever posted before the host is known, and nothing to anybody else.
    fn post_in_time(&mut self, frame: P, can_wait: bool) {
        if let Some(target) = self.host.clone() {
            self.outputs.push_back(Output::Post { target, frame, can_wait });
        }
    }

    fn abandon_pending(&mut self, error: &CommandError) {
        for pending in self.calls.abandon_pending() {
            self.settle(pending.call, pending.command, Err(error.clone()));
        }
    }

    fn settle(&mut self, call: CallId, command: String, result: Result<(), CommandError>) {
        if let Err(error) = &result {
            let refused = matches!(error, CommandError::Refused(_));
            if refused && command == PluginLoaded::NAME && self.state.session == Session::Pending {
                self.set_session(Session::Refused);
            }
            let of_transaction = [RegisterTransactionPending::NAME, RegisterTransactionSuccess::NAME];
            if self.state.transaction.is_pending() && of_transaction.contains(&command.as_str()) {
                self.set_transaction(Transaction::Failed { reason: error.to_string() });
            }
            self.connection.failed += 1;
            self.connection.last_failure = Some(FailedCommand { command: command.clone(), error: error.clone() });
            self.changed(Some(Slice::Connection));
        }
        self.outputs.push_back(Output::Settled { call, command, result });
    }

    fn refuse(&mut self, origin: &str, reason: RefusalReason) {
        let refusal = Refusal { origin: shortened(origin), reason };
        self.connection.refused += 1;
        self.connection.last_refusal = Some(refusal.clone());
        self.outputs.push_back(Output::Refused(refusal));
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

    fn changed(&mut self, slice: Option<Slice>) {
        self.outputs.extend(slice.map(Output::Changed));
    }
}

/// An origin for display: a hostile one may be of any length.
fn shortened(origin: &str) -> String {
    origin.chars().take(256).collect()
}
