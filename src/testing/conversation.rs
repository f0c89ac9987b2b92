//! Between the host and the bridge: what would be windows in a page, and the way from one to the other.

use std::{
    cell::{Cell, RefCell},
    collections::BTreeSet,
    rc::{Rc, Weak},
    time::Duration,
};

use livechat_protocol::{
    Answering, Carrier, Driver, Envelope, Fate, Faults, Host, HostOutput, NotConnected, PlacementKind, RawEvent,
    Refusal, RemoteError, Theme,
};
use serde_json::Value;

use super::extension_time::ExtensionTime;
use crate::{
    app::setup::{Connect, Setup},
    bridge::{
        Bridge, HostValue,
        pump::WeakBridge,
        transport::{Outgoing, Transport},
        window::Message,
    },
};

/// The origin that a scripted host speaks from.
pub const HOST_ORIGIN: &str = "https://my.livechatinc.com";
const EXTENSION_ORIGIN: &str = "https://extension.example";
/// What a browser calls the origin of a page that has none.
const NO_ORIGIN: &str = "null";

/// A host's conversation with the extension in it.
pub(super) struct Conversation {
    driver: Cell<Driver>,
    theme: Cell<Option<Theme>>,
    faults: Cell<Faults>,
    /// Of the host's page, in this life of the extension's.
    origin: Cell<&'static str>,
    host: RefCell<Host<HostValue>>,
    to_extension: RefCell<Carrier<HostValue>>,
    from_extension: RefCell<Carrier<HostValue>>,
    /// The host's time.
    now: Cell<Duration>,
    placement: Cell<Option<PlacementKind>>,
    bridge: RefCell<Option<WeakBridge>>,
    /// In this life of the extension's.
    time: RefCell<ExtensionTime>,
    /// Counts the extension's lives: what an earlier one still posts, nobody hears.
    life: Cell<u32>,
    /// Loads the extension anew, where somebody can.
    page: RefCell<Option<Weak<dyn Fn()>>>,
    commands: RefCell<Vec<(String, Value)>>,
    /// Indices of those that a test has awaited.
    awaited: RefCell<BTreeSet<usize>>,
    /// What the extension refused.
    pub(super) refusals: RefCell<Vec<Refusal>>,
    /// Whether messages are being carried further up the stack.
    carrying: Cell<bool>,
}

impl Conversation {
    pub(super) fn new(driver: Driver) -> Self {
        Self {
            driver: Cell::new(driver),
            theme: Cell::default(),
            faults: Cell::default(),
            origin: Cell::new(HOST_ORIGIN),
            host: RefCell::new(new_host(driver)),
            to_extension: RefCell::default(),
            from_extension: RefCell::default(),
            now: Cell::default(),
            placement: Cell::default(),
            bridge: RefCell::default(),
            time: RefCell::default(),
            life: Cell::default(),
            page: RefCell::default(),
            commands: RefCell::default(),
            awaited: RefCell::default(),
            refusals: RefCell::default(),
            carrying: Cell::default(),
        }
    }

    pub(super) fn driver(&self) -> Driver {
        self.driver.get()
    }

    /// Where the extension stands; `None` before there was one.
    pub(super) fn placement(&self) -> Option<PlacementKind> {
        self.placement.get()
    }

    pub(super) fn commands(&self) -> std::cell::Ref<'_, Vec<(String, Value)>> {
        self.commands.borrow()
    }

    /// The data of the first command of this name that nobody has taken yet.
    pub(super) fn take_command(&self, name: &str) -> Option<Value> {
        let mut awaited = self.awaited.borrow_mut();
        let commands = self.commands.borrow();
        let is_next = |(index, (came, _)): &(usize, &(String, Value))| came == name && !awaited.contains(index);
        let (index, (_, data)) = commands.iter().enumerate().find(is_next)?;
        awaited.insert(index);
        Some(data.clone())
    }

    /// The extension's bridge, while there is one.
    pub(super) fn bridge(&self) -> Option<Bridge> {
        self.bridge.borrow().as_ref().and_then(WeakBridge::upgrade)
    }

    pub(super) fn now(&self) -> Duration {
        self.now.get()
    }

    /// When the next message arrives.
    pub(super) fn next_arrival(&self) -> Option<Duration> {
        let ways = [self.to_extension.borrow().next_deadline(), self.from_extension.borrow().next_deadline()];
        ways.into_iter().flatten().min()
    }

    /// When time itself makes something happen: at either end, or between them.
    pub(super) fn next_deadline(&self) -> Option<Duration> {
        let wait = |deadline: Duration| deadline.saturating_sub(self.time.borrow().now());
        let extension = self.bridge().and_then(|bridge| bridge.next_deadline());
        let extension = extension.map(|deadline| self.now().saturating_add(wait(deadline)));
        let host = self.host.borrow().next_deadline();
        [extension, host, self.next_arrival()].into_iter().flatten().min()
    }

    /// It is so late now, for both ends.
    pub(super) fn set_time(&self, now: Duration) {
        let passed = now.saturating_sub(self.now.replace(now));
        self.host.borrow_mut().elapsed(now);
        if let Some(bridge) = self.bridge() {
            self.time.borrow().pass(passed);
            bridge.elapsed();
        }
        self.carry();
    }

    pub(super) fn push(&self, event: &RawEvent<HostValue>) -> Result<(), NotConnected> {
        self.host.borrow_mut().push(event)?;
        self.carry();
        Ok(())
    }

    /// Posts something as it is.
    pub(super) fn post(&self, frame: HostValue) {
        self.to_extension.borrow_mut().send(self.now(), frame);
        self.carry();
    }

    pub(super) fn set_answering(&self, answering: Answering) {
        self.host.borrow_mut().set_answering(answering);
    }

    pub(super) fn set_faults(&self, faults: Faults) {
        let before = self.faults.replace(faults);
        self.to_extension.borrow_mut().set_faults(faults);
        // On the way back, messages only take their time: the rest is the host's doing.
        self.from_extension.borrow_mut().set_faults(Faults { latency: faults.latency, ..Faults::default() });
        // How a test has commands answered stays as long as the faults say nothing new of it.
        if faults.refusing != before.refusing {
            self.answer_by_faults();
        }
    }

    fn answer_by_faults(&self) {
        let refusal = RemoteError { message: "refused by the scripted host".to_owned(), code: None };
        let refusing = self.faults.get().refusing;
        self.set_answering(if refusing { Answering::Refuse(refusal) } else { Answering::Accept });
    }

    pub(super) fn reconnect(&self) {
        self.host.borrow_mut().frame_loaded(self.now());
        self.carry();
    }

    /// What loads the extension anew, as long as it is there.
    pub(super) fn set_page(&self, load: &Rc<dyn Fn()>) {
        *self.page.borrow_mut() = Some(Rc::downgrade(load));
    }

    /// Loads the extension's page.
    ///
    /// # Panics
    /// When nobody can, and it would have to speak another driver.
    pub(super) fn load(&self, driver: Driver, theme: Theme) {
        let wrong_origin = self.faults.get().wrong_origin;
        self.origin.set(if wrong_origin { NO_ORIGIN } else { HOST_ORIGIN });
        let page = self.page.borrow().as_ref().and_then(Weak::upgrade);
        let Some(load) = page else {
            assert!(
                driver == self.driver(),
                "the scenario loads a page that speaks another driver than this host: mount the extension by \
                 `mount`, or make the host by `ScriptedHost::speaking`"
            );
            return self.reconnect();
        };
        self.driver.set(driver);
        self.theme.set(Some(theme));
        *self.host.borrow_mut() = new_host(driver);
        self.answer_by_faults();
        self.to_extension.borrow_mut().clear();
        self.from_extension.borrow_mut().clear();
        *self.bridge.borrow_mut() = None;
        self.life.set(self.life.get() + 1);
        load();
    }

    /// Carries out what the host wants, and carries what has arrived, in order; a message that leads to more of it
    /// waits for its turn.
    pub(super) fn carry(&self) {
        if self.carrying.replace(true) {
            return;
        }
        while self.carry_next() {}
        self.carrying.set(false);
    }

    fn carry_next(&self) -> bool {
        let output = self.host.borrow_mut().poll_output();
        if let Some(output) = output {
            self.carry_out(output);
            return true;
        }
        let to_extension = self.to_extension.borrow_mut().poll(self.now());
        if let Some(delivery) = to_extension {
            if delivery.fate != Fate::Lost {
                self.deliver(delivery.message);
            }
            return true;
        }
        let from_extension = self.from_extension.borrow_mut().poll(self.now());
        from_extension.is_some_and(|delivery| {
            self.host.borrow_mut().receive(EXTENSION_ORIGIN, &delivery.message);
            true
        })
    }

    fn carry_out(&self, output: HostOutput<HostValue>) {
        match output {
            HostOutput::Post(frame) => self.to_extension.borrow_mut().send(self.now(), frame),
            HostOutput::Command(received) => {
                let data = received.command.data.to_json().unwrap_or_default();
                self.commands.borrow_mut().push((received.command.message.into_owned(), data));
            }
            HostOutput::Connected | HostOutput::GaveUp | HostOutput::Acknowledged { .. } | HostOutput::Ignored => {}
        }
    }

    fn deliver(&self, frame: HostValue) {
        let Some(bridge) = self.bridge() else { return };
        let refused = bridge.connection().refused;
        let envelope = Envelope { origin: self.origin.get(), from_parent: true, is_trusted: true };
        bridge.take_in(Message::Delivered(envelope, &|| frame.clone()));
        let connection = bridge.connection();
        if connection.refused != refused {
            self.refusals.borrow_mut().extend(connection.last_refusal.clone());
        }
    }
}

/// An extension is hosted here from now on.
impl Connect for Conversation {
    fn connect(self: Rc<Self>, setup: &Setup) -> Bridge {
        let mut settings = setup.common_settings();
        settings.launch.driver = self.driver();
        settings.launch.theme = self.theme.get();
        settings.parent_origin = Some(self.origin.get().to_owned());
        self.placement.set(Some(setup.placement));
        let life = self.life.get() + 1;
        self.life.set(life);
        let time = ExtensionTime::default();
        self.time.replace(time.clone());
        let bridge = Bridge::new(settings, Box::new(Life { conversation: Rc::clone(&self), life, time }));
        *self.bridge.borrow_mut() = Some(bridge.downgrade());
        self.reconnect();
        bridge
    }
}

/// The way to the host, in one life of the extension's.
struct Life {
    conversation: Rc<Conversation>,
    life: u32,
    time: ExtensionTime,
}

impl Transport for Life {
    fn post(&self, outgoing: Outgoing) {
        let here = &self.conversation;
        if here.life.get() == self.life {
            here.from_extension.borrow_mut().send(here.now(), outgoing.frame);
            here.carry();
        }
    }

    fn now(&self) -> Duration {
        self.time.now()
    }
}

fn new_host(driver: Driver) -> Host<HostValue> {
    Host::new(driver, "scripted")
}
