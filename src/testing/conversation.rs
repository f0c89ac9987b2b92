//! The connection between host and bridge, in place of the windows of a page.

use std::{
    cell::{Cell, RefCell},
    collections::BTreeSet,
    rc::{Rc, Weak},
    time::Duration,
};

use livechat_protocol::{
    Answering, Driver, Envelope, Fate, Faults, HostOutput, Line, LineOutput, NotConnected, PlacementKind, Post,
    RawEvent, Refusal, Theme,
};
use serde_json::Value;

use super::extension_time::ExtensionTime;
use crate::{
    app::setup::{Connect, Setup},
    bridge::{Bridge, HostValue, pump::WeakBridge, subscribers::Subscribers, transport::Transport},
};

/// The origin that a scripted host posts from.
pub const HOST_ORIGIN: &str = "https://my.livechatinc.com";
const EXTENSION_ORIGIN: &str = "https://extension.example";
/// The origin that browsers report for a page without one.
const NO_ORIGIN: &str = "null";

/// A host's conversation with the extension inside it.
pub(super) struct Conversation {
    driver: Cell<Driver>,
    theme: Cell<Option<Theme>>,
    /// The origin of the host's page, for the current load of the extension.
    origin: Cell<&'static str>,
    line: RefCell<Line<HostValue>>,
    /// The host's time.
    now: Cell<Duration>,
    placement: Cell<Option<PlacementKind>>,
    bridge: RefCell<Option<WeakBridge>>,
    /// For the current load of the extension.
    time: RefCell<ExtensionTime>,
    /// Counts the loads of the extension: messages from an earlier load are dropped.
    life: Cell<u32>,
    /// Reloads the extension, if something can.
    page: RefCell<Option<Weak<dyn Fn()>>>,
    commands: RefCell<Vec<(String, Value)>>,
    /// Indices of the commands that a test has awaited.
    awaited: RefCell<BTreeSet<usize>>,
    /// The messages that the extension refused.
    pub(super) refusals: RefCell<Vec<Refusal>>,
    /// Whether messages are being carried further up the stack.
    carrying: Cell<bool>,
}

impl Conversation {
    pub(super) fn new(driver: Driver) -> Self {
        Self {
            driver: Cell::new(driver),
            theme: Cell::default(),
            origin: Cell::new(HOST_ORIGIN),
            line: RefCell::new(new_line(driver, Faults::default())),
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

    /// The extension's placement; `None` before there is one.
    pub(super) fn placement(&self) -> Option<PlacementKind> {
        self.placement.get()
    }

    pub(super) fn commands(&self) -> std::cell::Ref<'_, Vec<(String, Value)>> {
        self.commands.borrow()
    }

    /// The data of the first command with this name that has not been taken.
    pub(super) fn take_command(&self, name: &str) -> Option<Value> {
        let mut awaited = self.awaited.borrow_mut();
        let commands = self.commands.borrow();
        let is_next = |(index, (came, _)): &(usize, &(String, Value))| came == name && !awaited.contains(index);
        let (index, (_, data)) = commands.iter().enumerate().find(is_next)?;
        awaited.insert(index);
        Some(data.clone())
    }

    /// The extension's bridge, while it exists.
    pub(super) fn bridge(&self) -> Option<Bridge> {
        self.bridge.borrow().as_ref().and_then(WeakBridge::upgrade)
    }

    pub(super) fn now(&self) -> Duration {
        self.now.get()
    }

    /// When the next message arrives.
    pub(super) fn next_arrival(&self) -> Option<Duration> {
        self.line.borrow().next_arrival()
    }

    /// When time makes something happen: at either end, or between them.
    pub(super) fn next_deadline(&self) -> Option<Duration> {
        let wait = |deadline: Duration| deadline.saturating_sub(self.time.borrow().now());
        let extension = self.bridge().and_then(|bridge| bridge.next_deadline());
        let extension = extension.map(|deadline| self.now().saturating_add(wait(deadline)));
        let line = self.line.borrow().next_deadline();
        [extension, line].into_iter().flatten().min()
    }

    /// Sets the time of both ends.
    pub(super) fn set_time(&self, now: Duration) {
        let passed = now.saturating_sub(self.now.replace(now));
        self.line.borrow_mut().elapsed(now);
        if let Some(bridge) = self.bridge() {
            self.time.borrow().pass(passed);
            bridge.elapsed();
        }
        self.carry();
    }

    pub(super) fn push(&self, event: &RawEvent<HostValue>) -> Result<(), NotConnected> {
        self.line.borrow_mut().push(event)?;
        self.carry();
        Ok(())
    }

    /// Posts a value unchanged.
    pub(super) fn post(&self, frame: HostValue) {
        self.line.borrow_mut().send_to_extension(self.now(), frame);
        self.carry();
    }

    pub(super) fn set_answering(&self, answering: Answering) {
        self.line.borrow_mut().set_answering(answering);
    }

    pub(super) fn set_faults(&self, faults: Faults) {
        self.line.borrow_mut().set_faults(faults);
    }

    pub(super) fn reconnect(&self) {
        self.line.borrow_mut().frame_loaded(self.now());
        self.carry();
    }

    /// Sets what reloads the extension, as long as it exists.
    pub(super) fn set_page(&self, load: &Rc<dyn Fn()>) {
        *self.page.borrow_mut() = Some(Rc::downgrade(load));
    }

    /// Loads the extension's page.
    ///
    /// # Panics
    /// If nothing can load it, and it would have to speak another driver.
    pub(super) fn load(&self, driver: Driver, theme: Theme) {
        let faults = self.line.borrow().faults();
        self.origin.set(if faults.wrong_origin { NO_ORIGIN } else { HOST_ORIGIN });
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
        *self.line.borrow_mut() = new_line(driver, faults);
        *self.bridge.borrow_mut() = None;
        self.life.set(self.life.get() + 1);
        load();
    }

    /// Carries out the host's outputs and delivers arrived messages, in order. Messages that result from this wait
    /// for their turn.
    pub(super) fn carry(&self) {
        if self.carrying.replace(true) {
            return;
        }
        while self.carry_next() {}
        self.carrying.set(false);
    }

    fn carry_next(&self) -> bool {
        let output = self.line.borrow_mut().poll(self.now());
        match output {
            None => return false,
            Some(LineOutput::ToExtension(delivery)) if delivery.fate != Fate::Lost => self.deliver(delivery.message),
            Some(LineOutput::Host(HostOutput::Command(received))) => {
                let data = received.command.data.to_json().unwrap_or_default();
                self.commands.borrow_mut().push((received.command.message.into_owned(), data));
            }
            Some(LineOutput::ToExtension(_) | LineOutput::ToHost(_) | LineOutput::Host(_)) => {}
        }
        true
    }

    fn deliver(&self, frame: HostValue) {
        let Some(bridge) = self.bridge() else { return };
        let refused = bridge.catch_up_and_read(|_, connection| connection.refused);
        let envelope = Envelope { origin: self.origin.get(), from_parent: true, is_trusted: true };
        bridge.receive(envelope, || frame);
        bridge.catch_up_and_read(|_, connection| {
            if connection.refused != refused {
                self.refusals.borrow_mut().extend(connection.last_refusal.clone());
            }
        });
    }
}

/// Hosts an extension from now on.
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
        let transport = Box::new(Life { conversation: Rc::clone(&self), life, time });
        let bridge = Bridge::new(settings, transport, Subscribers::default());
        *self.bridge.borrow_mut() = Some(bridge.downgrade());
        self.reconnect();
        bridge
    }
}

/// The path to the host, for one load of the extension.
struct Life {
    conversation: Rc<Conversation>,
    life: u32,
    time: ExtensionTime,
}

impl Transport for Life {
    fn post(&self, post: Post<HostValue>) {
        let here = &self.conversation;
        if here.life.get() == self.life {
            here.line.borrow_mut().send_to_host(here.now(), EXTENSION_ORIGIN, post.frame);
            here.carry();
        }
    }

    fn now(&self) -> Duration {
        self.time.now()
    }
}

fn new_line(driver: Driver, faults: Faults) -> Line<HostValue> {
    Line::new(driver, "scripted host", faults)
}
