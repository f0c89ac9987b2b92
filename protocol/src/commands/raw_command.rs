//! Untyped commands.

use std::borrow::Cow;

use super::command::Command;
use crate::wire::{Payload, Reader};

/// A command as it is sent: its name, and its data encoded.
///
/// On the wire it is `{plugin_id, message, data}`; the connection adds the plugin id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawCommand<P> {
    /// The command's name.
    pub message: Cow<'static, str>,
    /// The data, or `null` for a command without data.
    pub data: P,
}

impl<P: Payload> RawCommand<P> {
    /// Creates a command with any name, for commands without a type.
    #[must_use]
    pub fn new(message: impl Into<Cow<'static, str>>, data: P) -> Self {
        Self { message: message.into(), data }
    }

    /// Whether it is the command `C`.
    #[must_use]
    pub fn is<C: Command>(&self) -> bool {
        self.message == C::NAME
    }

    pub(crate) fn to_wire(&self, plugin_id: Option<&str>) -> P {
        P::object(vec![
            ("plugin_id", plugin_id.map_or_else(P::null, P::text)),
            ("message", P::text(&self.message)),
            ("data", self.data.clone()),
        ])
    }
}

impl<P: Payload, C: Command> From<&C> for RawCommand<P> {
    fn from(command: &C) -> Self {
        Self::new(C::NAME, command.encode())
    }
}

/// A command as the host receives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReceivedCommand<P> {
    /// The id of the extension that sent it.
    pub plugin_id: Option<String>,
    /// The command itself.
    pub command: RawCommand<P>,
}

impl<P: Payload> ReceivedCommand<P> {
    /// Decodes `{plugin_id, message, data}`; `None` if it is anything else.
    pub(crate) fn from_wire(value: &P) -> Option<Self> {
        let from = Reader::new(value.clone());
        let message = from.member("message").and_then(|message| message.text()).ok()?;
        let plugin_id = from.optional("plugin_id").ok()?;
        let data = value.member("data").unwrap_or_else(P::null);
        Some(Self { plugin_id, command: RawCommand::new(message, data) })
    }
}
