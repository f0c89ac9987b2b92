//! Drives the state machine: passes in what happened, and carries out its outputs.

use std::{
    cell::{Cell, RefCell},
    rc::{Rc, Weak},
    time::Duration,
};

use futures_channel::oneshot;
use gloo_events::EventListener;
use livechat_protocol::{
    CallId, Command, CommandError, Connection, Envelope, EventError, Extension as Machine, ExtensionSettings,
    HostState, InvalidArgument, Output, RawCommand, RawEvent, RefusalReason, RegisterTransactionPending, Toast, limits,
    payment::{Charge, PaymentMetadata},
};
use web_sys::Window;

use super::{
    acknowledgement::Acknowledgement, argument::Argument, capture::Capture, outbox::Outbox, subscribers::Subscribers,
    transport::Transport, window,
};
use crate::platform::{self, HostValue, Timeout, warn};

/// The longest a browser's timer waits, in milliseconds.
const LONGEST_WAIT: u32 = 0x7FFF_FFFF;

/// How long after a deadline messages that arrived before it are still accepted, in milliseconds.
const GRACE: u32 = 50;

/// An event that came before the app first rendered, and why the machine refused it.
type EarlyEvent = (RawEvent<HostValue>, Option<EventError>);

/// Receives the outcome of a command.
type Completion = oneshot::Sender<Result<(), CommandError>>;

/// An extension's connection. Clones share it; it ends with the last clone.
#[derive(Clone)]
pub(crate) struct Bridge(Rc<Inner>);

/// A connection that may have ended.
#[derive(Clone)]
pub(crate) struct WeakBridge(Weak<Inner>);

impl std::fmt::Debug for WeakBridge {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("WeakBridge")
    }
}

struct Inner {
    machine: RefCell<Machine<HostValue>>,
    subscribers: Subscribers,
    transport: Box<dyn Transport>,
    /// When the connection ends, the senders are dropped, and their acknowledgements return `Closed`.
    awaited: RefCell<Vec<(CallId, Completion)>>,
    /// The notices to show if commands fail.
    notices: RefCell<Vec<(CallId, String)>>,
    /// Events that came before the app first rendered, when there were no listeners; `None` from then on.
    early: RefCell<Option<Vec<EarlyEvent>>>,
    /// Whether outputs are being carried out further up the stack.
    pumping: Cell<bool>,
    timer: RefCell<Option<(Duration, Timeout)>>,
    listeners: RefCell<Option<[EventListener; 2]>>,
    /// Records the conversation.
    capture: Capture,
}

thread_local! {
    /// A page has one host and so one connection, however many providers are mounted.
    static PAGE: RefCell<WeakBridge> = const { RefCell::new(WeakBridge(Weak::new())) };
}

impl Inner {
    /// The time, for the machine.
    fn now(&self) -> Duration {
        self.transport.now()
    }
}

impl WeakBridge {
    pub(crate) fn upgrade(&self) -> Option<Bridge> {
        self.0.upgrade().map(Bridge)
    }
}

impl Bridge {
    /// The page's connection, created on first use.
    pub(crate) fn of_page(connect: impl FnOnce(&Window) -> Self) -> Option<Self> {
        let present = PAGE.with_borrow(WeakBridge::upgrade);
        present.or_else(|| {
            let window = platform::window()?;
            let bridge = connect(&window);
            PAGE.set(bridge.downgrade());
            Some(bridge)
        })
    }

    /// A connection from a window to the one around it.
    pub(crate) fn in_window(window: &Window, settings: ExtensionSettings, capture: Capture) -> Self {
        let in_frame = settings.in_frame;
        // Looked up once: a window's parent stays the same, and looking it up takes time with every message.
        let subscribers = Subscribers::default();
        let outbox = window::parent(window).as_ref().map(|parent| {
            let subscribers = subscribers.clone();
            Outbox::new(window::poster(parent), move || subscribers.answered())
        });
        let bridge = Self::captured(settings, Box::new(outbox), subscribers, capture);
        if in_frame {
            let (receiving, refusing) = (bridge.downgrade(), bridge.downgrade());
            let listeners = window::listen(
                window,
                move |envelope, data| {
                    if let Some(bridge) = receiving.upgrade() {
                        bridge.receive(envelope, data);
                    }
                },
                move |envelope| {
                    if let Some(bridge) = refusing.upgrade() {
                        bridge.feed(|machine, _| machine.receive_unreadable(envelope));
                    }
                },
            );
            *bridge.0.listeners.borrow_mut() = Some(listeners);
            let take_over = window::take_over(window, |envelope, kept, data| {
                bridge.feed(|machine, now| machine.receive_kept(now, envelope, kept, data));
            });
            if let Some(take_over) = take_over {
                bridge.feed(|machine, _| machine.taken_over(&take_over));
            }
        }
        bridge
    }

    /// A connection over this transport, which notifies these subscribers.
    #[cfg(any(test, feature = "testing"))]
    pub(crate) fn new(settings: ExtensionSettings, transport: Box<dyn Transport>, subscribers: Subscribers) -> Self {
        Self::captured(settings, transport, subscribers, Capture::default())
    }

    fn captured(
        settings: ExtensionSettings,
        transport: Box<dyn Transport>,
        subscribers: Subscribers,
        capture: Capture,
    ) -> Self {
        let bridge = Self(Rc::new(Inner {
            machine: RefCell::new(Machine::new(settings, transport.now())),
            subscribers,
            transport,
            awaited: RefCell::default(),
            notices: RefCell::default(),
            early: RefCell::new(Some(Vec::new())),
            pumping: Cell::new(false),
            timer: RefCell::default(),
            listeners: RefCell::default(),
            capture,
        }));
        bridge.pump();
        bridge
    }

    pub(crate) fn downgrade(&self) -> WeakBridge {
        WeakBridge(Rc::downgrade(&self.0))
    }

    /// The subscribers to changes and events.
    pub(crate) fn subscribers(&self) -> &Subscribers {
        &self.0.subscribers
    }

    /// Makes the machine decode what it has postponed, then reads the latest of everything that the host sent, and the
    /// state of the connection.
    pub(crate) fn catch_up_and_read<T>(&self, read: impl FnOnce(&HostState, &Connection) -> T) -> T {
        self.catch_up();
        let machine = self.0.machine.borrow();
        read(machine.state(), machine.connection())
    }

    fn catch_up(&self) {
        if self.0.machine.borrow().is_behind() {
            self.feed(|machine, _| machine.catch_up());
        }
    }

    /// Handles a message.
    pub(crate) fn receive(&self, envelope: Envelope<'_>, data: impl FnOnce() -> HostValue) {
        self.feed(|machine, now| machine.receive(now, envelope, data));
    }

    /// Passes an input to the machine, then carries out its outputs.
    fn feed<T>(&self, input: impl FnOnce(&mut Machine<HostValue>, Duration) -> T) -> T {
        let output = input(&mut self.0.machine.borrow_mut(), self.0.now());
        self.pump();
        output
    }

    /// The app has rendered: all listeners for events are registered.
    pub(crate) fn rendered(&self) {
        let early = self.0.early.take();
        for (event, refused) in early.into_iter().flatten() {
            self.0.machine.borrow_mut().dispatching(refused);
            self.0.subscribers.dispatch(event);
        }
        self.feed(Machine::rendered);
        self.0.capture.rendered(|| self.0.now(), &self.0.machine);
    }

    /// After a panic, in a task of its own: an app that has not rendered may never do so, and the host's loader must not
    /// hide what the panic put on the page. The host is told now, or when it connects.
    #[cfg(feature = "csr")]
    pub(crate) fn give_way_after_panic() {
        let page = PAGE.try_with(|page| page.try_borrow().ok().and_then(|page| page.upgrade()));
        if let Some(bridge) = page.ok().flatten() {
            bridge.give_way();
        }
    }

    /// Must not panic again if the panic left something borrowed.
    #[cfg(feature = "csr")]
    fn give_way(&self) {
        if !self.0.early.try_borrow().is_ok_and(|early| early.is_some()) {
            return;
        }
        let Ok(mut machine) = self.0.machine.try_borrow_mut() else { return };
        machine.rendered(self.0.now());
        drop(machine);
        // Nothing else runs in this task: the flag is left over from the panic.
        self.0.pumping.set(false);
        self.pump();
    }

    /// Sends a command.
    pub(crate) fn send(&self, command: RawCommand<HostValue>) -> Acknowledgement {
        self.call(|machine, now| machine.send(now, command))
    }

    /// Fails a command that could not be built.
    pub(crate) fn refuse(&self, command: &'static str, error: InvalidArgument) -> Acknowledgement {
        self.call(|machine, _| machine.fail(command, error))
    }

    /// Drops the session and asks for a new one.
    pub(crate) fn refresh_session(&self) -> Acknowledgement {
        self.call(|machine, now| machine.refresh_session(now))
    }

    /// Asks the host for the chats' messages, now and on every later connection.
    pub(crate) fn watch_messages(&self) {
        self.feed(Machine::watch_messages);
    }

    /// Asks the customer to pay, through the host.
    pub(crate) fn start_transaction(
        &self,
        charge: impl Argument<Charge>,
        metadata: impl Argument<PaymentMetadata>,
    ) -> Acknowledgement {
        let start =
            |charge: &_, metadata: &_| self.call(|machine, now| machine.start_transaction(now, charge, metadata));
        let started = charge.with(|charge| metadata.with(|metadata| start(charge, metadata)));
        started.flatten().unwrap_or_else(|error| self.refuse(RegisterTransactionPending::NAME, error))
    }

    /// A listener could not read an event.
    pub(crate) fn event_unread(&self, error: EventError) {
        self.feed(|machine, _| machine.event_unread(error));
    }

    /// A listener skipped fields of an event.
    pub(crate) fn fields_skipped(&self, skipped: Vec<EventError>) {
        self.feed(|machine, _| machine.fields_skipped(skipped));
    }

    fn call(&self, send: impl FnOnce(&mut Machine<HostValue>, Duration) -> CallId) -> Acknowledgement {
        let call = send(&mut self.0.machine.borrow_mut(), self.0.now());
        let (sender, receiver) = oneshot::channel();
        self.0.awaited.borrow_mut().push((call, sender));
        self.pump();
        Acknowledgement::new(call, self.downgrade(), receiver)
    }

    /// An acknowledgement of a command whose outcome is known.
    pub(super) fn settled(&self, call: CallId, result: Result<(), CommandError>) -> Acknowledgement {
        let (sender, receiver) = oneshot::channel();
        // The receiver is here.
        let _ = sender.send(result);
        Acknowledgement::new(call, self.downgrade(), receiver)
    }

    /// Shows a notice if the command fails.
    pub(super) fn toast_on_failure(&self, call: CallId, content: String) {
        self.0.notices.borrow_mut().push((call, content));
    }

    /// Shows a notice.
    pub(super) fn toast_error(&self, content: &str) {
        drop(match Toast::error(content) {
            Ok(toast) => self.send(RawCommand::from(&toast)),
            Err(error) => self.refuse(Toast::NAME, error),
        });
    }

    /// Carries out the machine's outputs in order. A callback among them that sends a command comes back here;
    /// its outputs then wait for their turn in the loop that is already running.
    fn pump(&self) {
        if self.0.pumping.replace(true) {
            return;
        }
        loop {
            let output = self.0.machine.borrow_mut().poll_output();
            let Some(output) = output else { break };
            self.carry_out(output);
        }
        self.0.pumping.set(false);
        self.set_timer();
    }

    fn carry_out(&self, output: Output<HostValue>) {
        match output {
            Output::Post(post) => {
                self.0.capture.posted(|| self.0.now(), &post.frame);
                self.0.transport.post(post);
            }
            Output::Event { event, refused } => {
                self.0.capture.received(|| self.0.now(), &event);
                self.tell(event, refused);
            }
            Output::Changed(slice) => {
                self.0.capture.changed(|| self.0.now(), slice, &self.0.machine);
                self.0.subscribers.changed(slice);
            }
            Output::Settled { call, command, result } => {
                if let Err(error) = &result {
                    warn(&format!("command `{command}`: {error}"));
                }
                let notice = take(&mut self.0.notices.borrow_mut(), call).filter(|_| result.is_err());
                if let Some(sender) = take(&mut self.0.awaited.borrow_mut(), call) {
                    // The caller may have dropped it.
                    let _ = sender.send(result);
                }
                if let Some(notice) = notice {
                    self.toast_error(&notice);
                }
            }
            Output::Refused(refusal) => {
                // Unreadable messages from the host indicate a bug; messages from other windows do not concern us.
                if matches!(refusal.reason, RefusalReason::Event(_) | RefusalReason::Frame(_)) {
                    warn(&refusal.to_string());
                }
                #[cfg(all(feature = "simulator", debug_assertions))]
                super::report::refused(&refusal);
            }
            Output::Skipped(field) => {
                warn(&format!("{field}: the field was left out"));
                #[cfg(all(feature = "simulator", debug_assertions))]
                super::report::skipped(&field);
            }
        }
    }

    fn tell(&self, event: RawEvent<HostValue>, refused: Option<EventError>) {
        if let Some(early) = &mut *self.0.early.borrow_mut() {
            early.push((event, refused));
            if early.len() > limits::EARLY_MESSAGES {
                early.remove(0);
                self.0.machine.borrow_mut().dropped(1);
            }
            return;
        }
        self.0.subscribers.dispatch(event);
    }

    /// When the passing of time triggers something.
    pub(crate) fn next_deadline(&self) -> Option<Duration> {
        self.0.machine.borrow().next_deadline()
    }

    /// Time has passed.
    pub(crate) fn elapsed(&self) {
        // The timer has fired.
        self.0.timer.take();
        self.feed(Machine::elapsed);
    }

    fn set_timer(&self) {
        let deadline = self.next_deadline();
        let mut timer = self.0.timer.borrow_mut();
        if timer.as_ref().map(|(set_for, _)| *set_for) != deadline {
            *timer = deadline.map(|deadline| (deadline, self.timeout(deadline)));
        }
    }

    fn timeout(&self, deadline: Duration) -> Timeout {
        let weak = self.downgrade();
        // One millisecond more, because timers use whole milliseconds and may fire a fraction early.
        let wait = deadline.saturating_sub(self.0.now()).as_millis().saturating_add(1);
        // Browsers limit the wait to 31 bits; a longer one fires early and is started again.
        let wait = u32::try_from(wait).map_or(LONGEST_WAIT, |wait| wait.min(LONGEST_WAIT));
        Timeout::new(wait, move || {
            // Messages that arrived while the main thread was blocked come first: the answer may be one of them.
            let grace = Timeout::new(GRACE, {
                let weak = weak.clone();
                move || {
                    if let Some(bridge) = weak.upgrade() {
                        bridge.elapsed();
                    }
                }
            });
            if let Some(bridge) = weak.upgrade()
                && let Some((_, timer)) = &mut *bridge.0.timer.borrow_mut()
            {
                *timer = grace;
            }
        })
    }
}

impl PartialEq for Bridge {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// Takes what belongs to a command out of a list.
fn take<T>(list: &mut Vec<(CallId, T)>, call: CallId) -> Option<T> {
    let position = list.iter().position(|(other, _)| *other == call)?;
    Some(list.swap_remove(position).1)
}

#[cfg(test)]
mod tests {
    use livechat_protocol::Driver;

    use super::*;

    #[test]
    fn what_the_popup_of_a_sign_in_posts_is_in_no_refusal() {
        let bridge = Bridge::new(ExtensionSettings::default(), Box::new(None::<Outbox>), Subscribers::default());
        let secret = serde_json::json!({ "yewLivechatSignIn": { "code": "dal:secret", "state": "secret" } });
        for (origin, from_parent) in [("https://extension.example", false), ("https://accounts.livechat.com", true)] {
            let envelope = Envelope { origin, from_parent, is_trusted: true };
            bridge.receive(envelope, || HostValue::from_json(&secret));
        }
        let said = bridge.catch_up_and_read(|state, connection| format!("{state:?} {connection:?}"));
        assert!(!said.contains("secret") && said.contains("refused"), "{said}");
    }

    #[test]
    fn fault_27_events_that_there_was_no_room_for_before_the_app_rendered_are_counted() {
        let mut settings = ExtensionSettings::default();
        settings.launch.driver = Driver::Plain;
        let bridge = Bridge::new(settings, Box::new(None::<Outbox>), Subscribers::default());
        let envelope = Envelope { origin: "https://my.livechatinc.com", from_parent: true, is_trusted: true };
        let dropped = || bridge.catch_up_and_read(|_, connection| connection.dropped);
        let event = serde_json::json!({ "event_name": "livechat:shift" });
        let receive = || bridge.receive(envelope, || HostValue::from_json(&event));
        for _ in 0..limits::EARLY_MESSAGES + 3 {
            receive();
        }
        assert_eq!(dropped(), 3);
        bridge.rendered();
        receive();
        assert_eq!(dropped(), 3, "none waits once the app has rendered");
    }
}
