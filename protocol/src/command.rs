//! Commands: what the extension asks of the host.

use std::borrow::Cow;

use crate::{decode::Reader, payload::Payload};

/// A command: `{plugin_id, message, data}` on the wire, less the plugin id, which the connection adds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Command<P> {
    /// The command's name.
    pub message: Cow<'static, str>,
    /// What goes with it; `null` where nothing does.
    pub data: P,
}

impl<P: Payload> Command<P> {
    /// A command of any name, for what has no typed form yet.
    #[must_use]
    pub fn raw(message: impl Into<Cow<'static, str>>, data: P) -> Self {
        Self { message: message.into(), data }
    }

    /// `plugin_inited`: the extension has rendered, the host may remove its loader.
    #[must_use]
    pub fn plugin_inited() -> Self {
        Self::raw("plugin_inited", P::null())
    }

    /// `plugin_loaded`: the host deletes the session id and asks for a new one.
    #[must_use]
    pub fn plugin_loaded() -> Self {
        Self::raw("plugin_loaded", P::null())
    }

    /// `put_message`: the host appends the text to the agent's message input.
    #[must_use]
    pub fn put_message(text: &str) -> Self {
        Self::raw("put_message", P::text(text))
    }

    pub(crate) fn to_wire(&self, plugin_id: Option<&str>) -> P {
        P::object(vec![
            ("plugin_id", plugin_id.map_or_else(P::null, P::text)),
            ("message", P::text(&self.message)),
            ("data", self.data.clone()),
        ])
    }
}

/// A command as the host receives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReceivedCommand<P> {
    /// Which extension it came from.
    pub plugin_id: Option<String>,
    /// The command itself.
    pub command: Command<P>,
}

impl<P: Payload> ReceivedCommand<P> {
    /// Reads `{plugin_id, message, data}`; `None` if it is something else.
    pub(crate) fn from_wire(value: &P) -> Option<Self> {
        let from = Reader::new(value.clone());
        let message = from.required::<String>("message").ok()?;
        let plugin_id = from.optional("plugin_id").ok()?;
        let data = value.member("data").unwrap_or_else(P::null);
        Some(Self { plugin_id, command: Command::raw(message, data) })
    }
}
