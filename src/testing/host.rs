//! The host, controlled by a test.

use std::rc::Rc;

use livechat_protocol::{Answering, Driver, Faults, NotConnected, RawEvent};
use serde_json::Value;

use super::conversation::Conversation;
use crate::{
    app::Extension,
    bridge::HostValue,
    placement::{Details, Fullscreen, MessageBox, Placement, Settings},
};

/// A host controlled by a test. Clones are the same host.
///
/// [`mount`](super::mount) runs an extension in it, in a browser; [`connect`](Self::connect) does so without a page.
/// For a test that mounts a provider itself, [`details`](Self::details) and its siblings return an extension:
///
/// ```
/// use yew::prelude::*;
/// use yew_livechat::{prelude::*, testing::ScriptedHost};
///
/// #[derive(Clone, PartialEq, Properties)]
/// struct TestAppProps {
///     host: ScriptedHost,
/// }
///
/// #[component]
/// fn TestApp(props: &TestAppProps) -> Html {
///     html! {
///         <ExtensionProvider extension={props.host.details()}>
///             { "the component under test" }
///         </ExtensionProvider>
///     }
/// }
/// ```
///
/// # Time
///
/// The host has its own time. It passes only while a scenario is played, in [`elapse`](Self::elapse), and, if faults
/// delay messages, while the test awaits something. The extension's time passes with it, so timeouts fire at the
/// right moment without waiting. In a browser, the extension's time also passes by itself.
#[derive(Clone)]
pub struct ScriptedHost(pub(super) Rc<Conversation>);

impl Default for ScriptedHost {
    fn default() -> Self {
        Self::new()
    }
}

impl ScriptedHost {
    /// Creates a host that speaks the trusted driver and shakes hands immediately.
    #[must_use]
    pub fn new() -> Self {
        Self::speaking(Driver::Trusted)
    }

    /// Creates a host that speaks this driver.
    #[must_use]
    pub fn speaking(driver: Driver) -> Self {
        Self(Rc::new(Conversation::new(driver)))
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

    /// Hosts this extension.
    #[must_use]
    pub fn host<P: Placement>(&self, mut extension: Extension<P>) -> Extension<P> {
        let conversation = Rc::clone(&self.0);
        extension.setup.connector = Some(conversation);
        extension
    }

    /// Sends an event; `name` is without the `livechat:` prefix.
    ///
    /// # Errors
    /// If no extension is connected.
    pub fn send(&self, name: &str, data: &Value) -> Result<(), NotConnected> {
        self.send_value(name, HostValue::from_json(data))
    }

    /// Sends an event with data that JSON cannot represent.
    ///
    /// # Errors
    /// If no extension is connected.
    pub fn send_value(&self, name: &str, data: HostValue) -> Result<(), NotConnected> {
        self.0.push(&RawEvent { name: name.to_owned(), data })
    }

    /// Changes how commands are answered from now on.
    pub fn set_answering(&self, answering: Answering) {
        self.0.set_answering(answering);
    }

    /// Changes the faults of the host and of the path to it from now on. Faults of the iframe's load apply when a
    /// scenario loads it next. A slow start ends immediately, because there is no page.
    ///
    /// ```
    /// use yew_livechat::{prelude::*, testing::{Faults, ScriptedHost}};
    ///
    /// let host = ScriptedHost::new();
    /// host.set_faults(Faults { silent: true, ..Faults::default() });
    /// let extension = host.connect(Extension::details());
    /// assert_eq!(extension.connection().state, ConnectionState::Connecting);
    /// ```
    pub fn set_faults(&self, faults: Faults) {
        self.0.set_faults(faults);
    }

    /// Begins a new connection, like a host that was reloaded.
    pub fn reconnect(&self) {
        self.0.reconnect();
    }
}

impl PartialEq for ScriptedHost {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl std::fmt::Debug for ScriptedHost {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ScriptedHost").field("driver", &self.0.driver()).finish_non_exhaustive()
    }
}
