//! The details panel beside the chat.

use livechat_protocol::Command;
use yew::prelude::*;

use super::{Placement, PlacementKind, sealed};
use crate::{
    bridge::{Acknowledgement, Bridge, HostValue},
    context::use_extension_context,
};

/// The details panel beside the chat, the sidebar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Details;

impl sealed::Placement for Details {
    #[expect(private_interfaces, reason = "sealed: nobody outside can name it")]
    const KIND: PlacementKind = PlacementKind::Details;
}

impl Placement for Details {}

/// The commands of the details panel.
///
/// A command is sent when it is called; the value that it returns may be awaited or dropped.
/// Before there is a connection, commands wait and then go out in order, once; if none comes about within the
/// [command time-out](crate::Extension::command_timeout), they fail and are not sent later.
#[derive(Clone, PartialEq)]
pub struct DetailsHandle {
    bridge: Bridge,
}

impl DetailsHandle {
    /// Appends text to the agent's message input, or to the ticket. The agent sends it, or does not.
    ///
    /// The JavaScript API's and SDK's `putMessage(text)`.
    pub fn put_message(&self, text: impl AsRef<str>) -> Acknowledgement {
        self.bridge.send(Command::put_message(text.as_ref()))
    }

    /// Sends a command that has no typed form here yet, by its name on the wire.
    /// Its data are JSON, so that the browser can always post them.
    pub fn send_raw(&self, message: impl Into<String>, data: &serde_json::Value) -> Acknowledgement {
        self.bridge.send(Command::raw(message.into(), HostValue::from_json(data)))
    }
}

/// The commands of the details panel.
///
/// Never re-renders. Outside a provider it panics with a sentence that says so.
///
/// ```
/// use yew::prelude::*;
/// use yew_livechat::prelude::*;
///
/// #[component]
/// fn Thanks() -> Html {
///     let details = use_details();
///     let thank = move |_| { details.put_message("Thank you!"); };
///     html! { <Button onclick={thank}>{ "Say thanks" }</Button> }
/// }
/// ```
#[hook]
pub fn use_details() -> DetailsHandle {
    let context = use_extension_context("use_details");
    match context.placement {
        PlacementKind::Details => DetailsHandle { bridge: context.bridge },
    }
}
