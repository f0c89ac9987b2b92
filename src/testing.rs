//! A scripted host, for tests: plays the Agent App's side of the conversation, without a second window.
//!
//! The host speaks the real protocol to the real bridge; only the window between them is left out.
//!
//! ```
//! use serde_json::json;
//! use yew::prelude::*;
//! use yew_livechat::{prelude::*, testing::ScriptedHost};
//!
//! #[derive(Clone, PartialEq, Properties)]
//! struct TestAppProps {
//!     host: ScriptedHost,
//! }
//!
//! #[component]
//! fn TestApp(props: &TestAppProps) -> Html {
//!     html! {
//!         <ExtensionProvider extension={props.host.details()}>
//!             { "the component under test" }
//!         </ExtensionProvider>
//!     }
//! }
//!
//! // In a browser test, after rendering `TestApp`:
//! async fn script(host: ScriptedHost) {
//!     host.send("customer_profile", &json!({ "id": "C1", "chat": {} })).expect("connected");
//!     assert_eq!(host.commands(), [("plugin_inited".to_owned(), json!(null))]);
//! }
//! ```

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use livechat_protocol::{Answering, Driver, Envelope, ExtensionSettings, Host, HostOutput, NotConnected, RawEvent};
use serde_json::Value;

use crate::{
    bridge::{Bridge, HostValue, WeakBridge, now},
    extension::Extension,
    placement::{Details, Fullscreen, MessageBox, Settings},
};

/// The origin that a scripted host speaks from.
pub const HOST_ORIGIN: &str = "https://my.livechatinc.com";
const EXTENSION_ORIGIN: &str = "https://extension.example";

/// Shows panics on screen as [`Extension::mount`] does, besides what the present panic hook does.
#[cfg(feature = "csr")]
pub fn show_panics() {
    let present = std::panic::take_hook();
    crate::panic_screen::install(move |info| present(info));
}

/// A host that does what a test says. Clones are the same host.
#[derive(Clone)]
pub struct ScriptedHost(Rc<Inner>);

struct Inner {
    driver: Driver,
    host: RefCell<Host<HostValue>>,
    bridge: RefCell<Option<WeakBridge>>,
    commands: RefCell<Vec<(String, Value)>>,
    carrying: Cell<bool>,
}

impl Default for ScriptedHost {
    fn default() -> Self {
        Self::new()
    }
}

impl ScriptedHost {
    /// A host that speaks the trusted driver and shakes hands at once.
    #[must_use]
    pub fn new() -> Self {
        Self::speaking(Driver::Trusted)
    }

    /// A host that speaks this driver.
    #[must_use]
    pub fn speaking(driver: Driver) -> Self {
        Self(Rc::new(Inner {
            driver,
            host: RefCell::new(Host::new(driver, "scripted")),
            bridge: RefCell::default(),
            commands: RefCell::default(),
            carrying: Cell::new(false),
        }))
    }

    /// An extension in the details panel, hosted by this host.
    #[must_use]
    pub fn details(&self) -> Extension<Details> {
        self.host(Extension::details())
    }

    /// An extension in the message box, hosted by this host.
    #[must_use]
    pub fn message_box(&self) -> Extension<MessageBox> {
        self.host(Extension::message_box())
    }

    /// A fullscreen extension, hosted by this host.
    #[must_use]
    pub fn fullscreen(&self) -> Extension<Fullscreen> {
        self.host(Extension::fullscreen())
    }

    /// A settings page, hosted by this host.
    #[must_use]
    pub fn settings(&self) -> Extension<Settings> {
        self.host(Extension::settings())
    }

    /// This extension, hosted by this host.
    #[must_use]
    pub fn host<P: crate::placement::Placement>(&self, extension: Extension<P>) -> Extension<P> {
        extension.hosted_by(self.clone())
    }

    /// Sends an event; `name` is without the `livechat:` prefix.
    ///
    /// # Errors
    /// When no extension is connected.
    pub fn send(&self, name: &str, data: &Value) -> Result<(), NotConnected> {
        self.send_value(name, HostValue::from_json(data))
    }

    /// Sends an event with data that JSON has no form for.
    ///
    /// # Errors
    /// When no extension is connected.
    pub fn send_value(&self, name: &str, data: HostValue) -> Result<(), NotConnected> {
        self.0.host.borrow_mut().push(&RawEvent { name: name.to_owned(), data })?;
        self.carry();
        Ok(())
    }

    /// The commands that came so far, with their data.
    #[must_use]
    pub fn commands(&self) -> Vec<(String, Value)> {
        self.0.commands.borrow().clone()
    }

    /// Changes how commands are answered from now on.
    pub fn set_answering(&self, answering: Answering) {
        self.0.host.borrow_mut().set_answering(answering);
    }

    /// Begins a new connection, as a host does that was loaded again.
    pub fn reconnect(&self) {
        self.0.host.borrow_mut().frame_loaded(now());
        self.carry();
    }

    pub(crate) fn connect(&self, mut settings: ExtensionSettings) -> Bridge {
        settings.launch.driver = self.0.driver;
        settings.parent_origin = Some(HOST_ORIGIN.to_owned());
        let host = self.clone();
        let bridge = Bridge::new(
            settings,
            Box::new(move |_, frame| {
                host.0.host.borrow_mut().receive(EXTENSION_ORIGIN, frame);
                host.carry();
            }),
        );
        *self.0.bridge.borrow_mut() = Some(bridge.downgrade());
        self.reconnect();
        bridge
    }

    /// Carries out what the host wants, in order; a message that leads to more of it waits for its turn.
    fn carry(&self) {
        if self.0.carrying.replace(true) {
            return;
        }
        loop {
            let output = self.0.host.borrow_mut().poll_output();
            let Some(output) = output else { break };
            match output {
                HostOutput::Post(frame) => {
                    let bridge = self.0.bridge.borrow().as_ref().and_then(WeakBridge::upgrade);
                    if let Some(bridge) = bridge {
                        let envelope = Envelope { origin: HOST_ORIGIN, from_parent: true, is_trusted: true };
                        bridge.receive(envelope, || frame);
                    }
                }
                HostOutput::Command(received) => {
                    let data = received.command.data.to_json().unwrap_or_default();
                    self.0.commands.borrow_mut().push((received.command.message.into_owned(), data));
                }
                HostOutput::Connected | HostOutput::GaveUp | HostOutput::Acknowledged { .. } | HostOutput::Ignored => {}
            }
        }
        self.0.carrying.set(false);
    }
}

impl PartialEq for ScriptedHost {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl std::fmt::Debug for ScriptedHost {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ScriptedHost").field("driver", &self.0.driver).finish_non_exhaustive()
    }
}
